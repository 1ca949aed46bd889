import { FEMALE_NAMES, MALE_NAMES } from "./given.js"

/** Russian names in their cases. Endings only: what a document itself attests goes before any of this. */

export type Gender = "male" | "female"

/** Lower case, е for ё: the form in which names are compared. */
export const plain = (word: string) => word.toLowerCase().replaceAll("ё", "е")

const ENDING =
  /(?<=\p{L}{3})(?:ого|его|ому|ему|ыми?|ими?|ом|ем|ой|ей|ую|юю|ою|ею|ия|ию|ии|ием|ие|ья|ью|ая|яя|ый|ий|а|я|у|ю|е|ы|и|о|й|ь)$/u

/** What the forms of one name have in common: "билаш" of Билаша, "иванов" of Ивановой. */
export function stemOf(word: string): string {
  const lower = plain(word)
  const fleeting = FLEETING[lower]
  if (fleeting) return fleeting
  return lower.length < 4 ? lower : lower.replace(ENDING, "")
}

/** Vowels that come and go. */
const FLEETING: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["павл", "павел павла павлу павлом павле"],
    ["льв", "лев льва льву львом льве"],
    ["пётр".replace("ё", "е"), "петр петра петру петром петре"],
  ].flatMap(([stem, forms]) => forms!.split(" ").map((form) => [form, stem!])),
)

/** What a form of a given name may be in the nominative, best first: [form, gender]. */
export function givenOf(word: string): { name: string; gender: Gender } | null {
  const lower = plain(word)
  for (const [ending, replacements] of CASES) {
    if (!lower.endsWith(ending)) continue
    for (const replacement of replacements) {
      const name = lower.slice(0, lower.length - ending.length) + replacement
      if (name.length < 2) continue
      if (MALE_NAMES.has(name) && !(ending === "" && FEMALE_NAMES.has(name) && /[ая]$/u.test(name)))
        return { name, gender: "male" }
      if (FEMALE_NAMES.has(name)) return { name, gender: "female" }
    }
  }
  const fleeting = FLEETING[lower]
  if (fleeting) return { name: fleeting === "павл" ? "павел" : fleeting === "льв" ? "лев" : "петр", gender: "male" }
  return null
}

/** An ending, and what stands for it in the nominative. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["", [""]],
  ["ого", ["ий", "ый"]],
  ["ием", ["ий"]],
  ["ией", ["ия"]],
  ["ью", ["ь"]],
  ["ом", ["", "о"]],
  ["ем", ["й", "ь"]],
  ["ой", ["а"]],
  ["ей", ["я", "ья", "а"]],
  ["ии", ["ия", "ий"]],
  ["ию", ["ий", "ия"]],
  ["ия", ["ий"]],
  ["ие", ["ий"]],
  ["ьи", ["ья"]],
  ["ье", ["ья"]],
  ["ью", ["ья"]],
  ["а", ["", "о"]],
  ["я", ["й", "ь"]],
  ["у", ["", "а"]],
  ["ю", ["й", "ь", "я"]],
  ["е", ["", "а", "й", "ь", "я"]],
  ["ы", ["а"]],
  ["и", ["я", "а", "ь"]],
]

/** -ович, -евич, -ич; -овна, -евна, -ична, in every case; -улы, -кызы do not change. */
export const PATRONYMIC =
  /^\p{Lu}\p{L}+(?:(?:ович|евич|ьич)(?:а|у|ем|е)?|(?:[оеё]вн|ичн)(?:а|ы|е|у|ой|ою)|(?:улы|ұлы|кызы|қызы|оглы|гызы|угли))$/u
export const FAMILY_ENDING =
  /^\p{Lu}[\p{L}-]*(?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ых|ы|ыми)?|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их)|енк[оа]|(?:ук|юк|чук|ак|як|ик)(?:а|у|ом|е)?|ян(?:а|у|ом|е)?|дзе|швили|[иы]х|ба(?:ев|ева)|б[ае]к(?:а|у|ом|е)?|хан(?:а|у|ом|е)?|жан(?:а|у|ом|е)?|ман(?:а|у|ом|е)?|сон(?:а|у|ом|е)?|ер(?:а|у|ом|е)?|айт[еи]|[сш]ки)$/u

export function genderOfPatronymic(word: string): Gender | null {
  if (/(?:[оеё]вн|ичн)\p{L}{1,2}$|(?:кызы|қызы|гызы)$/u.test(word)) return "female"
  return PATRONYMIC.test(word) ? "male" : null
}

/**
 * A family name in the nominative, for someone of this gender. `declined`: the given name beside it stands in another
 * case, so an ending is one of case; "Алия Кенжетай" keeps its own.
 */
export function familyOf(word: string, gender: Gender | null, declined: boolean): string {
  if (gender === "female") {
    const soft = /^(.+(?:[оеё]в|[иы]н))(?:ой|у|ою)$/u.exec(word)
    if (soft) return `${soft[1]}а`
    return word.replace(/^(.+[сц]к)(?:ой|ую|ою)$/u, "$1ая")
  }
  const adjective = /^(.+[сцк]к)(?:ого|ому|им|ом)$/u.exec(word)
  if (adjective) return `${adjective[1]}ий`
  const possessive = /^(.+(?:[оеё]в|[иы]н))(?:у|ым|е)$/u.exec(word)
  if (possessive) return possessive[1]!
  if (!declined) return word
  const long = /^(.{3,}н)(?:ого|ому|ым)$/u.exec(word)
  if (long) return `${long[1]}ый`
  const genitive = /^(.+(?:[оеё]в|[иы]н))а$/u.exec(word)
  if (genitive) return genitive[1]!
  // Билаша, Билашу, Билашем, Билаше
  const consonant = /^(.{2,}[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е)$/u.exec(word)
  if (consonant) return consonant[1]!
  // Роммеля, Роммелю: л before a soft ending keeps its sign.
  const soft = /^(.{2,}[еэиюу]л)(?:я|ю|ем)$/u.exec(word)
  return soft ? `${soft[1]}ь` : word.replace(/^(.{2,})(?:я|ю|ем)$/u, "$1й")
}

export function patronymicOf(word: string): string {
  return word.replace(/((?:ов|ев|ь)ич)(?:а|у|ем|е)$/u, "$1").replace(/((?:[оеё]вн|ичн))(?:ы|е|у|ой|ою)$/u, "$1а")
}

/** What a name in the nominative tells of who bears it; null when it tells nothing. */
export function genderOf(name: string): Gender | null {
  const words = name.split(" ")
  for (const word of words) {
    const told = genderOfPatronymic(word)
    if (told) return told
  }
  if (words.some((word) => /(?:[оеё]ва|[иы]на|ская)$/u.test(word)) && words.length > 1) return "female"
  for (const word of words) {
    const lower = plain(word)
    if (FEMALE_NAMES.has(lower) && !MALE_NAMES.has(lower)) return "female"
    if (MALE_NAMES.has(lower) && !FEMALE_NAMES.has(lower)) return "male"
  }
  return words.length > 1 && /(?:[оеё]в|ин|ский)$/u.test(words.at(-1)!) ? "male" : null
}
