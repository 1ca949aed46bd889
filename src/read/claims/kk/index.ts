import type { ReadClaim, ReadQuantity } from "../../../model/reading.js"
import type { View } from "../../events/frames.js"
import type { Scene } from "../../events/scene.js"
import { letters, scriptOf, skeletonOf } from "../../kazakh/skeleton.js"
import { shortLetters } from "../../letters.js"
import { matches } from "../../sentences/masked.js"
import type { FoundClaim } from "../index.js"
import {
  type ClaimDraft,
  type ClaimGrammar,
  contentOf,
  insideQuote,
  NOBODY,
  readClaims,
  type Teller,
  tellerAt,
  tellerWords,
} from "../said.js"

const known = new Map<string, RegExp>()

/** A pattern written in Kazakh Cyrillic, for skeletons; compiled once. */
function k(source: string, flags = "giu"): RegExp {
  const key = `${flags} ${source}`
  const compiled = known.get(key) ?? new RegExp(shortLetters(letters(source)), flags)
  known.set(key, compiled)
  return compiled
}

const B = "(?<!\\p{L})"
const E = "(?!\\p{L})"
/** Finite verbs of speech; "деп" may stand before them. */
const SAYS =
  "(?:деді|дейді|десе|деп\\s(?:айтты|мәлімдеді|хабарлады|жазды|есептейді|санайды|түсіндірді|қосты|жауап\\sберді|атап\\sөтті|сендірді|жазған|мәлімдеген|айтқан|отыр)|айтты|айтқан|айтады|мәлімдеді|мәлімдеген|хабарлады|хабарлаған|хабарлайды|түсіндірді|растады|атап\\sөтті|ескертті|жариялады|еске\\sсалды|уәде\\sберді|шағымданды)"
const ROLE =
  "(?:сот|судья|прокурор|прокуратура|қорғаушы(?:сы)?|полиция|билік|министрлік|үкімет|белсенділер|туыстары|жақындары|анасы|әкесі|әйелі|күйеуі|куәгерлер|куәгер|журналистер|сарапшылар|тұрғындар|көршілері|құқық\\sқорғаушылар|олар|келгендер|ұйым)"

/** The letters of a thing as the grammar reads them. */
function surface(view: View, scene: Scene, at: number): string {
  const thing = view.masked.thing(view.starts[at]!)
  return thing
    ? skeletonOf(scene.text.slice(thing.span.start, thing.span.end), scriptOf(scene.text)).text.toLowerCase()
    : ""
}
const OBLIQUE = /(?:ның|дың|тың|ды|ты|ны|ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен)$/u

function behind(view: View, scene: Scene, at: number): string | null {
  const { start } = view.masked.span(view.starts[Math.max(0, at - 1)]!, view.starts[at]!)
  return scene.focus.person(view.masked.sentence.index, start, null)
}

/** The one who speaks stands first in the clause: a name without an ending, "ол", a noun for someone. */
function subject(view: View, scene: Scene, from: number, to: number): { teller: Teller; end: number } | null {
  const stretch = view.text.slice(from, to)
  const pattern = k(
    `[\\ue001\\ue002]|${B}(?:ол)${E}(?!\\s(?:жақ|күн|кез|жер|уақыт|адам))|${B}${ROLE}${E}(?!\\s(?:алд|жан|үй|зал|ғимарат|іші|маң))`,
  )
  for (const match of matches(pattern, stretch)) {
    const at = from + match.index
    const word = match[0]
    if (/[\ue001\ue002]/u.test(word)) {
      if (OBLIQUE.test(surface(view, scene, at)) && word === "\ue001") continue
      // "Орынбектің қорғаушысы": the noun after a genitive speaks.
      return { teller: tellerAt(view, scene, at), end: at + 1 }
    }
    // A bare noun speaks only where nothing named stands right after it: "қорғаушы Әлия Кенжетай".
    if (/^\s[\ue001]/u.test(view.text.slice(at + word.length))) continue
    const pronoun = /^ол$/iu.test(word)
    return {
      teller: tellerWords(view, scene, at, at + word.length, pronoun ? behind(view, scene, at) : bearer(scene, word)),
      end: at + word.length,
    }
  }
  return null
}

/** "Қорғаушысы" is the one person whom the document calls so. */
function bearer(scene: Scene, word: string): string | null {
  const lower = word.toLowerCase()
  const bearers = [...scene.entities.values()].filter(
    ({ kind, roles }) => kind === "Person" && roles.some((role) => lower.startsWith(letters(role))),
  )
  return bearers.length === 1 ? bearers[0]!.id : null
}

const NO = k(`${B}(?:ешкім\\p{L}*|ешқандай|емес)${E}|(?:жоқ)(?:\\s*$)`, "iu")
const denial = (words: string): ReadClaim["stance"] =>
  NO.test(words) && k(`${B}(?:ешкім|кінәсіз|кінәлі\\sемес)`, "iu").test(words) ? "denies" : "asserts"

