import { parseName, type Script, scriptOf } from "./readings.js"

/** A name for a reader of another script. */
export interface Shown {
  readonly text: string
  /** True: made by the machine, to be marked wherever it stands, and never to leave the vault unconfirmed. */
  readonly transliterated: boolean
}

/** Latin as Russian and Kazakh papers write it in Cyrillic, longest groups first. */
const CYRILLIC: readonly (readonly [string, string])[] = [
  ["shch", "щ"], ["zh", "ж"], ["kh", "х"], ["gh", "г"], ["ch", "ч"], ["sh", "ш"], ["ts", "ц"], ["ng", "нг"], ["ya", "я"],
  ["yu", "ю"], ["yo", "ё"], ["ye", "е"], ["a", "а"], ["b", "б"], ["c", "к"], ["d", "д"], ["e", "е"], ["f", "ф"],
  ["g", "г"], ["h", "х"], ["i", "и"], ["j", "ж"], ["k", "к"], ["l", "л"], ["m", "м"], ["n", "н"], ["o", "о"], ["p", "п"],
  ["q", "к"], ["r", "р"], ["s", "с"], ["t", "т"], ["u", "у"], ["v", "в"], ["w", "у"], ["x", "х"], ["y", "й"], ["z", "з"],
] // biome-ignore format: a table

/**
 * A name as a reader of this script can say it. Latin is plain, without marks: for reading, not for papers. A name
 * that cannot be read is given as it is.
 */
export function showName(name: string, to: "Latn" | "Cyrl"): Shown {
  const from: Script = scriptOf(name)
  const asIs = { text: name, transliterated: false }
  if (from === to || from === "Zyyy") return asIs
  const [parts = []] = parseName(name).ways
  if (parts.length === 0 || parts.some(({ forms: [form] }) => form.reading === "unread")) return asIs
  const latin = parts.map(({ forms: [form], hyphened }, at) => {
    const word = at > 0 && hyphened ? `-${capital(form.latin)}` : capital(form.latin)
    return at === 0 || hyphened ? word : ` ${word}`
  })
  const plain = latin.join("").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i")
  return { text: to === "Latn" ? plain : inCyrillic(plain), transliterated: true }
}

const VOWEL = /[aeiou]/

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function inCyrillic(latin: string): string {
  return latin
    .split(/(?<=[\s-])/)
    .map((word) => {
      const lower = word.toLowerCase()
      let out = ""
      for (let at = 0; at < lower.length; ) {
        const group = CYRILLIC.find(([letters]) => lower.startsWith(letters, at))
        const [before, after] = [lower[at - 1] ?? "", lower[at + 1] ?? ""]
        // y is й beside a vowel and ы between consonants; i after a vowel is й.
        if (group?.[0] === "y") out += VOWEL.test(before + after) ? "й" : "ы"
        else if (group?.[0] === "i" && VOWEL.test(before)) out += "й"
        else out += group ? group[1] : lower[at]
        at += group ? group[0].length : 1
      }
      return word[0] === lower[0] ? out : capital(out)
    })
    .join("")
}
