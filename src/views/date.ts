import { type DateValue, isEdtf } from "../model/date.js"
import { type Bend, bend, kept, type Lang, say } from "./words/say.js"

/**
 * An EDTF string in words, nothing added and nothing lost: `2019-03/..` is "since March 2019", `2018-08-XX` "some day in
 * August 2018". What cannot be put into words is shown as it stands.
 */
export function dateWords(lang: Lang, edtf: string): string {
  if (!isEdtf(edtf)) return edtf
  const set = /^\[(.+)\]$/.exec(edtf)
  if (set) return setWords(lang, set[1]!)
  const [from = "", to] = edtf.split("/")
  if (to === undefined) return momentWords(lang, from)
  const open = (end: string) => end === "" || end === ".."
  if (open(from)) return say(lang, "date.until", { date: momentWords(lang, to, "until") })
  if (to === "..") return say(lang, "date.since", { date: momentWords(lang, from, "since") })
  if (to === "") return say(lang, "date.endUnknown", { date: momentWords(lang, from, "since") })
  return say(lang, "date.fromTo", { from: momentWords(lang, from), to: momentWords(lang, to) })
}

/** The date in words, and the source's own wording where it has one: what stands in a table cell. */
export function dateAndWording(
  lang: Lang,
  date: DateValue,
): { readonly date: string; readonly wording: string | null } {
  return {
    date: dateWords(lang, date.edtf),
    wording: date.words === null ? null : say(lang, "date.words", { words: date.words }),
  }
}

function setWords(lang: Lang, inside: string): string {
  if (inside.includes("..")) {
    const [from = "", to = ""] = inside.split("..")
    if (from === "") return say(lang, "date.before", { date: momentWords(lang, to) })
    if (to === "") return say(lang, "date.after", { date: momentWords(lang, from) })
    return say(lang, "date.between", { from: momentWords(lang, from), to: momentWords(lang, to) })
  }
  const all = inside.split(",").map((one) => momentWords(lang, one))
  const last = all.pop()!
  return all.length === 0 ? last : say(lang, "date.oneOf", { date: all.join(", "), last })
}

/** All but `plain` stand after a preposition or before an ending ("с марта", "наурыздан"). */
type Form = "plain" | "about" | Bend

function momentWords(lang: Lang, text: string, form: Form = "plain"): string {
  const sign = /[?~%]$/.exec(text)?.[0]
  if (sign === undefined) return bareWords(lang, text, form)
  const date = bareWords(lang, text.slice(0, -1), sign === "?" || form !== "plain" ? form : "about")
  if (sign === "?") return say(lang, "date.perhaps", { date })
  const about = say(lang, "date.circa", { date })
  return sign === "~" ? about : say(lang, "date.perhaps", { date: about })
}

function bareWords(lang: Lang, text: string, form: Form): string {
  const [year = "", month, day] = text.split("-")
  if (year === "XXXX") {
    if (month === undefined || month === "XX") return say(lang, "date.unknown")
    const date = parts(lang, 2000, Number(month), day === undefined || day === "XX" ? null : Number(day), false, form)
    return say(lang, "date.yearUnknown", { date })
  }
  if (/^\d{3}X$/.test(year) && month === undefined)
    return bent(lang, say(lang, "date.decade", { year: `${year.slice(0, 3)}0` }), form)
  if (year.includes("X") || month === "XX") return text
  if (month === undefined) return bent(lang, year, form)
  if (day === "XX")
    return say(lang, "date.someDay", { date: parts(lang, Number(year), Number(month), null, true, form) })
  return parts(lang, Number(year), Number(month), day === undefined ? null : Number(day), true, form)
}

/** British order for English: 29 July 2019 cannot be read two ways. */
const locale = (lang: Lang) => (lang === "en" ? "en-GB" : lang)

const FORMATS = new Map<string, Intl.DateTimeFormat>()

function formatOf(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`
  return kept(FORMATS, key, () => new Intl.DateTimeFormat(locale(lang), { ...options, timeZone: "UTC" }))
}

const bent = (lang: Lang, date: string, form: Form) =>
  form === "since" || form === "until" ? bend(lang, date, form) : date

function parts(lang: Lang, year: number, month: number, day: number | null, withYear: boolean, form: Form): string {
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1))
  date.setUTCFullYear(year)
  const shown: Intl.DateTimeFormatOptions = { month: "long" }
  if (withYear) shown.year = "numeric"
  if (day === null && form === "plain") return formatOf(lang, shown).format(date)
  const whole = formatOf(lang, { ...shown, day: "numeric" }).formatToParts(date)
  // A whole date bends its month in every language that bends it: take the day out again.
  const dayAt = day === null ? whole.findIndex((part) => part.type === "day") : whole.length
  const kept = [...whole.slice(0, dayAt), ...whole.slice(dayAt + 2)]
  return bent(lang, kept.map((part) => part.value).join(""), form)
}

/** An instant of the ledger, always in UTC: people in several time zones read the same line. */
export function instantWords(lang: Lang, instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  const shown = {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  } as const
  return `${formatOf(lang, shown).format(date)} UTC`
}
