// `npm run soak`: the long runs (soak/), then the whole of `npm test` under each packaged Node (22 and 24).
// With words only the long runs whose path holds one of them; `npm run soak -- nodes` only the other Nodes.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { build } from "./build.mjs"
import { ensureInstalled } from "./ensure.mjs"
import { close, root, runFiles, testFiles } from "./run-tests.mjs"

const NODES = ["22", "24"]
const wanted = process.argv.slice(2).filter((word) => word !== "nodes")
const onlyNodes = process.argv.includes("nodes")

ensureInstalled(true)
await build()
const counts = onlyNodes
  ? { passed: 0, failed: 0, skipped: 0 }
  : await runFiles(testFiles(true, wanted), { concurrency: 1, timeout: 3_600_000 })
if (wanted.length === 0) for (const major of NODES) await under(major)
process.exit(close(counts))

/** Runs `npm test` on a clean clone under another Node, taken from the npm registry (a package without a script). */
async function under(major) {
  const place = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`
  const folder = mkdtempSync(join(tmpdir(), "dalel-soak-"))
  try {
    mkdirSync(join(folder, "node"))
    const options = [
      "install",
      "--prefix",
      join(folder, "node"),
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]
    run("npm", [...options, `${place}@${major}`], folder)
    const bin = join(folder, "node", "node_modules", place, "bin")
    if (!existsSync(bin)) throw new Error(`no Node ${major} for ${place}`)
    run("git", ["clone", "--quiet", root, join(folder, "clone")], folder)
    if (existsSync(join(root, "..", "shared")))
      cpSync(join(root, "..", "shared"), join(folder, "shared"), { recursive: true })
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
    const version = spawnSync("node", ["--version"], { env, encoding: "utf8" }).stdout.trim()
    console.log(`\n── npm test under ${version}`)
    const { status } = spawnSync("npm", ["test"], { cwd: join(folder, "clone"), env, stdio: "inherit" })
    if (status === 0) counts.passed++
    else counts.failed++
  } catch (error) {
    console.log(`✖ Node ${major}: ${error.message}`)
    counts.failed++
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", 2, 2] })
  if (status !== 0) throw new Error(`${command} ${args[0]} failed`)
}