const QUOTED = k(
  `[,.!?…]*\\s?[–—-]*\\s?(?<cue>(?:деп\\s\\p{L}+|${SAYS}))${E}(?:\\s(?:(?:\\p{L}+\\s){0,2}?(?<name>[\\ue001\\ue002])|(?<pronoun>ол|олар)${E}))?`,
  "iyu",
)
const NAMED = k(`[\\s]*деп\\s(?<cue>атайды|атады|атаған|аталады|атап\\sжүр)|[\\s]*(?<say>дейді)${E}`, "iyu")
const ACCORDING = k(
  `(?<who>[\\ue001\\ue002]|${B}(?:оның|олардың|\\p{L}+(?:ның|нің|дың|дің|тың|тің)))?\\s?(?:«[^»]{2,40}»\\s)?(?:\\p{L}+\\s)?(?<cue>айтуынша|сөзінше|пікірінше|хабарлауынша|мәлімдеуінше|мәліметінше|деректерінше|деуінше|айтуына\\sқарағанда|мәліметі\\sбойынша|деректері\\sбойынша|ақпараты\\sбойынша)${E},?\\s?`,
)
/** "… -ғанын жоққа шығарды": that something is so. */
const DENIES = "(?:(?<=(?:ғанын|генын|қанын|кенын|атынын|етынын)\\s)(?:жоққа|теріске)\\sшығар(?:ды|ған|ады|ып\\sотыр))"
const SAID = k(`${B}(?<cue>${SAYS}|${DENIES})${E}`)
const DENIED = k(
  `(?<object>(?:кінәсін|айыпты|айыптауды|бұл\\sайыпты|мұны|барлық\\sайыпты)\\s)(?<cue>мойындаған\\sжоқ|мойындамады|мойындамайды|жоққа\\sшығарды|жоққа\\sшығарған|жоққа\\sшығарады|теріске\\sшығарды)`,
)
const ACCUSED = k(
  `(?<what>[^.;,\\ue007«»]{8,140}?)\\sдеген\\s(?<cue>айып\\p{L}*)|(?<for>[^.;,]{4,140}?)\\s(?:деп|үшін|бойынша)\\s(?<passive>айыптал(?:уда|ып\\sотыр|ды|ған))`,
)

