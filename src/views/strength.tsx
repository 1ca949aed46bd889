import { type Lang, say } from "./words/say.js"

/** What so many bits mean to whoever holds the folder; the key is made slow to guess (scrypt, 256 MB for each guess). */
const GRADES = [
  { below: 12, key: "strength.none" },
  { below: 40, key: "strength.weak" },
  { below: 60, key: "strength.fair" },
  { below: 77, key: "strength.good" },
  { below: Number.POSITIVE_INFINITY, key: "strength.strong" },
] as const

/** Below this many bits a person is asked whether it shall be so all the same. */
export const ASKED_BELOW = 40

/** "About 52 bits: …", as honest as an estimate can be. */
export function strengthWords(lang: Lang, bits: number): string {
  const { key } = GRADES.find(({ below }) => bits < below)!
  return `${say(lang, "strength.bits", { n: bits })} ${say(lang, key)}`
}

/** Where the estimate stands: empty until it is asked for. `desk.js` renews it while somebody types. */
export function Strength({ lang, bits }: { lang: Lang; bits: number | null }) {
  return (
    <p id="strength" class="hint" role="status">
      {bits !== null && strengthWords(lang, bits)}
    </p>
  )
}
