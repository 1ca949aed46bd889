import type { ReadClaim, ReadQuantity } from "../../../model/reading.js"
import type { View } from "../../events/frames.js"
import type { Scene } from "../../events/scene.js"
import { shortLetters } from "../../letters.js"
import { type Gender, genderOf } from "../../people/ru/forms.js"
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

/** Verbs of speech with any ending of person and tense. "said": a clause or a quotation; "object": what it is about. */
const SAID =
  "(?:сказал|заявил|сообщил|отметил|добавил|рассказал|подчеркнул|пояснил|объяснил|написал|утвержда|говори[лтм]|говор[яи]т|счита[еюл]|полага[еюл]|напомнил|уверен|предупредил|подтвердил|признал(?!\\p{L}*\\sвиновн)|ответил|указал|указав|воскликнул|продолжил|заметил|уточнил|настаива|пожаловал|возразил|предположил|сообща[еюл]|отмеча[еюл]|заявля[еюл]|подч[её]ркива[еюл]|рассказыва[еюл]|пиш[еу]т|передал|передаёт|передает|констатировал|резюмировал|признавал|жалу[еюл]|жаловал|свидетельствовал|показал|вспоминал|вспомнил|обещал|пообещал|опасается|опасаются|вздохнул|спросил)(?:а|и|о|т|ют|ет|ют|ся|ась|ись|ется|ются|л|ла|ли|лся|лась|лись|в|на|ны|ёт)*"
const DENIES =
  "(?:не\\sпризна(?:л|ла|ли|[её]т|ют|вал|вала|вали)|отрица(?:л|ла|ли|ет|ют)|отверг(?:ает|ают|ала|али|ал|ла|ли)?|опроверг(?:ла|ли|ает|ают|ал)?|отказал(?:ся|ась|ись)\\sпризнать|возража(?:л|ла|ли|ет|ют))"
const ASKS =
  "(?:попросил|потребовал|призвал|предложил|требует|требуют|призывает|призывают|просит|просят|осудил|раскритиковал|поддержал)(?:а|и)?"

const known = new Map<string, RegExp>()

/** Compiled once: a rule's pattern is made of parts. */
function regex(source: string, flags: string): RegExp {
  const key = `${flags} ${source}`
  const compiled = known.get(key) ?? new RegExp(shortLetters(source), flags)
  known.set(key, compiled)
  return compiled
}

const B = "(?<!\\p{L})"
const E = "(?!\\p{L})"
const QUOTE = '[\\ue007«“„"]'
/** Words that name who speaks without a name. */
const ROLE =
  "(?:судья|прокурор|обвинитель|защитник|защита|обвинение|адвокат|адвокаты|полиция|прокуратура|следствие|следователь|суд|власти|министерство|правительство|родственники|родные|семья|мать|отец|жена|муж|сестра|брат|сын|дочь|активисты|активистка|активист|правозащитники|журналисты|журналист|свидетель|свидетели|очевидцы|источник|источники|эксперты|эксперт|критики|жители|чиновники|чиновник|организация|ведомство|издание|агентство|газета|пресс-служб[аеы]|(?<=в\\s)(?:полиции|прокуратуре|министерстве|МВД|КНБ|мэрии|администрации|ведомстве|правительстве|посольстве|организации)|подсудимый|подсудимая|обвиняемый|обвиняемая|врачи|соседи|коллеги|депутат|депутаты|министр|президент)"

function genders(scene: Scene, pronoun: string): string[] {
  const other: Gender | null = /^(?:он|его|ему)$/iu.test(pronoun)
    ? "female"
    : /^(?:она|е[её]|ей)$/iu.test(pronoun)
      ? "male"
      : null
  return [...scene.entities.values()]
    .filter(({ kind, name }) => kind === "Person" && other !== null && genderOf(name) === other)
    .map(({ id }) => id)
}

/** The person behind "она" at this point. */
function behind(view: View, scene: Scene, at: number, pronoun: string): string | null {
  const { start } = view.masked.span(view.starts[Math.max(0, at - 1)]!, view.starts[at]!)
  return scene.focus.person(view.masked.sentence.index, start, null, genders(scene, pronoun))
}

