/**
 * The common ground of all scripts: a name's token becomes a string of *units*, one letter each. A unit stands for the
 * sounds its spelling may stand for, each with a price: Latin `j` is free as in English, French and German, and costs
 * .3 as in Spanish. So one string holds most readings at once, and none has to be guessed.
 */

/** Sounds that are near one another, and what taking one for the other costs. 1 is two unrelated consonants. */
const NEAR: readonly string[] = [
  "pb.25 fv.2 td.25 sz.15 SZ.25 CJ.2 kg.2 sS.35 zZ.35 sc.3 zc.3 CS.3 Cc.35 JZ.1 Jy.35 Zy.4 Jz.35 kx.3 gx.35 xh.05 gh.3",
  "kh.5 vw.1 vb.4 fp.45 wb.5 mn.4 nN.1 mN.5 lr.6 yi.05 ye.2 wu.1 wo.15 ww.0 ts.5 dz.5 tc.5 tC.5 dJ.5 td.25 kC.6 gJ.5",
  "ae.25 ao.25 ei.2 ou.15 iu.35 eo.35 ai.4 au.35 eu.35 io.45 ya.6",
]

/** A sound that may go unwritten, and what that costs. */
const SILENT = "a.38 e.28 i.28 o.38 u.33 h.3 y.2 w.35 x.7 r.75 n.8 N.8 l.85 g.9 m.95 s.9"

/**
 * Units: letter, then the sounds it may be, each with its price; `-` is silence. Letters that equal a sound and
 * nothing else need no row.
 */
const UNITS: readonly string[] = [
  // Latin letters as half of Europe and Central Asia write them
  "1 v f.25 w.15 b.35", // v
  "2 w v u.05", // w
  "3 t s.35 z.4", // th
  "4 s z.1 S.3", // s
  "5 z s.15 c.1 Z.3", // z
  "6 C k.2 x.15 S.15 c.3", // ch
  "7 k c.15 C.2 J.15 s.25", // c
  "] s c.05 C.1 k.25", // c before e, i, y
  "@ C s.1 c.2", // ç
  "[ d J.1", // đ
  "^ a e", // ä, ə, ә
  "_ o a.05", // å
  "` o e.1 u.1 i.3", // ö
  "{ u i.1 e.3", // ü
  "} u o.1", // ou, oo, у
  "~ i e.1", // ee, ea
  "8 J Z y.05 x.25 h.3 i.1", // j
  "9 x k.1 h", // kh
  "A g J.2 Z.25 h.25 x.3 y.5 k.2", // g
  "B g x.3 h.2 -.25 v.5", // gh, ğ, ғ, غ
  "D k g.1 C.25", // q
  "Æ k C.1 g.1", // q as in Qing and Ürümqi
  "E x s.2 z.25 S.1 k.3 h.05", // x as in Uyghur, Pinyin, Albanian
  "F h -.15 x g.25", // h
  "G y i u.25 j.1", // y
  "H S s.15 C.2", // sh
  "I f p.25", // ph
  "K d z.35 t.2", // dh
  // the last consonant of a Latin word, silent in French
  "À t -.3",
  "Á d t.1 -.3",
  "Â s z.1 S.3 -.3",
  "Ã r -.3",
  "Ä s x.2 -.3",
  "Å z s.1 c.1 -.3",
  // Cyrillic
  "L g h.05 k.2", // г: Гарри, Харків
  "M v w.05 f.15 u.2", // в
  "O -.05 y.1 i.15", // ь and the glide within ю, я, ё after a consonant
  "P e y.3 i.15 o.2", // е
  // Arabic script without vowels
  "Q a e.05 i.1 o.1 u.1 -.15", // ا
  "R w v.02 u.02 o.02 -.25", // و
  "T y i e.05 a.2", // ي
  "U -.03 a.05 e.1 i.1 o.1 u.1", // ع ء
  "V a t.15 -.15 e.05 h.2", // ة and final ه
  "W J g.1 Z.1 C.2", // ج
  "X k g.1 C.25", // ك
  "Y a i.05 e.05 -.1", // ى
  // Han syllables: their initials stand for whole families, their vowels are often there only to be spoken
  "! p b.05", // b, p
  '" t d.05 s.35', // d, t
  "# k g.05 h.3 C.35", // g, k
  "$ h g.15 x k.2 f.3 w.25 -.25", // h
  "% J g.1 k.1 Z.15 C.1 c.2 y.25 t.4 d.4", // j
  "& C k.15 c.15 J.1 S.2 t.4", // q
  "' S s.05 h.1 k.25 c.2 C.2 z.2 x.15", // x
  "( l r.05", // l
  ") r Z.05 y.15 l.2 J.1 n.5", // r
  "* z c.05 s.05 J.15 d.3 C.15", // z
  "+ c s.05 z.05 C.1", // c
  ", s z.05 S.2 c.1", // s
  ". J C.1 Z.05 c.1 z.1", // zh
  "/ f v.05 h.15 p.25 w.2", // f
  ": w v.02 u.02 -.2 h.25 f.2", // w
  "; y i J.1 Z.15 e.1 -.15 h.3 g.35", // y
  "< n m.08 N -.35", // coda n, ng
  "= r.05 l.05 -.1 e.15", // 尔
  "> e a.1 i.1 o.1 u.1 -.08", // a vowel after 特 克 斯 and their like
  "? S s.1 C.2 x.2", // sh
  "0 a e.1 o.1 u.1 i.2 -.15",
  "q e a.1 o.1 i.1 u.15 -.15",
  "j i e.05 a.15 y -.15",
  "| o a.1 u.05 e.15 -.15",
  "\\ u o.05 a.15 w v.1 -.15",
]

