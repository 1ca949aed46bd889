// Runs built test files with Node's own runner and counts what stands in them.
import { readdirSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { run } from "node:test"
import { spec } from "node:test/reporters"
import { fileURLToPath, pathToFileURL } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..")

/** Built test files. Long runs (`soak/`) only when asked for; with `wanted`, those whose path holds one of its parts. */
export function testFiles(soak, wanted = []) {
  const dist = join(root, "dist")
  return readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".test.js") && name.startsWith(`soak${sep}`) === soak)
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .map((name) => join(dist, name))
    .sort()
}

export async function runFiles(files, { concurrency, timeout }) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  if (files.length === 0) return counts
  const { NODE_OPTIONS } = process.env
  const inward = pathToFileURL(join(root, "scripts", "inward.mjs")).href
  process.env.NODE_OPTIONS = [NODE_OPTIONS, `--import=${inward}`].filter(Boolean).join(" ")
  const tests = run({ files, concurrency, timeout })
  // A file is itself reported as a test; only what stands in it is counted.
  const isFile = ({ name }) => files.includes(name) || files.some((file) => relative(process.cwd(), file) === name)
  tests.on("test:pass", (event) => {
    if (event.skip !== undefined) counts.skipped++
    else if (event.details.type !== "suite" && !isFile(event)) counts.passed++
  })
  tests.on("test:fail", (event) => {
    if (event.details.type !== "suite") counts.failed++
  })
  const printed = tests.compose(spec)
  printed.pipe(process.stdout)
  await new Promise((resolve) => printed.on("end", resolve))
  if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS
  else process.env.NODE_OPTIONS = NODE_OPTIONS
  return counts
}

/** Prints the closing line; in CI nothing may be skipped. Answers the exit code. */
export function close({ passed, failed, skipped }) {
  if (process.env.CI === "true" && skipped > 0) {
    console.log(`✖ ${skipped} skipped: in CI nothing may be skipped`)
    return close({ passed, failed: failed + skipped, skipped: 0 })
  }
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`)
  return failed === 0 ? 0 : 1
}
