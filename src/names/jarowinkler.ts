/** Jaro–Winkler similarity, 0 to 1: prefix scale 0.1, at most four letters of it. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const matched = new Uint8Array(a.length)
  let matches = 0
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++)
      if (taken[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        taken[j] = 1
        matched[i] = 1
        matches++
        break
      }
  if (matches === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < a.length; i++) {
    if (matched[i] === 0) continue
    while (taken[j] === 0) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved++
    j++
  }
  const jaro = (matches / a.length + matches / b.length + (matches - moved / 2) / matches) / 3
  let same = 0
  while (same < 4 && same < a.length && a[same] === b[same]) same++
  return jaro + same * 0.1 * (1 - jaro)
}
