import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readFonts } from "./fonts.js"

export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const FILES: readonly (readonly [name: string, path: string, type: string])[] = [
  ["dalel.css", "../views/dalel.css", "text/css; charset=utf-8"],
  ["desk.js", "assets/desk.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "assets/icon.svg", "image/svg+xml"],
]

/** Read once: what is served cannot be exchanged on disk afterwards, and no path ever comes from a request. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const read = (path: string) => new Uint8Array(readFileSync(fileURLToPath(new URL(path, import.meta.url))))
  return new Map([...FILES.map(([name, path, type]) => [name, { type, bytes: read(path) }] as const), ...readFonts()])
}
