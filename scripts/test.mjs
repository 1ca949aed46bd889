// `npm test`: installs what is missing, checks types and style, builds, runs every test, ends with one line.
// With words (`npm test ledger names/match`) only the test files whose path holds one of them run.
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { build } from "./build.mjs"
import { ensureInstalled } from "./ensure.mjs"
import { close, root, runFiles, testFiles } from "./run-tests.mjs"

const wanted = process.argv.slice(2)
ensureInstalled(true)
const checks =
  wanted.length === 0
    ? [check("types", "typescript/bin/tsc", "--noEmit"), check("style", "@biomejs/biome/bin/biome", "check", ".")]
    : []
await build()
const counts = await runFiles(testFiles(false, wanted), { concurrency: 2, timeout: 240_000 })
const good = checks.filter(Boolean).length
process.exit(close({ ...counts, passed: counts.passed + good, failed: counts.failed + checks.length - good }))

function check(title, file, ...options) {
  const command = [join(root, "node_modules", file), ...options]
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" })
  console.log(`${status === 0 ? "✔" : "✖"} ${title}`)
  return status === 0
}
