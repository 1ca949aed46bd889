// `npm test`: installs what is missing, checks types and style, builds, runs every test, ends with one line.
// With names as arguments (`npm test ledger names/match`) only the test files whose path holds one of them run.
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { run } from "node:test"
import { spec } from "node:test/reporters"
import { fileURLToPath } from "node:url"
import { build } from "./build.mjs"
import { ensureInstalled } from "./ensure.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const wanted = process.argv.slice(2)
ensureInstalled(true)

let passed = 0
let failed = 0
let skipped = 0

function check(title, file, ...options) {
  const done = spawnSync(process.execPath, [join(root, "node_modules", file), ...options], {
    cwd: root,
    stdio: "inherit",
  })
  console.log(`${done.status === 0 ? "✔" : "✖"} ${title}`)
  if (done.status === 0) passed++
  else failed++
}

if (wanted.length === 0) {
  check("types", "typescript/bin/tsc", "--noEmit")
  check("style", "@biomejs/biome/bin/biome", "check", ".")
}
await build()

const files = readdirSync(join(root, "dist"), { recursive: true })
  .map((name) => join(root, "dist", String(name)))
  .filter((name) => name.endsWith(".test.js") && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort()

const tests = run({ files, concurrency: 2, timeout: 240_000 })
// A file is itself reported as a test; only what stands in it is counted.
tests.on("test:pass", (event) => {
  if (event.skip !== undefined) skipped++
  else if (event.details.type !== "suite" && !files.includes(event.name)) passed++
})
tests.on("test:fail", (event) => {
  if (event.details.type !== "suite") failed++
})
tests.compose(spec).pipe(process.stdout)
await new Promise((resolve) => tests.on("end", resolve))
await new Promise((resolve) => setTimeout(resolve, 100))

if (process.env.CI === "true" && skipped > 0) {
  console.log(`✖ ${skipped} skipped: in CI nothing may be skipped`)
  failed += skipped
  skipped = 0
}
console.log(
  skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : `${passed} passed, ${failed} failed`,
)
process.exit(failed === 0 ? 0 : 1)
