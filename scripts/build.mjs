// Turns src/ (and the tests beside it) into plain JavaScript under dist/, file by file, and the reading child into one
// file: the child may read nothing but itself and the program of its PDF engine, so it cannot have imports on disk.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const rooms = ["src", "test", "eval", "bench", "soak"]
const stamp = join(root, "dist", ".built")

function* filesUnder(folder) {
  if (!existsSync(folder)) return
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    if (item.isDirectory()) yield* filesUnder(path)
    else yield path
  }
}

/** True when nothing under the source folders is newer than the last build. */
export function isBuilt() {
  if (!existsSync(stamp)) return false
  const built = statSync(stamp).mtimeMs
  const sources = [...rooms, "scripts", "package-lock.json"].map((name) => join(root, name))
  for (const source of sources) {
    if (!existsSync(source)) continue
    const files = statSync(source).isDirectory() ? filesUnder(source) : [source]
    for (const file of files) if (statSync(file).mtimeMs > built) return false
  }
  return true
}

export async function build() {
  const started = new Date()
  const { build: bundle, transform } = await import("esbuild")
  const all = rooms.flatMap((room) => [...filesUnder(join(root, room))])
  const assets = (file) => file.includes(join("web", "assets"))
  const code = all.filter((file) => /\.tsx?$/.test(file) && !assets(file))
  rmSync(join(root, "dist"), { recursive: true, force: true })
  const common = {
    absWorkingDir: root,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
  }
  await bundle({ ...common, entryPoints: code, outbase: root, outdir: join(root, "dist"), sourcemap: true })
  const child = join(root, "src/read/child.ts")
  if (existsSync(child)) {
    await bundle({ ...common, entryPoints: [child], bundle: true, outfile: join(root, "dist/child.mjs") })
    cpSync(join(root, "node_modules/mupdf/dist/mupdf-wasm.wasm"), join(root, "dist/mupdf.wasm"))
  }
  for (const file of all) {
    if (/\.tsx?$/.test(file) && !assets(file)) continue
    const to = join(root, "dist", file.slice(root.length + 1))
    mkdirSync(dirname(to), { recursive: true })
    // Every page brings the style sheet along: what only its writers read stays here.
    if (file.endsWith(".css"))
      writeFileSync(to, (await transform(readFileSync(file, "utf8"), { loader: "css", minifyWhitespace: true })).code)
    else cpSync(file, to)
  }
  writeFileSync(stamp, `${readFileSync(join(root, "package.json"), "utf8").length}\n`)
  const { utimesSync } = await import("node:fs")
  utimesSync(stamp, started, started)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
