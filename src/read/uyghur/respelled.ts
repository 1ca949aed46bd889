import type { Span } from "../../model/passage.js"
import type { Hints } from "../../model/reading.js"
import { firstFrom } from "../offsets.js"
import type { Page } from "../page.js"
import { fromArabic, type Script, toArabic } from "./letters.js"

/**
 * Reads a Uyghur page in Latin or Cyrillic letters as if it were written in Arabic ones, and leads everything that was
 * found back to the page as it is: spans to its own characters, words to its own spelling.
 */
export function readRespelled<Found>(
  page: Page,
  hints: Hints,
  script: Script,
  analyse: (page: Page, hints: Hints) => Found,
): Found {
  const { text, offsets } = toArabic(page.text, script)
  const there = ({ start, end }: Span): Span => ({ start: firstFrom(offsets, start), end: firstFrom(offsets, end) })
  const moved = <T extends Span>(list: readonly T[]): T[] => list.map((one) => ({ ...one, ...there(one) }))
  const found = analyse(
    {
      ...page,
      text,
      zones: moved(page.zones),
      blocks: moved(page.blocks),
      missingMedia: moved(page.missingMedia),
      title: page.title === null ? null : toArabic(page.title, script).text,
    },
    {
      ...hints,
      lang: "ug",
      names: [...(hints.names ?? []), ...capitalized(page.text)].map((name) => toArabic(name, script).text),
    },
  )
  const back = ({ start, end }: Span): Span => ({ start: offsets[start]!, end: offsets[end]! })
  const words = new Map<string, string>()
  for (const span of spansIn(found)) {
    const own = back(span)
    const key = plain(text.slice(span.start, span.end))
    if (!words.has(key)) words.set(key, plain(page.text.slice(own.start, own.end)))
  }
  const spelled = (value: string) =>
    value === "ug-Arab"
      ? `ug-${script}`
      : /\p{Script=Arabic}/u.test(value)
        ? (words.get(plain(value)) ?? fromArabic(value, script, false))
        : value
  return led(found, back, spelled) as Found
}

/** Of a name its case is no part; the longest endings first. */
const CASE = /(?:ning|ni|gha|qa|ge|ke|din|tin|da|ta|de|te|ниң|ни|ға|қа|гә|кә|дин|тин|да|та|дә|тә)$/u
/** Two words with capitals: somebody's name, where no third goes on and what follows makes no body or place of them. */
const PAIR =
  /(?<![\p{L}'’]|\p{Lu}[\p{L}'’]+ )(?<lead>\p{Lu}[\p{Ll}'’]+ )?(?<first>\p{Lu}[\p{Ll}'’]{1,30}) (?<last>\p{Lu}[\p{Ll}'’]{2,30})(?![\p{L}'’])(?! (?:\p{Lu}|sheher|nahiye|wilayet|yéza|kent|ölke|rayon|hökümet|teshkilat|partiye|uniwérsitét|шәһәр|наһийә|вилайәт|йеза|кәнт|өлкә|район|һөкүмәт|тәшкилат|партия|университет))/gu
/** Of bodies, peoples and countries, beside which a capital makes no person. */
const NO_NAME =
  /^(?:Uyghur|Xitay|Qazaq|Qazaqistan|Sherqiy|Türkistan|Birleshken|Milletler|Döletler|Dunya|Xelq|Amérika|Awropa|Ottura|Asiya|Erkin|Yéngi|Qizil|Merkiziy|Jenubiy|Shimaliy|Gherbiy|Уйғур|Хитай|Қазақ|Қазақстан|Шәрқий|Түркстан|Бирләшкән|Милләтләр|Дөләтләр|Дуния|Хәлиқ|Америка|Явропа|Оттура|Азия|Йеңи|Қизил|Мәркизий|Җәнубий|Шималий|Ғәрбий)/u

/** People by their capitals, which the Arabic letters have not. "Dadam Nesirdin Tömür" opens a sentence with another word. */
function capitalized(text: string): string[] {
  const names: string[] = []
  for (const { index, groups } of text.matchAll(PAIR)) {
    const { lead, first, last } = groups!
    if (lead !== undefined && !/(?:^|[.!?…:\n]\s*)$/u.test(text.slice(Math.max(0, index - 4), index))) continue
    if (NO_NAME.test(first!) || NO_NAME.test(last!)) continue
    const stem = last!.replace(CASE, "")
    names.push(`${first} ${stem.length > 2 ? stem : last}`)
  }
  return names
}

const plain = (words: string) => words.replace(/\s+/gu, " ")

const isSpan = (value: object): value is Span =>
  "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number"

function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== "object" || value === null) return
  if (isSpan(value)) yield value
  for (const part of Object.values(value)) yield* spansIn(part)
}

function led(value: unknown, back: (span: Span) => Span, spelled: (words: string) => string): unknown {
  if (typeof value === "string") return spelled(value)
  if (Array.isArray(value)) return value.map((part) => led(part, back, spelled))
  if (typeof value !== "object" || value === null) return value
  const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, led(part, back, spelled)]))
  return isSpan(value) ? { ...parts, ...back(value) } : parts
}