/** Who stands just before a verb of speech: a name with what describes it, "она", a noun for someone. */
function before(view: View, scene: Scene, end: number): Teller {
  const { text } = view
  const cut = Math.max(
    text.lastIndexOf(";", end - 1),
    text.lastIndexOf(":", end - 1),
    text.lastIndexOf("\ue007", end - 1),
    text.lastIndexOf("– ", end - 1),
    text.lastIndexOf("— ", end - 1),
    0,
  )
  const from = Math.max(cut, end - 140)
  const lead = text.slice(from, end)
  // The nearest of name, pronoun and noun; a comma between only closes what describes the name.
  const candidates = [...matches(regex(`[\\ue001\\ue002]|${B}(?:он|она|они)${E}|${B}${ROLE}${E}`, "giu"), lead)]
  for (const match of candidates.reverse()) {
    const at = from + match.index
    const between = text.slice(at + match[0].length, end)
    if (between.length > 90 || (/,/u.test(between) && !/^,[^,]*,\s*$/u.test(between))) continue
    if (regex(`${B}(?:${SAID}|что|который|которая|которые|чтобы)${E}`, "iu").test(between.replace(/^,[^,]*,/u, "")))
      continue
    const word = match[0]
    if (/[\ue001\ue002]/u.test(word)) {
      // "адвокат Оразова заявил": the lawyer speaks, not Orazov.
      const possessed = regex(`${B}(${ROLE})\\s$`, "iu").exec(text.slice(Math.max(0, at - 24), at))
      const surface = scene.text.slice(
        view.masked.span(view.starts[at]!, view.starts[at + 1]!).start,
        view.masked.span(view.starts[at]!, view.starts[at + 1]!).end,
      )
      const entity = tellerAt(view, scene, at)
      const name = entity.speaker === null ? "" : (scene.entities.get(entity.speaker)?.name ?? "")
      if (possessed && word === "\ue001" && !surface.endsWith(name.slice(-2)) && /(?:а|ой|ого|ы|и)$/u.test(surface))
        return tellerWords(view, scene, at - possessed[0].length, at + 1)
      return entity
    }
    if (/^(?:он|она|они)$/iu.test(word))
      return tellerWords(view, scene, at, at + word.length, /^они$/iu.test(word) ? null : behind(view, scene, at, word))
    return tellerWords(view, scene, at, at + word.length, roleBearer(scene, word))
  }
  return NOBODY
}

/** "Прокурор" is the one person whom the document calls so. */
function roleBearer(scene: Scene, word: string): string | null {
  const lower = word.toLowerCase()
  const bearers = [...scene.entities.values()].filter(
    ({ kind, roles }) =>
      kind === "Person" &&
      roles.some(
        (role) =>
          role === lower ||
          (lower === "прокурор" && role === "обвинитель") ||
          (lower === "защитник" && role === "адвокат") ||
          (lower === "адвокат" && role === "защитник"),
      ),
  )
  return bearers.length === 1 ? bearers[0]!.id : null
}

/** Who stands just after a verb of speech. */
function after(view: View, scene: Scene, start: number): { teller: Teller; end: number } {
  const match = regex(
    `^\\s(?:(?:\\p{L}+\\s){0,4}?(?<name>[\\ue001\\ue002])|(?<pronoun>он|она|они)${E}|(?:его\\s|е[её]\\s|\\p{Ll}+(?:ый|ий|ая)\\s)?(?<role>${ROLE})${E})`,
    "iu",
  ).exec(view.text.slice(start))
  if (!match) return { teller: NOBODY, end: start }
  const end = start + match[0].length
  if (match.groups!.name) return { teller: tellerAt(view, scene, end - 1), end }
  const word = (match.groups!.pronoun ?? match.groups!.role)!
  const speaker = match.groups!.pronoun
    ? /^они$/iu.test(word)
      ? null
      : behind(view, scene, start, word)
    : roleBearer(scene, word)
  return { teller: tellerWords(view, scene, end - word.length, end, speaker), end }
}

