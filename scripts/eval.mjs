// `npm run eval`: how well the reader reads. Prints one table; skips, with the reason, what is not on this machine.
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "./build.mjs"
import { ensureInstalled } from "./ensure.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
ensureInstalled(true)
await build()
const { evaluate } = await import(pathToFileURL(join(root, "dist/eval/index.js")).href)
process.exitCode = (await evaluate(root, process.argv.slice(2))) ? 0 : 1
