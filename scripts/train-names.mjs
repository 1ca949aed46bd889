// `node scripts/train-names.mjs ru|kk|kk-caseless`: learns the weights of the name taggers from public sets in ../shared.
// The sets are not part of this project; only the weights are. Run it only to change what the taggers know.
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "./build.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
await build()
const { trainNames } = await import(pathToFileURL(join(root, "dist/eval/train/names.js")).href)
for (const course of process.argv.slice(2)) trainNames(root, course)