function read(view: View, scene: Scene, last: Teller | null): ClaimDraft[] {
  const { text } = view
  const drafts: ClaimDraft[] = []
  const push = (
    rule: string,
    cue: string,
    kind: ReadClaim["kind"],
    teller: Teller,
    content: ClaimDraft["content"],
    stance: ReadClaim["stance"] = "asserts",
  ) => {
    drafts.push({ rule: `claims/${rule}`, cue: cue.trim(), stance, kind, teller, content })
  }
  const cueWords = (from: number, length: number) => {
    const { start, end } = view.masked.span(view.starts[from]!, view.starts[from + length]!)
    return scene.text.slice(start, end).replace(/\s+/gu, " ")
  }

  // «…», – деді Бегімқұл
  for (const match of matches(/[\ue007«“"„]/gu, text)) {
    const quote = insideQuote(view, match.index)
    if (!quote) continue
    const words = scene.text.slice(quote.content.start, quote.content.end)
    NAMED.lastIndex = quote.end
    const naming = NAMED.exec(text)
    if (naming && words.split(/\s+/u).length <= 5) {
      const cue = (naming.groups!.cue ?? naming.groups!.say)!
      const own = subject(view, scene, 0, match.index)
      push(
        "naming",
        cueWords(quote.end + naming[0].length - cue.length, cue.length),
        "naming",
        own?.teller ?? NOBODY,
        quote.content,
        "names",
      )
      continue
    }
    QUOTED.lastIndex = quote.end
    const said = QUOTED.exec(text)
    if (said) {
      const cue = said.groups!.cue!
      const at = quote.end + said[0].length
      let teller: Teller = NOBODY
      if (said.groups!.name) teller = tellerAt(view, scene, at - 1)
      else if (said.groups!.pronoun)
        teller = tellerWords(
          view,
          scene,
          at - said.groups!.pronoun.length,
          at,
          /^олар$/iu.test(said.groups!.pronoun) ? null : behind(view, scene, at),
        )
      else teller = subject(view, scene, 0, match.index)?.teller ?? last ?? NOBODY
      push("said-quote", cueWords(quote.end + said[0].indexOf(cue), cue.length), "direct", teller, quote.content)
      continue
    }
    // Қорғаушы Әлия Кенжетай: «…»
    const named = /(?<who>[\ue001\ue002]):\s?$/u.exec(text.slice(0, match.index))
    if (named) push("quote", ":", "direct", tellerAt(view, scene, named.index), quote.content)
  }

  // Оның айтуынша, …
  for (const match of matches(ACCORDING, text)) {
    const cue = match.groups!.cue!
    const end = match.index + match[0].length
    const name = /[\ue001\ue002]/u.exec(match[0])
    const who = match.groups!.who ?? ""
    const cueAt = match.index + match[0].indexOf(cue)
    let teller: Teller = NOBODY
    if (name) teller = tellerAt(view, scene, match.index + name.index)
    else if (/^оның/iu.test(who))
      teller = tellerWords(view, scene, match.index, match.index + who.length, behind(view, scene, match.index))
    else if (who !== "")
      teller = tellerWords(view, scene, match.index, match.index + who.length, lastBody(view, scene, match.index, who))
    const content = contentOf(view, end, sentenceEnd(text, end))
    if (content.end - content.start > 8)
      push("according", cueWords(cueAt, cue.length), "indirect", teller, content, denial(text.slice(end)))
  }

  // X … -ғанын айтты; X … деді
  let from = 0
  for (const match of matches(SAID, text)) {
    const cue = match.groups!.cue!
    from = Math.max(from, text.lastIndexOf(": ", match.index) + 1)
    const lead = text.slice(from, match.index)
    if (/[\ue007»”]\s?[–—,-]*\s*(?:деп\s)?$/u.test(lead)) {
      from = match.index + match[0].length
      continue
    }
    const own = subject(view, scene, from, match.index)
    const start = own?.end ?? null
    if (own && start !== null && match.index - start > 6) {
      const that = k("(?:ын|ін|ғанын|генін|атынын|етінін)\\s$|\\s(?:деп\\s)?$", "iu").test(
        text.slice(start, match.index),
      )
      const bare = k(`^(?:деді|дейді|десе)$`, "iu").test(cue)
      const clause = k("(?:н|ын|ты|ды|ған|ген|қан|кен|жоқ|болды|келды|еды|дық|мыз|ады|еды|мақ|лар|тер)\\s$", "iu").test(
        text.slice(start, match.index),
      )
      if (that || bare || clause) {
        const content = contentOf(view, start, match.index)
        push(
          "said",
          cueWords(match.index, cue.length),
          "indirect",
          own.teller,
          content,
          k("шығар", "iu").test(cue) ? "denies" : denial(text.slice(start, match.index)),
        )
      }
    }
    from = match.index + match[0].length
  }

  // кінәсін мойындаған жоқ
  for (const match of matches(DENIED, text)) {
    const own = subject(view, scene, 0, match.index)
    const cue = match.groups!.cue!
    push(
      "denied",
      cueWords(match.index + match[0].length - cue.length, cue.length),
      "indirect",
      own?.teller ?? last ?? NOBODY,
      contentOf(view, match.index, match.index + match[0].length),
      "denies",
    )
  }

  // … деген айып бойынша; … деп айыпталуда
  for (const match of matches(ACCUSED, text)) {
    const what = match.groups!.what ?? match.groups!.for!
    const things = [...what.matchAll(/[\ue001\ue002\ue003\ue005]/gu)].at(-1)
    const start = match.index + (things ? things.index + 1 : 0)
    const cue = match.groups!.cue ?? match.groups!.passive!
    push(
      "accused",
      cueWords(match.index + match[0].length - cue.length, cue.length),
      "indirect",
      NOBODY,
      contentOf(view, start, match.index + what.length),
      "accuses",
    )
  }
  return drafts
}

/** "Топтың хабарлауынша": the organisation last named. */
function lastBody(view: View, scene: Scene, at: number, who: string): string | null {
  if (!k("^(?:топ|ұйым|министрлік|прокуратура|полиция|басылым|агенттік)", "iu").test(who)) return null
  const { start } = view.masked.span(view.starts[Math.max(0, at - 1)]!, view.starts[at]!)
  return scene.focus.organization(view.masked.sentence.index, start)
}

const sentenceEnd = (text: string, from: number) => {
  const stop = /;|[.!?]\s*$/u.exec(text.slice(from))
  return stop ? from + stop.index : text.length
}

const GRAMMAR: ClaimGrammar = {
  view(at, scene) {
    const masked = scene.told[at]!
    const { text, starts } = skeletonOf(masked.text, scriptOf(scene.text))
    return { masked, text, starts }
  },
  read,
  hedge: /(?<!\p{L})(?:болжам\sбойынша|мүмкін|шамасы|сияқты|бәлкім|деген\sболжам|мыс|көрінеді)(?!\p{L})/iu,
  setting: k(
    `${B}(?:(?:соңғы\\sсөзінде|сұхбатында|баспасөз\\sмәслихатында|брифингте|сот\\sотырысында|мәлімдемесінде|хатында|есебінде))${E}`,
    "iu",
  ),
  language: (words) =>
    /қазақша/iu.test(words)
      ? "kk"
      : /орысша/iu.test(words)
        ? "ru"
        : /қытаиша/iu.test(words)
          ? "zh"
          : /ұиғырша/iu.test(words)
            ? "ug"
            : null,
}

/** Who says what in a Kazakh document, in any of its three scripts. */
export function findClaims(scene: Scene, quantities: readonly ReadQuantity[]): FoundClaim[] {
  return readClaims(GRAMMAR, scene, quantities)
}
