import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Asset } from "./files.js"

/**
 * Letters for computers that have none: Arabic script with its Kazakh and Uyghur letters, and Chinese. The family names
 * stand at the end of the style sheet's lists, so a system's own fonts come first, and a browser asks only for the pieces
 * (`unicode-range`) whose characters nothing else could show.
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

/** Their files, and one style sheet for each script, to be named only by pages that hold it. */
export function readFonts(): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const { name, family, from, files, script } of PACKAGED) {
    const folder = join(createRequire(import.meta.url).resolve(`${from}/package.json`), "..")
    const rules: string[] = []
    for (const [, file = "", ranges = ""] of readFileSync(join(folder, "index.css"), "utf8").matchAll(FACE)) {
      if (!files.test(file) || !holds(ranges, script)) continue
      const served = `${name}-${rules.length}.woff2`
      assets.set(served, {
        type: "font/woff2",
        bytes: new Uint8Array(readFileSync(join(folder, "files", `${file}.woff2`))),
      })
      // `block`: a moment of nothing is calmer than a moment of empty boxes, and it comes from this computer.
      rules.push(
        `@font-face{font-family:"${family}";font-weight:100 900;font-display:block;src:url(${served}) format("woff2");unicode-range:${ranges}}`,
      )
    }
    assets.set(`${name}.css`, { type: "text/css; charset=utf-8", bytes: new TextEncoder().encode(rules.join("\n")) })
  }
  return assets
}

function holds(ranges: string, script: RegExp): boolean {
  return ranges.split(",").some((range) => {
    const [from = 0, to = from] = range
      .trim()
      .replace("U+", "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16))
    for (let point = from; point <= to; point++) if (script.test(String.fromCodePoint(point))) return true
    return false
  })
}

/** The page with the style sheets of the scripts it holds. */
export function withFonts(html: string): string {
  const needed = PACKAGED.filter(({ script }) => script.test(html))
  const links = needed.map(({ name }) => `<link rel="stylesheet" href="/assets/${name}.css"/>`)
  return links.length === 0 ? html : html.replace("</head>", `${links.join("")}</head>`)
}
