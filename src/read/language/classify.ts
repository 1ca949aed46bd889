import { BUCKETS, featuresOf } from "./features.js"
import { WEIGHTS } from "./weights.js"

interface Model {
  readonly names: readonly string[]
  /** One row of `BUCKETS` weights a language. */
  readonly weights: Float32Array
}

export interface Guess {
  readonly language: string
  /** 0 to 1: how far it stands above all others. */
  readonly confidence: number
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const DIGIT = new Map([...DIGITS].map((letter, digit) => [letter, digit]))
const models = new Map<string, Model>()

function modelOf(script: string): Model | null {
  const known = models.get(script)
  if (known) return known
  const stored = WEIGHTS[script]
  if (!stored) return null
  const steps = Float32Array.from({ length: 64 }, (_, digit) => {
    const root = (digit - 31.5) / 31
    return Math.sign(root) * root * root * stored.largest
  })
  const names = Object.keys(stored.rows)
  const weights = new Float32Array(names.length * BUCKETS)
  for (const [row, name] of names.entries()) {
    const digits = stored.rows[name]!
    for (let at = 0; at < BUCKETS; at++) weights[row * BUCKETS + at] = steps[DIGIT.get(digits[at]!)!]!
  }
  const model = { names, weights }
  models.set(script, model)
  return model
}

/** Which of these languages the text looks like most; null for a script without weights, or a text without words. */
export function classify(text: string, script: string, allowed: (language: string) => boolean): Guess | null {
  const model = modelOf(script)
  if (model === null) return null
  const features = featuresOf(text)
  if (features.size === 0) return null
  const scores = model.names.map((name, row) => {
    if (!allowed(name)) return Number.NEGATIVE_INFINITY
    let sum = 0
    for (const [bucket, weight] of features) sum += model.weights[row * BUCKETS + bucket]! * weight
    return sum
  })
  const best = scores.indexOf(Math.max(...scores))
  let all = 0
  for (const score of scores) all += Math.exp(score - scores[best]!)
  return { language: model.names[best]!, confidence: 1 / all }
}
