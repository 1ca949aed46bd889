import { featuresAt, MOST_FEATURES, type Model, TAGS, type Token, tag } from "../../src/read/tagger/tagger.js"

export interface Example {
  readonly tokens: readonly Token[]
  readonly tags: readonly number[]
}

const COUNT = TAGS.length

/** Averaged perceptron (Collins 2002). The order is shuffled by a fixed seed: the same examples give the same weights. */
export function train(examples: readonly Example[], size: number, rounds: number): Model {
  const weights = new Float32Array(2 ** size * COUNT)
  const sums = new Float64Array(weights.length)
  const transitions = new Array<number>((COUNT + 1) * COUNT).fill(0)
  const transitionSums = new Array<number>(transitions.length).fill(0)
  const model: Model = { size, weights, transitions }
  const mask = 2 ** size - 1
  const features = new Int32Array(MOST_FEATURES)
  let step = 1
  const random = seeded(7)
  const order = examples.map((_, at) => at)
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    for (const at of order) {
      const { tokens, tags } = examples[at]!
      const guess = tag(model, tokens)
      for (let word = 0; word < tokens.length; word++) {
        const [right, wrong] = [tags[word]!, guess[word]!]
        if (right !== wrong) {
          const count = featuresAt(tokens, word, mask, features)
          for (let index = 0; index < count; index++) {
            const base = features[index]! * COUNT
            weights[base + right]! += 1
            weights[base + wrong]! -= 1
            sums[base + right]! += step
            sums[base + wrong]! -= step
          }
        }
        const from = word === 0 ? COUNT : tags[word - 1]!
        const guessed = word === 0 ? COUNT : guess[word - 1]!
        if (right !== wrong || from !== guessed) {
          transitions[from * COUNT + right]! += 1
          transitions[guessed * COUNT + wrong]! -= 1
          transitionSums[from * COUNT + right]! += step
          transitionSums[guessed * COUNT + wrong]! -= step
        }
      }
      step++
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at]! -= sums[at]! / step
  for (let at = 0; at < transitions.length; at++) transitions[at]! -= transitionSums[at]! / step
  return model
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A model in whole numbers, small enough to ship: weights in one byte, those that hardly count left out. */
export function packed(model: Model): { text: string; transitions: number[]; model: Model } {
  const { weights } = model
  const largest = [...weights].map(Math.abs).sort((a, b) => b - a)[Math.floor(weights.length * 0.0005)]!
  const unit = 127 / largest
  const bytes: number[] = []
  const kept = new Int8Array(weights.length)
  let zeros = 0
  const flush = () => {
    while (zeros > 0) {
      const run = Math.min(zeros, 255)
      if (run === 1) bytes.push(0)
      else bytes.push(0x80, run)
      zeros -= run
    }
  }
  for (let at = 0; at < weights.length; at++) {
    const value = Math.max(-127, Math.min(127, Math.round(weights[at]! * unit)))
    kept[at] = Math.abs(value) <= 1 ? 0 : value
    if (kept[at] === 0) zeros++
    else {
      flush()
      bytes.push(kept[at]! & 0xff)
    }
  }
  const transitions = model.transitions.map((value) => Math.round(value * unit))
  return {
    text: Buffer.from(bytes).toString("base64"),
    transitions,
    model: { size: model.size, weights: kept, transitions },
  }
}