const told = (teller: Teller) => teller.source !== null

/** Where what is said ends: the end of the sentence, or a dash that names the speaker. */
function clauseEnd(text: string, from: number): number {
  const stop =
    /;|\s[–—]\s(?=(?:сказал|заявил|сообщил|отметил|добавил|говорит|считает|пишет))|,\s(?:а|но)\s[\ue001\ue002]\s(?:сказал|заявил|сообщил|возразил)|[.!?]\s*$/u.exec(
      text.slice(from),
    )
  return stop ? from + stop.index : text.length
}

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

  // «…», – сказала она.
  for (const match of matches(regex(`(?<quote>${QUOTE})`, "gu"), text)) {
    const quote = insideQuote(view, match.index)
    if (!quote) continue
    const tail = text.slice(quote.end, quote.end + 160)
    const said = regex(
      `^[,.!?…]*\\s?[–—-]+\\s(?:(?<who>[\\ue001\\ue002]|он|она|они)\\s)?(?:также\\s|ранее\\s)?(?<cue>${SAID})${E}`,
      "iu",
    ).exec(tail)
    if (said) {
      const end = quote.end + said[0].length
      const who = said.groups!.who
      const at = who ? quote.end + said[0].indexOf(who) : -1
      const teller = who
        ? /[\ue001\ue002]/u.test(who)
          ? tellerAt(view, scene, at)
          : tellerWords(view, scene, at, at + who.length, behind(view, scene, at, who))
        : after(view, scene, end).teller
      push("said-quote", said.groups!.cue!, "direct", told(teller) ? teller : (last ?? NOBODY), quote.content)
      continue
    }
    // X заявил: «…»
    const lead = text.slice(0, match.index)
    const colon = regex(`${B}(?<cue>${SAID})${E}(?<rest>[^.;«\\ue007]{0,60}):\\s?$`, "iu").exec(lead)
    if (colon) {
      const own = before(view, scene, colon.index)
      const teller = told(own) ? own : after(view, scene, colon.index + colon.groups!.cue!.length).teller
      push("said-quote", colon.groups!.cue!, "direct", teller, quote.content)
      continue
    }
    const named = /(?<who>[\ue001\ue002])(?:,[^,]{1,60})?:\s?$/u.exec(lead)
    if (named && text[match.index] === "\ue007") {
      push("quote", ":", "direct", tellerAt(view, scene, named.index), quote.content)
      continue
    }
    // «академии согласия»: the source's own name for a thing
    const naming = regex(
      `${B}(?<cue>называ(?:ет|ют|л|ла|ли|ющ\\p{L}+)|назвал[аи]?|именует|именуют)${E}[^.;«]{0,60}$`,
      "iu",
    ).exec(lead)
    if (naming) push("naming", naming.groups!.cue!, "naming", before(view, scene, naming.index), quote.content, "names")
  }

  // Вину не признала; прокурор это отрицал
  for (const match of matches(
    regex(
      `(?<object>${B}(?:вину|это|обвинени[ея]|причастность|свою\\sвину|все\\sобвинения|своей\\sвины|виновность|против\\s\\p{L}+)\\s)?(?<cue>${DENIES})${E}(?<rest>\\s[^,.;]{0,120})?`,
      "giu",
    ),
    text,
  )) {
    const own = before(view, scene, match.index)
    if (!told(own)) continue
    const object = match.groups!.object ?? ""
    const rest = match.groups!.rest ?? ""
    if (
      object === "" &&
      !/^\s(?:сво\p{L}+\s)?(?:вин|обвинени|причастн|это|что|против|сам|слова|заявлен|ходатайств|факт|утвержден)/iu.test(
        rest,
      )
    )
      continue
    push(
      "denied",
      match.groups!.cue!,
      "indirect",
      own,
      contentOf(
        view,
        match.index,
        object !== "" && rest.length < 60
          ? match.index + object.length + match.groups!.cue!.length
          : match.index + match[0].length,
      ),
      "denies",
    )
  }

  // Из обвинительного акта следует, что …
  for (const match of matches(
    regex(`${B}из\\s(?<who>[^,.;]{4,70}?)\\s(?<cue>следует|явствует|видно),\\sчто${E}`, "giu"),
    text,
  )) {
    const end = match.index + match[0].length
    push(
      "said",
      match.groups!.cue!,
      "indirect",
      tellerWords(view, scene, match.index + 3, match.index + 3 + match.groups!.who!.length),
      contentOf(view, end - 3, clauseEnd(text, end)),
    )
  }

  // заявила журналистам, что …; утверждают, что … и что «…»
  for (const match of matches(
    regex(`${B}(?<cue>${SAID}|${DENIES})${E}(?<to>[^,.;:«\\ue007]{0,70}?),\\s(?<that>что|как|будто|якобы)${E}`, "giu"),
    text,
  )) {
    const from = match.index + match[0].length - match.groups!.that!.length
    const own = before(view, scene, match.index)
    const teller = told(own) ? own : after(view, scene, match.index + match.groups!.cue!.length).teller
    // "…возражала, указав, что": the one who objected.
    if (!told(teller) || /^(?:указав|добавив|отметив|пояснив|заявив)$/iu.test(match.groups!.cue!)) {
      const same = drafts.findLast(({ teller: other }) => other.source !== null)?.teller ?? own
      if (!told(same)) continue
      push("said", match.groups!.cue!, "indirect", same, contentOf(view, from, clauseEnd(text, from)))
      continue
    }
    let end = clauseEnd(text, from)
    const second = /,?\sи\sчто\s(?=[«\ue007])/u.exec(text.slice(from, end))
    if (second) {
      const quote = insideQuote(view, from + second.index + second[0].length)
      if (quote)
        push(
          "said-quote",
          match.groups!.cue!,
          "direct",
          teller,
          quote.content,
          denial(scene.text.slice(quote.content.start, quote.content.end), "asserts"),
        )
      end = from + second.index
    }
    const content = contentOf(view, from, end)
    push(
      "said",
      match.groups!.cue!,
      "indirect",
      teller,
      content,
      regex(`^${DENIES}$`, "iu").test(match.groups!.cue!)
        ? "denies"
        : denial(scene.text.slice(content.start, content.end), "asserts"),
    )
  }

  // По словам X, …; по данным X; согласно X
  for (const match of matches(
    regex(
      `${B}(?<cue>по\\s(?<own>его|е[её]|их)\\sсловам|по\\s(?:словам|данным|мнению|информации|версии|сведениям|утверждению|оценкам|оценке|сообщению|сообщениям|подсч[её]там|свидетельству)|согласно|как\\s(?:сообщает|сообщил|сообщила|сообщили|пишет|заявил|заявила|утверждает|утверждают|передает|передаёт|отметил|отметила|рассказал|рассказала)|по\\s(?:разным|некоторым|предварительным|неофициальным)\\s(?:оценкам|данным|сведениям))${E}(?<who>[^,.;]{0,90})`,
      "giu",
    ),
    text,
  )) {
    const cue = match.groups!.cue!
    const who = match.groups!.who!
    const start = match.index + cue.length
    const name = /[\ue001\ue002\ue003]/u.exec(who)
    let teller: Teller = NOBODY
    if (match.groups!.own)
      teller = tellerWords(
        view,
        scene,
        match.index + 3,
        match.index + 3 + match.groups!.own.length,
        /^их$/iu.test(match.groups!.own) ? null : behind(view, scene, match.index, match.groups!.own),
      )
    else if (name) teller = tellerAt(view, scene, start + name.index)
    else if (who.trim().length > 2)
      teller = tellerWords(view, scene, start + 1, start + who.length, roleBearer(scene, who.trim()))
    if (/^согласно/iu.test(cue) && /(?:стать|правил|закон|кодекс|конституци)/iu.test(who)) continue
    const end = start + who.length
    const opens = /^[^\p{L}\ue001-\ue007]*$/u.test(text.slice(0, match.index))
    if (/^как/iu.test(cue) && !name) continue
    if (text[end] === "," && (opens || text[match.index - 2] === ",")) {
      const content = opens
        ? contentOf(view, end + 1, clauseEnd(text, end + 1))
        : contentOf(view, Math.max(end + 1, 0), clauseEnd(text, end + 1))
      if (content.end - content.start > 8)
        push(
          "according",
          cue,
          "indirect",
          teller,
          content,
          denial(scene.text.slice(content.start, content.end), "asserts"),
        )
    } else if (/[.;]/u.test(text[end] ?? ".") && match.index > 12)
      push("according", cue, "indirect", teller, contentOf(view, 0, match.index))
  }

  // попросил переквалифицировать …
  for (const match of matches(regex(`${B}(?<cue>${ASKS})${E}\\s(?<what>[^.;]{8,240})`, "giu"), text)) {
    const own = before(view, scene, match.index)
    if (!told(own)) continue
    const from = match.index + match.groups!.cue!.length
    push("asked", match.groups!.cue!, "indirect", own, contentOf(view, from, clauseEnd(text, from)))
  }

  // обвиняется в …: nobody is named who accuses
  for (const match of matches(
    regex(
      `${B}(?<cue>обвиня(?:ется|ются|лся|лась|лись|ем\\p{L}{2,3})|подозрева(?:ется|ются|ем\\p{L}{2,3}))\\s(?:\\p{L}+\\s)?в\\s(?<what>[^.;]{4,200})`,
      "giu",
    ),
    text,
  )) {
    const from = match.index + match[0].length - match.groups!.what!.length
    push(
      "accused",
      match.groups!.cue!,
      "indirect",
      NOBODY,
      contentOf(view, from, match.index + match[0].length),
      "accuses",
    )
  }
  return drafts
}