const SOUNDS = "pbfvmtdnszSZCJckgxhNlrwyaeiou"
const SIZE = 224
const code = (unit: string): number => unit.charCodeAt(0) - 32

/** Price of reading one unit for another. Symmetric, 0 on the diagonal. */
const SUBSTITUTE = new Float32Array(SIZE * SIZE).fill(1.1)

/** How a name was written decides what may be missing in it. */
export type Writing = "full" | "abjad" | "han"

/** Price of a unit that the other side does not have, by how the other side is written. */
const GAP: Readonly<Record<Writing, Float32Array>> = {
  full: new Float32Array(SIZE).fill(1),
  abjad: new Float32Array(SIZE).fill(1),
  han: new Float32Array(SIZE).fill(1),
}

/** Each unit's sounds: for the keys. */
const MAYBE: { sound: string; price: number }[][] = Array.from({ length: SIZE }, () => [])

const VOWEL = "aeiou"

{
  const near = new Map<string, number>()
  for (const entry of NEAR.join(" ").split(" ")) {
    const [a, b, price] = [entry[0]!, entry[1]!, Number(entry.slice(2))]
    near.set(a + b, price).set(b + a, price)
  }
  const silent = new Map(SILENT.split(" ").map((entry) => [entry[0]!, Number(entry.slice(1))]))
  for (const sound of SOUNDS) MAYBE[code(sound)] = [{ sound, price: 0 }]
  for (const row of UNITS) {
    const [unit, ...parts] = row.split(" ")
    MAYBE[code(unit!)] = parts
      .map((part) => ({ sound: part[0]!, price: Number(part.slice(1) || 0) }))
      .filter(({ sound }) => sound === "-" || SOUNDS.includes(sound))
  }
  const apart = (a: string, b: string): number => {
    if (a === b) return 0
    if (a === "-" || b === "-") return 1.1
    return near.get(a + b) ?? (VOWEL.includes(a) && VOWEL.includes(b) ? 0.4 : 1.1)
  }
  for (let u = 0; u < SIZE; u++)
    for (let v = 0; v < SIZE; v++) {
      let best = 1.1
      for (const a of MAYBE[u]!)
        for (const b of MAYBE[v]!) best = Math.min(best, a.price + b.price + apart(a.sound, b.sound))
      SUBSTITUTE[u * SIZE + v] = u === v ? 0 : best
    }
  for (let u = 0; u < SIZE; u++) {
    let gap = 1
    let loose = 1
    let han = 1
    for (const { sound, price } of MAYBE[u]!) {
      const whole = sound === "-" ? price : price + (silent.get(sound) ?? 1)
      gap = Math.min(gap, whole)
      const vowel = VOWEL.includes(sound)
      loose = Math.min(loose, vowel ? price + 0.07 : whole)
      han = Math.min(
        han,
        vowel ? price + 0.12 : sound === "r" ? 0.2 : sound === "l" ? 0.35 : "nm".includes(sound) ? 0.6 : whole,
      )
    }
    GAP.full[u] = gap
    GAP.abjad[u] = loose
    GAP.han[u] = han
  }
}

