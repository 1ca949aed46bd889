import { matches } from "../sentences/masked.js"
import type { Told } from "./told.js"
import { HARM } from "./victims.js"

/** What a document says for a year being the one it tells of; under `none`, for its telling of no such year. */
export type Signs = Readonly<Record<keyof typeof WEIGHTS, number>>

export interface Candidate {
  /** Null: none. */
  readonly year: number | null
  readonly signs: Partial<Signs>
  /** The first date of that year that speaks of harm, else its first date. */
  readonly date: string | null
}

/**
 * Weights of a linear model over the years a document names. `eval/fit.ts` fits them on HRDsAttack (train and dev):
 * .59 of its years are right when left out in turn.
 */
export const WEIGHTS = {
  none: 1.08,
  noneWithoutViolation: 0.76,
  noneWithoutVictim: 0.14,
  noneHarmEarly: -0.41,
  published: -0.56,
  yearBefore: -0.63,
  age: -0.07,
  first: 0.34,
  firstHarm: 0.27,
  dates: 0.7,
  share: 0.06,
  harm: -0.31,
  deeds: 1.08,
  deedsToPersons: -0.69,
  events: 0.33,
  firstEvent: 0.59,
  fine: 0.64,
  explicit: 0.65,
}

/** What is done to a person, not what a court then makes of it. */
const CORE = new Set(["arrest", "detention", "killing", "torture", "kidnapping", "disappearance", "attack"])

const DEED =
  /\b(?:arrested|detained|killed|murdered|assassinated|shot|stabbed|beaten|tortured|attacked|assaulted|kidnapped|abducted|disappeared|threatened|raided|jailed|imprisoned|sentenced|raped|injured|wounded|harassed|executed|gunned|charged|convicted)\b/iu

const EARLY = 800
const HARMS = new RegExp(HARM.source, "giu")

interface Tally {
  dates: number
  first: boolean
  firstHarm: boolean
  harm: number
  deed: boolean
  deedsToPersons: number
  events: number
  firstEvent: boolean
  fine: boolean
  explicit: boolean
  date: string | null
  harmed: string | null
}

/** Every year not after publication that the document names, its own, and none. */
export function candidatesOf(
  { scene, events, published }: Told,
  victims: readonly string[],
  violations: readonly string[],
): Candidate[] {
  const now = published === null ? null : Number(published.slice(0, 4))
  const tallies = new Map<number, Tally>()
  const tally = (year: number): Tally => {
    const known = tallies.get(year)
    if (known) return known
    const fresh: Tally = {
      dates: 0,
      first: false,
      firstHarm: false,
      harm: 0,
      deed: false,
      deedsToPersons: 0,
      events: 0,
      firstEvent: false,
      fine: false,
      explicit: false,
      date: null,
      harmed: null,
    }
    tallies.set(year, fresh)
    return fresh
  }
  let at = 0
  let told = { at: -1, harm: false, deed: false }
  let all = 0
  let harmSeen = false
  for (const { start, value, edtf, reference } of scene.dates) {
    const year = value === null ? Number.NaN : Number(value.slice(0, 4))
    if (Number.isNaN(year) || (now !== null && year > now)) continue
    while (at < scene.sentences.length - 1 && scene.sentences[at]!.end <= start) at++
    if (told.at !== at) {
      const sentence = scene.sentences[at]
      const words = sentence ? scene.text.slice(sentence.start, sentence.end) : ""
      told = { at, harm: HARM.test(words), deed: DEED.test(words) }
    }
    const own = tally(year)
    own.first ||= all++ === 0
    own.dates++
    own.fine ||= value!.length > 4
    own.explicit ||= reference === null
    own.date ??= edtf
    if (told.harm) {
      own.harm++
      own.harmed ??= edtf
      own.firstHarm ||= !harmSeen
      harmSeen = true
    }
    if (told.deed) {
      own.deed = true
      if (scene.mentions[at]?.some(({ kind }) => kind === "Person")) own.deedsToPersons++
    }
  }
  let eventSeen = false
  for (const { type, date } of events) {
    const year = CORE.has(type) && date !== null ? Number(/\d{4}/.exec(date)?.[0]) : Number.NaN
    if (Number.isNaN(year) || (now !== null && year > now)) continue
    const own = tally(year)
    own.events++
    own.firstEvent ||= !eventSeen
    own.harmed ??= date
    eventSeen = true
  }
  if (now !== null) tally(now).date ??= published
  const is = (yes: boolean) => (yes ? 1 : 0)
  const none: Candidate = {
    year: null,
    date: null,
    signs: {
      none: 1,
      noneWithoutViolation: is(violations.length === 0),
      noneWithoutVictim: is(victims.length === 0),
      noneHarmEarly: Math.log1p([...matches(HARMS, scene.text.slice(0, EARLY))].length),
    },
  }
  return [
    none,
    ...[...tallies].map(([year, own]): Candidate => {
      const age = now === null ? 0 : now - year
      return {
        year,
        date: own.harmed ?? own.date,
        signs: {
          published: is(year === now),
          yearBefore: is(age === 1),
          age: Math.log1p(age),
          first: is(own.first),
          firstHarm: is(own.firstHarm),
          dates: Math.log1p(own.dates),
          share: own.dates / Math.max(1, all),
          harm: Math.log1p(own.harm),
          deeds: is(own.deed),
          deedsToPersons: Math.log1p(own.deedsToPersons),
          events: Math.log1p(own.events),
          firstEvent: is(own.firstEvent),
          fine: is(own.fine),
          explicit: is(own.explicit),
        },
      }
    }),
  ]
}

/** When it happened: the likeliest year's date; null when it tells of no one time. A suggestion for sorting. */
export function whenOf(told: Told, victims: readonly string[], violations: readonly string[]): string | null {
  let best: { weight: number; date: string | null } | null = null
  for (const { signs, date } of candidatesOf(told, victims, violations)) {
    let weight = 0
    for (const [sign, value] of Object.entries(signs)) weight += WEIGHTS[sign as keyof typeof WEIGHTS] * value
    if (best === null || weight > best.weight) best = { weight, date }
  }
  return best?.date ?? null
}