function denial(words: string, stance: ReadClaim["stance"]): ReadClaim["stance"] {
  return /(?<!\p{L})(?:никого\s(?:там\s)?не|никто\sне|не\s(?:виновен|виновна|виновны|соответствует\sдействительности)|невиновен|невиновна|насильно[^.]{0,30}не|не\sимеет\sотношения)(?!\p{L})/iu.test(
    words,
  )
    ? "denies"
    : stance
}

const LANGUAGES: readonly [RegExp, string][] = [
  [/(?<!\p{L})(?:по-казахски|на\sказахском)/iu, "kk"],
  [/(?<!\p{L})(?:по-русски|на\sрусском)/iu, "ru"],
  [/(?<!\p{L})(?:по-уйгурски|на\sуйгурском)/iu, "ug"],
  [/(?<!\p{L})(?:по-китайски|на\sкитайском)/iu, "zh"],
  [/(?<!\p{L})(?:по-английски|на\sанглийском)/iu, "en"],
]

const GRAMMAR: ClaimGrammar = {
  view(at, scene) {
    const masked = scene.told[at]!
    const starts = new Uint32Array(masked.text.length + 1)
    for (let index = 0; index < starts.length; index++) starts[index] = index
    return { masked, text: masked.text, starts }
  },
  read,
  hedge:
    /(?<!\p{L})(?:якобы|предположительно|возможно|вероятно|по-видимому|видимо|может\sбыть|не\sисключено|предполагаем\p{L}+|так\sназываем\p{L}+)(?!\p{L})/iu,
  setting:
    /(?<!\p{L})(?:в|на|во\sвремя|в\sходе|после)\s(?:\p{L}+\s){0,3}?(?:интервью|пресс-конференци\p{L}|брифинг\p{L}|заседани\p{L}|заявлени\p{L}|письме|письма|отч[её]те|докладе|суде|Twitter|Facebook|Telegram|Instagram|YouTube|последнем\sслове)(?!\p{L})/iu,
  language: (words) => LANGUAGES.find(([pattern]) => pattern.test(words))?.[1] ?? null,
}

/** Who says what in a Russian document. */
export function findClaims(scene: Scene, quantities: readonly ReadQuantity[]): FoundClaim[] {
  return readClaims(GRAMMAR, scene, quantities)
}