/** What a token weighs: the price of having none of it. */
export function weightOf(units: string): number {
  let sum = 0
  for (let at = 0; at < units.length; at++) sum += GAP.full[units.charCodeAt(at) - 32]!
  return sum
}

const WIDEST = 64
/**
 * The same prices in thousandths, units numbered from 1 without gaps: whole numbers are quicker to add, and a small
 * table stays near the processor.
 */
const DENSE = new Uint8Array(256)
const WIDE = 128
const known = MAYBE.flatMap((sounds, unit) => (sounds.length > 0 ? [unit] : []))
for (const [at, unit] of known.entries()) DENSE[unit + 32] = at + 1
const SWAP = new Uint16Array(WIDE * WIDE).fill(1100)
for (const u of known)
  for (const v of known) SWAP[DENSE[u + 32]! * WIDE + DENSE[v + 32]!] = Math.round(SUBSTITUTE[u * SIZE + v]! * 1000)
const dense = (prices: Float32Array): Uint16Array => {
  const made = new Uint16Array(WIDE).fill(1000)
  for (const unit of known) made[DENSE[unit + 32]!] = Math.round(prices[unit]! * 1000)
  return made
}
const SKIP: Readonly<Record<Writing, Uint16Array>> = {
  full: dense(GAP.full),
  abjad: dense(GAP.abjad),
  han: dense(GAP.han),
}
const row = new Int32Array(WIDEST + 1)
const [rowsOf, columnsOf] = [new Uint8Array(WIDEST), new Uint8Array(WIDEST)]

/** Units as bytes, at most 64 of them, into `codes` from `at` on. Answers how many. */
export function encode(units: string, codes: Uint8Array, at = 0): number {
  const length = Math.min(units.length, WIDEST)
  for (let nth = 0; nth < length; nth++) codes[at + nth] = DENSE[units.charCodeAt(nth)]!
  return length
}

/**
 * The least that must be paid to read one string of units as the other: weighted edit distance.
 * Symmetric. Longer strings than 64 are cut. Above `limit` it may stop and answer any number above it.
 */
export function costOf(
  a: string,
  b: string,
  aWritten: Writing,
  bWritten: Writing,
  limit = Number.POSITIVE_INFINITY,
): number {
  if (a === b) return 0
  return costOfCodes(rowsOf, encode(a, rowsOf), columnsOf, 0, encode(b, columnsOf), aWritten, bWritten, limit)
}

const FAR = 1 << 28

/** The same for units that were encoded: `n` of `a`, and `m` of `b` from `from` on. */
export function costOfCodes(
  a: Uint8Array,
  n: number,
  b: Uint8Array,
  from: number,
  m: number,
  aWritten: Writing,
  bWritten: Writing,
  limit: number,
): number {
  const gapA = SKIP[bWritten]
  const gapB = SKIP[aWritten]
  const most = limit * 1000
  // Only cells between these can lead to an answer within the limit.
  let [first, last] = [0, 0]
  row[0] = 0
  for (let j = 1; j <= m; j++) {
    const cost = row[j - 1]! + gapB[b[from + j - 1]!]!
    if (cost > most) break
    row[j] = cost
    last = j
  }
  for (let i = 0; i < n; i++) {
    const base = a[i]! * WIDE
    const skip = gapA[a[i]!]!
    let corner = FAR
    let left = FAR
    let [nextFirst, nextLast] = [-1, -1]
    for (let j = first; j <= m; j++) {
      const above = j <= last ? row[j]! : FAR
      if (j > last + 1 && left > most) break
      let best = above + skip
      if (j > 0) {
        const v = b[from + j - 1]!
        const swapped = corner + SWAP[base + v]!
        if (swapped < best) best = swapped
        left += gapB[v]!
        if (left < best) best = left
      }
      row[j] = best
      left = best
      corner = above
      if (best <= most) {
        if (nextFirst < 0) nextFirst = j
        nextLast = j
      }
    }
    if (nextFirst < 0) return limit + 1
    first = nextFirst
    last = nextLast
  }
  return last === m ? row[m]! / 1000 : limit + 1
}

