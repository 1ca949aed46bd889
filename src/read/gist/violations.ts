/**
 * Words that speak for a kind of violation. A kind is the document's when its words, those of the beginning counted
 * `early` times more, come to `enough` and to `share` of the most frequent kind's. Fitted on the training part of
 * HRDsAttack; the figures are rounded.
 */
interface Kind {
  readonly name: string
  readonly words: RegExp
  readonly early: number
  readonly enough: number
  readonly share: number
}

const KINDS: readonly Kind[] = [
  {
    name: "arbitrary detention",
    words:
      /\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing|ees?)?|detention|imprison(?:ed|ment)|jail(?:ed)?|custody|incarcerat\p{L}*|behind bars|interned|internment|political prisoners?|camps?|sentenced)\b/giu,
    early: 0,
    enough: 2,
    share: 0.3,
  },
  {
    name: "killing",
    words:
      /\b(?:kill(?:ed|ing|ings|s|ers?)?|murder(?:ed|s|ers?|ing)?|assassinat\p{L}*|shot dead|slain|slaying|massacre\p{L}*|gunned down|stabbed to death|executed|executions?|lynch\p{L}*|behead\p{L}*|genocide)\b/giu,
    early: 2,
    enough: 1,
    share: 0.1,
  },
  {
    name: "torture",
    words: /\b(?:tortur(?:e|ed|ing)|electric shocks?|electrocut\p{L}*|waterboard\p{L}*)\b/giu,
    early: 2,
    enough: 3,
    share: 0.15,
  },
  {
    name: "kidnapping",
    words:
      /\b(?:kidnap(?:ped|ping|pings|pers?)?|abduct(?:ed|ion|ions|ors?|ing)?|hostages?|ransom|captives?|captivity|captors?)\b/giu,
    early: 2,
    enough: 2,
    share: 0.2,
  },
  {
    name: "enforced disappearance",
    words: /\b(?:disappearances?|disappeared|disappear|missing|incommunicado|whereabouts|vanished)\b/giu,
    early: 2,
    enough: 4,
    share: 0,
  },
  {
    name: "other",
    words:
      /\b(?:attack(?:ed|s|ing)?|assault(?:ed|s)?|beat(?:en|ing|ings)?|threat(?:s|ened|ening)?|harass(?:ed|ment|ing)?|intimidat\p{L}*|raid(?:ed|s)?|tear gas|rubber bullets|injur(?:ed|ies)|wounded|rape[ds]?|surveillance|evict\p{L}*|discriminat\p{L}*|censor\p{L}*|freedom of (?:speech|expression|press)|displaced|forced labou?r|abuses?)\b/giu,
    early: 2,
    enough: 2,
    share: 0,
  },
]

/** The beginning: headline and first paragraph, in characters. */
const BEGINNING = 600

/** The kinds of violation a document speaks of, in a fixed order. */
export function violationsIn(text: string): string[] {
  const weights = KINDS.map((kind) => {
    let weight = 0
    for (const { index } of text.matchAll(kind.words)) weight += index < BEGINNING ? 1 + kind.early : 1
    return { kind, weight }
  })
  const most = Math.max(1, ...weights.map(({ weight }) => weight))
  return weights
    .filter(({ kind, weight }) => weight >= kind.enough && weight / most >= kind.share)
    .map(({ kind }) => kind.name)
}
