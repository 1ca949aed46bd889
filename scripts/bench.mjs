// `npm run bench -- vault …`: both sides of each comparison in one run, on this machine. Without names: all of them.
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "./build.mjs"
import { ensureInstalled } from "./ensure.mjs"

ensureInstalled(true)
await build()
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "dist", "bench")
const all = readdirSync(folder)
  .filter((name) => name.endsWith(".js"))
  .map((name) => name.slice(0, -".js".length))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"))
const options = process.argv.slice(2).filter((word) => word.startsWith("--"))
for (const name of wanted.length > 0 ? wanted : all) {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.js`), ...options], { stdio: "inherit" })
  if (status !== 0) process.exitCode = 1
}
