/**
 * Latin spelling to units. No language is asked for: English, German, French, Turkish, Polish, Kazakh (2018, 2021 and
 * as people write it), Uyghur and Pinyin share these rows, and what they disagree on is a unit with several sounds.
 */

/** Letters with marks whose mark changes the sound; all other marks are dropped. */
const MARKED: Readonly<Record<string, string>> = {
  ş: "S", š: "S", ś: "S", ș: "S", ŝ: "S", ç: "@", č: "C", ć: "C", ĉ: "C", ž: "Z", ź: "Z", ż: "Z", ğ: "B", ǵ: "B",
  ñ: "n", ň: "n", ń: "n", ŋ: "N", ł: "l", đ: "[", ð: "K", þ: "3", ı: "i", ə: "^", ä: "^", æ: "^", å: "_", ö: "`",
  ø: "`", ő: "`", œ: "`", ü: "{", ű: "{", ß: "s", ț: "c", ţ: "c", ř: "r", ĝ: "J", ʼ: "", ʻ: "", ɵ: "`", ƣ: "B",
  ⱪ: "D", ⱨ: "h", ⱬ: "Z", ý: "G", ũ: "u", ơ: "o", ư: "u",
} // biome-ignore format: a table

/** Groups of letters, longest first. An upper-case or other sign on the right is a unit. */
const GROUPS: readonly (readonly [string, string])[] = [
  ["tzsch", "C"], ["tsch", "C"], ["shch", "S"], ["schtsch", "S"], ["dsch", "J"], ["sch", "H"], ["tch", "C"],
  ["dzh", "J"], ["dge", "J"], ["ght", "t"], ["eau", "o"], ["sh", "H"], ["sz", "H"], ["zh", "Z"], ["zs", "Z"],
  ["kh", "9"], ["ch", "6"], ["cz", "C"], ["dj", "J"], ["dž", "J"], ["dz", "5"], ["gh", "B"], ["ph", "I"], ["th", "3"],
  ["dh", "K"], ["rh", "r"], ["wh", "2"], ["ck", "k"], ["qu", "k2"], ["tz", "c"], ["ts", "c"], ["cc", "7"],
  ["ou", "}"], ["oo", "}"], ["ee", "~"], ["ea", "~"], ["ye", "OP"], ["yo", "O`"], ["yu", "O{"], ["ya", "Oa"],
  ["iu", "O{"], ["ia", "Oa"], ["io", "O`"],
] // biome-ignore format: a table

const LETTERS: Readonly<Record<string, string>> = {
  a: "a", b: "b", d: "d", e: "e", f: "f", h: "F", i: "i", j: "8", k: "k", l: "l", m: "m", n: "n", o: "o", p: "p",
  q: "D", r: "r", s: "4", t: "t", u: "u", v: "1", w: "2", y: "G", z: "5",
} // biome-ignore format: a table

const SOFT = /^[eiyéèêëíîïěęėēī]/

/** One token, lower-case NFC, to units. `inX`: what x stands for inside a word. */
function units(token: string, inX: string): string {
  let out = ""
  for (let at = 0; at < token.length; ) {
    const rest = token.slice(at)
    const group = GROUPS.find(([letters]) => rest.startsWith(letters))
    if (group) {
      out += group[1]
      at += group[0].length
      continue
    }
    const letter = token[at]!
    const next = token.slice(at + 1)
    at++
    if (letter === next[0] && !"eo".includes(letter)) continue
    if (letter === "x") out += out === "" ? "E" : inX
    else if (letter === "q" && /^[iu]/.test(next)) out += "Æ"
    else if (letter === "c") out += SOFT.test(next) ? "]" : "7"
    else if (letter === "g") out += SOFT.test(next) ? "A" : "g"
    else if (letter === "n" && next[0] === "g" && !/^g[aeiouyäöüáéíóúıə]/.test(next)) {
      out += "N"
      at++
    } else {
      const known = MARKED[letter] ?? LETTERS[letter]
      out += known ?? LETTERS[letter.normalize("NFD")[0]!] ?? (letter.normalize("NFD")[0] === "c" ? "7" : "")
    }
  }
  return out
}

const SILENT: Readonly<Record<string, string>> = { t: "À", d: "Á", 4: "Â", r: "Ã", 5: "Å" }

/** French leaves the last consonant of Mollet, Arnaud and Robert unsaid; other languages do not. */
function lastMayBeSilent(units: string, token: string): string {
  if (!/[aeiouyéèêïlnr](?:[tdrz]|s)$/u.test(token) || units.length < 4) return units
  const last = SILENT[units.at(-1)!]
  return last === undefined ? units : units.slice(0, -1) + last
}

/** One token, lower-case, to its strings of units; the second reads x as in Uyghur, Kazakh and Pinyin. */
export function latinUnits(token: string): string[] {
  const spelled = token
    .normalize("NFC")
    .replace(/^mc(?=[^aeiou])/, "mak")
    .replace(/^wr/, "r")
  const first = lastMayBeSilent(units(spelled, "ks"), spelled)
  return spelled.includes("x", 1) ? [first, units(spelled, "E")] : [first]
}