/** Consonants that are taken for one another in keys. Glides and h are left out: half of all spellings drop them. */
const CLASS: Readonly<Record<string, string>> = {
  p: "P", b: "P", f: "F", v: "F", m: "M", t: "T", d: "T", s: "S", z: "S", S: "S", Z: "S", C: "S", J: "S", c: "S",
  k: "K", g: "K", x: "K", n: "N", N: "N", l: "L", r: "R",
} // biome-ignore format: a table

const CHOICES: readonly (readonly string[])[] = MAYBE.map((sounds) => [
  ...new Set(sounds.filter(({ price }) => price <= 0.2).map(({ sound }) => CLASS[sound] ?? "")),
])

const BITS = "PFMTSKNLR"
const MUST = new Int32Array(SIZE)
const MAY = new Int32Array(SIZE)
for (let u = 0; u < SIZE; u++) {
  for (const { sound } of MAYBE[u]!) if (CLASS[sound]) MAY[u]! |= 1 << BITS.indexOf(CLASS[sound]!)
  const [only, ...more] = new Set(MAYBE[u]!.map(({ sound }) => CLASS[sound] ?? ""))
  if (more.length === 0 && only) MUST[u] = 1 << BITS.indexOf(only)
}

/** Classes of consonants that are surely in a string of units (low 16 bits), and that may be (high 16 bits). */
export function classesOf(units: string): number {
  let [must, may] = [0, 0]
  for (let at = 0; at < units.length; at++) {
    const u = units.charCodeAt(at) - 32
    must |= MUST[u]!
    may |= MAY[u]!
  }
  return must | (may << 16)
}

const COUNT = Uint8Array.from({ length: 512 }, (_, bits) => bits.toString(2).replaceAll("0", "").length)

/** Classes that the one surely has and the other cannot have, the larger number of both ways. */
export function classesApart(a: number, b: number): number {
  return Math.max(COUNT[a & ~(b >>> 16) & 511]!, COUNT[b & ~(a >>> 16) & 511]!)
}

/** Do two strings of units begin with the same sound, or nearly? */
export const soundAlike = (a: string, b: string): boolean => SUBSTITUTE[code(a) * SIZE + code(b)]! <= 0.3

/** Is this unit a vowel, or nothing? */
export const isVowel = (unit: string): boolean => (CHOICES[code(unit)] ?? [""]).every((one) => one === "")

/**
 * The consonant skeletons a token may have, at most `limit`, likeliest first. With `broad`, as Han syllables can tell
 * them apart: l is r, and neither is heard at the end of a syllable.
 */
export function skeletons(units: string, limit: number, broad = false): string[] {
  let open = [""]
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!
    let choices = CHOICES[code(unit)] ?? [""]
    if (broad) {
      const coda = at + 1 === units.length || !isVowel(units[at + 1]!)
      choices = [...new Set(choices.map((one) => (one === "R" || one === "L" ? (coda ? "" : "L") : one)))]
    }
    const next: string[] = []
    for (const choice of choices)
      for (const stem of open) {
        const longer = choice === "" || stem.endsWith(choice) ? stem : stem + choice
        if (next.length < limit && !next.includes(longer)) next.push(longer)
      }
    open = next
  }
  return open
}
