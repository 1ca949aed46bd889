import type { Random } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"

const SHORTEST = 12
/** Below this a passphrase falls in an hour, slow derivation or not. What is *good* (77 bits) is advised, not enforced. */
const LEAST_BITS = 12

/** @throws DalelError vault/weak-passphrase: under 12 characters, or guessable at once. */
export function checkPassphrase(passphrase: string): void {
  const length = [...passphrase.normalize("NFC")].length
  if (length < SHORTEST) throw new DalelError("vault/weak-passphrase", `${SHORTEST} characters`)
  if (strengthOf(passphrase) < LEAST_BITS) throw new DalelError("vault/weak-passphrase")
}

// The first that everyone tries, in our users' languages.
const FIRST_TRIED = /^(password|passw0rd|passwort|parol|пароль|құпия|кұпия|welcome|letmein|admin)/u
const KEYBOARDS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "1234567890"]
const ROWS = KEYBOARDS.flatMap((row) => [row, [...row].reverse().join("")])

/** What a guesser would try next, and how many bits it is worth. Read in this order at each place. */
const PARTS: readonly ((rest: string, before: string) => { length: number; bits: number } | undefined)[] = [
  /** What was there already: said again. */
  (rest, before) => {
    let length = 0
    while (length < rest.length && before.includes(rest.slice(0, length + 1))) length++
    return length < 3 ? undefined : { length, bits: 2 }
  },
  /** aaaa */
  (rest) => {
    const length = /^(.)\1{2,}/su.exec(rest)?.[0].length
    return length === undefined ? undefined : { length, bits: 5 + Math.log2(length) }
  },
  /** 2345, dcba: each character one more, or one less, than the one before. */
  (rest) => {
    const steps = [...rest].map((letter, at) => letter.charCodeAt(0) - rest.charCodeAt(at - 1))
    const step = steps[1]
    if (step !== 1 && step !== -1) return undefined
    let length = 1
    while (steps[length] === step) length++
    return length < 3 ? undefined : { length, bits: 5 + Math.log2(length) }
  },
  /** qwert */
  (rest) => {
    let length = 0
    while (length < rest.length && ROWS.some((row) => row.includes(rest.slice(0, length + 1)))) length++
    return length < 4 ? undefined : { length, bits: 6 + Math.log2(length) }
  },
  (rest) => matched(FIRST_TRIED, rest, () => 2),
  (rest) => matched(/^\d\d?([./-])\d\d?\1((19|20)\d)?\d\d?/, rest, () => 14), // a date of this century or the last
  (rest) => matched(/^(19|20)\d\d/, rest, () => 6),
  (rest) => matched(/^\d/, rest, () => Math.log2(10)),
  /** One in three thousand, but they stand in words. */
  (rest) => matched(/^\p{Script=Han}/u, rest, () => 6),
  (rest) => matched(/^[\p{L}\p{M}]+/u, rest, wordBits),
  (rest) => matched(/^\s/, rest, () => 0),
  (rest) => matched(/^./su, rest, () => 4),
]

/**
 * A low estimate of how many bits a guesser must try, who knows how people choose: repeats, sequences, words and years
 * count little. Letters drawn by lot count in full only if they look it.
 */
export function strengthOf(passphrase: string): number {
  const text = passphrase.normalize("NFC").slice(0, 200)
  const repeated = /^(.+?)\1+$/su.exec(text)?.[1]
  if (repeated !== undefined) return strengthOf(repeated) + 2
  const plain = text.toLowerCase()
  let bits = 0
  for (let at = 0; at < plain.length; ) {
    const rest = plain.slice(at)
    let part = { length: 1, bits: 0 }
    for (const read of PARTS) {
      const found = read(rest, plain.slice(0, at))
      if (found === undefined) continue
      part = found
      break
    }
    bits += part.bits
    at += part.length
  }
  // A capital at the beginning is what everyone does; others are worth a bit each.
  const capitals = [...text.slice(1)].filter((letter) => letter !== letter.toLowerCase()).length
  return Math.floor(bits + Math.min(capitals, text.length / 3))
}

/** A word is one of some thousand, a long one of more; what has hardly a vowel is no word. */
function wordBits(word: string): number {
  const letters = [...word].length
  const byLot = letters * Math.log2(26)
  const vowels = word.match(/[aeiouyаеёиоуыэюяәөұүіەاوۇۆۈېىيü]/gu)?.length ?? 0
  if (letters > 4 && vowels / letters < 0.15) return byLot
  return Math.min(byLot, 11 + 1.3 * Math.max(0, letters - 5))
}

function matched(shape: RegExp, rest: string, bits: (found: string) => number) {
  const found = shape.exec(rest)?.[0]
  return found === undefined ? undefined : { length: found.length, bits: bits(found) }
}

// Sixteen consonants and four vowels that sound apart in each of our languages: a word of five letters is 16 bits.
const CONSONANTS = "bdfghjklmnprstvz"
const VOWELS = "aiou"

/** Made-up words that can be said aloud, 16 bits each: "tarud bosik …". Six of them are 96 bits. */
export function makePassphrase(random: Random, words = 6): string {
  return Array.from({ length: words }, () => {
    const [high = 0, low = 0] = random(2)
    const bits = (high << 8) | low
    const consonant = (shift: number) => CONSONANTS[(bits >> shift) & 15]!
    const vowel = (shift: number) => VOWELS[(bits >> shift) & 3]!
    return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0)
  }).join(" ")
}
