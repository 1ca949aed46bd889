/**
 * Cyrillic (Russian, Ukrainian, Kazakh, Kyrgyz, Uyghur, Tajik, Uzbek and the southern Slavs) to units for matching and
 * to plain Latin for showing. Latin follows what people write in passports and papers, not a scholarly scheme.
 */
const TABLE: Readonly<Record<string, readonly [units: string, latin: string]>> = {
  а: ["a", "a"], ә: ["^", "a"], б: ["b", "b"], в: ["M", "v"], г: ["L", "g"], ґ: ["g", "g"], ғ: ["B", "gh"],
  д: ["d", "d"], е: ["P", "e"], ё: ["O`", "yo"], є: ["Oe", "ye"], ж: ["Z", "zh"], җ: ["J", "j"], з: ["5", "z"],
  и: ["i", "i"], і: ["i", "i"], ї: ["Oi", "yi"], й: ["y", "y"], ј: ["y", "y"], к: ["k", "k"], қ: ["D", "q"],
  л: ["l", "l"], љ: ["l", "l"], м: ["m", "m"], н: ["n", "n"], њ: ["n", "n"], ң: ["N", "ng"], о: ["o", "o"],
  ө: ["`", "o"], п: ["p", "p"], р: ["r", "r"], с: ["s", "s"], т: ["t", "t"], ћ: ["C", "c"], ђ: ["J", "j"],
  џ: ["J", "j"], ѓ: ["g", "g"], ќ: ["k", "k"], ѕ: ["z", "z"], у: ["}", "u"], ў: ["2", "u"], ұ: ["u", "u"],
  ү: ["{", "u"], ф: ["f", "f"], х: ["9", "kh"], ҳ: ["9", "h"], һ: ["h", "h"], ц: ["c", "ts"], ч: ["C", "ch"],
  ҷ: ["J", "j"], ш: ["S", "sh"], щ: ["S", "shch"], ъ: ["U", ""], ы: ["i", "y"], ь: ["", ""], э: ["e", "e"],
  ю: ["O{", "yu"], я: ["Oa", "ya"], ӣ: ["i", "i"], ӯ: ["u", "u"], ѣ: ["e", "e"],
} // biome-ignore format: a table

/** One token, lower-case, to units. */
export function cyrillicUnits(token: string): string {
  const spelled = token.normalize("NFC").replace(/дж/g, "џ").replace(/т[сц]/g, "ц").replace(/тч/g, "ч")
  let out = ""
  let before = ""
  for (const letter of spelled) {
    if (letter === before) continue
    // At the beginning and after a vowel or a sign, е has a glide before it.
    if (letter === "е" && /^$|[аеёиоуыэюяіїәөүұьъ]/.test(before)) out += "O"
    out += TABLE[letter]?.[0] ?? TABLE[letter.normalize("NFD")[0]!]?.[0] ?? ""
    before = letter
  }
  return out
}

/** One token, lower-case, in plain Latin letters, for showing. Kazakh has ж as in "jazz" and writes its ы as y. */
export function cyrillicLatin(token: string): string {
  let out = ""
  let before = ""
  for (const letter of token.normalize("NFC")) {
    if (letter === "е" && /^$|[аеёиоуыэюяьъ]/.test(before)) out += before === "" || /[ьъ]/.test(before) ? "ye" : "e"
    else out += TABLE[letter]?.[1] ?? letter
    before = letter
  }
  return out
}

/** Endings of Russian and Ukrainian cases, and what the name ends in when it is not declined. Longest first. */
const DECLINED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=[ое]в|ё?в|ин|ын)(?:ыми|ых|ым)$/, [""]],
  [/(?<=ск|цк)(?:ого|ому|им|ом)$/, ["ий", "ой"]],
  [/(?<=ск|цк)(?:ая|ой|ую)$/, ["ая"]],
  [/(?<=[бвгґджзклмнпрстфхцчшщ]|ь)(?:ом|ем|ём|ою|ею|ой|ей|ам|ах|ями)$/, ["", "а"]],
  [/(?<=[иа])(?:ею|ей|ю|я|е|и)$/, ["й", "я"]],
  [/(?<=[бвгґджзклмнпрстфхцчшщ])(?:[аеуыиі])$/, ["", "а"]],
  [/(?<=[бвгґджзклмнпрстфх])(?:[яюеи])$/, ["ь", "я"]],
]

/** What a declined Russian or Ukrainian token may be when it is not: Билашу → Билаш, Билаша. Not the token itself. */
export function undeclined(token: string): string[] {
  if (token.length < 4) return []
  const found = new Set<string>()
  for (const [ending, endings] of DECLINED) {
    const match = ending.exec(token)
    if (!match || match.index < 3) continue
    for (const other of endings) found.add(token.slice(0, match.index) + other)
  }
  found.delete(token)
  return [...found]
}
