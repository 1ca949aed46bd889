/** Parts of a name that name somebody by themselves: three letters or more. */
export const partsOf = (name: string) => name.split(/[\s,.;()«»"“”]+/u).filter((part) => part.length >= 3)

/**
 * A name whole in any case, and each of its parts that no public name has: a surname alone names the person too.
 * Cyrillic parts also bend: Оразова, Оразову, Оразовой.
 */
export function mentionPattern(names: readonly string[], parts: readonly string[], shown: readonly string[]): RegExp {
  const whole = names.map((name) => name.trim().split(/\s+/u).map(escapePattern).map(anyCase).join("\\s+"))
  const lines = shown.join("\n")
  const alone = parts
    .flatMap((part) => [escapePattern(part), escapePattern(part.toUpperCase()), ...bent(part)])
    // Оразов is hidden, Оразова is not.
    .filter((one) => !new RegExp(`^(?:${one})$`, "mu").test(lines))
  const all = [...new Set([...whole, ...alone])].filter((one) => one !== "").sort((a, b) => b.length - a.length)
  if (all.length === 0) return /(?!)/gu
  // Scripts without spaces between words have no ends of words to look for.
  const ends = (one: string) => (/\p{Script=Han}/u.test(one) ? one : `(?<![\\p{L}\\p{N}])(?:${one})(?![\\p{L}\\p{N}])`)
  return new RegExp(all.map(ends).join("|"), "gu")
}

const RUSSIAN =
  "а|я|у|ю|ы|и|е|ой|ою|ей|ею|ом|ем|ём|ым|им|ого|его|ому|ему|ая|яя|ую|юю|ий|ый|ие|ые|их|ых|ов|ев|ам|ям|ами|ями|ах|ях|ь|й"
const KAZAKH =
  "ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|а|е|ны|ні|ды|ді|ты|ті|н|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен"

/** What a word begins with however it bends. */
export function stemOf(part: string): string {
  const stem = /^\p{Script=Cyrillic}+$/u.test(part) ? part.replace(/[аеёиоуыэюяйьі]+$/u, "") : part
  return stem.length >= 3 ? stem : part
}

function bent(part: string): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(part)) return []
  const stem = part.replace(/[аеёиоуыэюяйьі]+$/u, "")
  const whole = escapePattern(part)
  return [...(stem.length >= 3 ? [`${escapePattern(stem)}(?:${RUSSIAN})`] : []), `${whole}(?:${KAZAKH})`]
}

function anyCase(pattern: string): string {
  return pattern.replace(/\p{Ll}|\p{Lu}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
}

export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}
