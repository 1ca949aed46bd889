import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Asset } from "./files.js"

/**
 * Letters for computers that have none: Arabic script with its Kazakh and Uyghur letters, and Chinese. The family names
 * stand at the end of the style sheet's lists, so a system's own fonts come first, and a browser asks only for the pieces
 * (`unicode-range`) whose characters nothing else could show. A page names the sheets of the pieces it may need and no
 * others: all of them together would weigh more than the page.
 */
const PACKAGED = [
  {
    name: "arabic",
    family: "Dalel Arabic",
    from: "@fontsource-variable/noto-naskh-arabic",
    files: /-arabic-wght-normal$/,
    script: /\p{Script=Arabic}/u,
  },
  {
    name: "han",
    family: "Dalel Han",
    from: "@fontsource-variable/noto-sans-sc",
    files: /-\d+-wght-normal$/,
    script: /\p{Script=Han}/u,
  },
] as const

const FACE = /src: url\(\.\/files\/([\w-]+)\.woff2\)[^;]*;\s*unicode-range: ([^;]+);/g

interface Piece {
  /** `han-17`: its style sheet and its font. */
  readonly name: string
  readonly family: string
  readonly file: string
  readonly ranges: string
  readonly script: RegExp
}

const PIECES: readonly Piece[] = PACKAGED.flatMap(({ name, family, from, files, script }) => {
  const folder = join(createRequire(import.meta.url).resolve(`${from}/package.json`), "..")
  return [...readFileSync(join(folder, "index.css"), "utf8").matchAll(FACE)]
    .filter(([, file = "", ranges = ""]) => files.test(file) && pointsOf(ranges).some((one) => script.test(one)))
    .map(([, file = "", ranges = ""], index) => {
      return { name: `${name}-${index}`, family, file: join(folder, "files", `${file}.woff2`), ranges, script }
    })
})

/** Which piece holds a character. Latin and Cyrillic are every computer's own. */
const HOLDS: ReadonlyMap<string, Piece> = new Map(
  PIECES.flatMap((piece) =>
    pointsOf(piece.ranges)
      .filter((point) => point >= "\u0600")
      .map((point) => [point, piece] as const),
  ),
)

function pointsOf(ranges: string): string[] {
  return ranges.split(",").flatMap((range) => {
    const [from = 0, to = from] = range
      .trim()
      .replace("U+", "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step))
  })
}

/** Each piece with a style sheet of its own. */
export function readFonts(): Map<string, Asset> {
  return new Map(
    PIECES.flatMap(({ name, family, file, ranges }): [string, Asset][] => {
      // `block`: a moment of nothing is calmer than a moment of empty boxes, and it comes from this computer.
      const rule = `@font-face{font-family:"${family}";font-weight:100 900;font-display:block;src:url(${name}.woff2) format("woff2");unicode-range:${ranges}}`
      return [
        [`${name}.css`, { type: "text/css; charset=utf-8", bytes: new TextEncoder().encode(rule) }],
        [`${name}.woff2`, { type: "font/woff2", bytes: new Uint8Array(readFileSync(file)) }],
      ]
    }),
  )
}

const SCRIPTS = /[\p{Script=Arabic}\p{Script=Han}]/u

/** The page with the style sheets of the pieces its characters are in. */
export function withFonts(html: string): string {
  if (!SCRIPTS.test(html)) return html
  const needed = new Set<string>()
  for (const letter of new Set(html)) {
    const piece = HOLDS.get(letter)
    if (piece?.script.test(html)) needed.add(piece.name)
  }
  const links = [...needed].sort().map((name) => `<link rel="stylesheet" href="/assets/${name}.css"/>`)
  return html.replace("</head>", `${links.join("")}</head>`)
}
