// `npm start`: installs and builds what is missing, then opens the first page: the sample, or a vault of one's own.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { ensureInstalled } from "./ensure.mjs"

const HELP = `npm start                          opens Dalel: choose the language, then look at the sample (invented sources) or
                                   start a vault of your own; once you have one, its lock page
npm start -- FILE…                 opens your own vault (made on the first page, with a passphrase) and adds FILEs
npm start -- --vault DIR [FILE…]   another folder for your vault (DALEL_VAULT, or ${join("~", "dalel-vault")})
npm start -- --port N              the port (any free one)

The sample lies in .dalel in this folder and is made anew when samples/ changes. Where Dalel runs already, a fresh link
is printed.`

let printed = 0
const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const text = { type: "string" }
const options = { vault: text, port: text, help: { type: "boolean", short: "h" } }
const { values, positionals } = readOptions()
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const missing = positionals.find((path) => !existsSync(path))
if (missing !== undefined) {
  console.error(`There is no file ${missing}. Nothing was added.`)
  process.exit(1)
}

ensureInstalled(false)
const { build, isBuilt } = await import("./build.mjs")
if (!isBuilt()) {
  console.error("Building …")
  await build()
}
const { stayInward } = await import("../dist/src/web/inward.js")
stayInward()
const { shield } = await import("../dist/src/vault/shield.js")
shield()
const { main } = await import("../dist/src/cli/main.js")
const folder = resolve(values.vault ?? process.env.DALEL_VAULT ?? join(homedir(), "dalel-vault"))
process.exitCode = (await alreadyRunning()) ? 0 : await serve()

function readOptions() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`)
    process.exit(2)
  }
}

async function alreadyRunning() {
  const links = []
  const asked = await main(["serve", "--vault", folder, "--link"], { out: (line) => links.push(line), err: () => {} })
  if (asked !== 0) return false
  console.error("Dalel is running already.")
  if (positionals.length > 0) console.error("Nothing was added: add the files on its page.")
  links.forEach(link)
  return true
}

async function serve() {
  if (existsSync(join(folder, "vault.json"))) console.error(`Your vault: ${folder}`)
  else console.error(`Your own vault, if you start one, will lie in ${folder}`)
  const port = values.port === undefined ? [] : ["--port", values.port]
  // Files would wait for a vault that is left for the sample: with them there is only the one way.
  const sample = positionals.length > 0 ? [] : ["--sample", await sampleVault()]
  const files = positionals.map((path) => resolve(path))
  return main(["serve", "--vault", folder, ...sample, ...port, ...files], {
    stdin: process.stdin,
    out: link,
    err: (line) => console.error(line),
  })
}

/** All of the sample lies in the clone: deleting .dalel leaves nothing of it behind. */
async function sampleVault() {
  const home = join(root, ".dalel", "sample")
  const made = join(home, "made")
  const samples = readdirSync(join(root, "samples"))
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((name) => join(root, "samples", name))
  const hash = createHash("sha256").update(readFileSync(join(root, "dist", "child.mjs")))
  for (const path of samples) hash.update(path).update(readFileSync(path))
  const now = hash.digest("hex")
  if (existsSync(made) && readFileSync(made, "utf8") === now) return home
  console.error("Making the sample from the invented sources in samples/ …")
  rmSync(home, { recursive: true, force: true }) // what an interrupted start or an older version left
  mkdirSync(home, { recursive: true })
  const { DALEL_STATE } = process.env
  process.env.DALEL_STATE = join(home, "state")
  const [folder, identity] = [join(home, "vault"), join(home, "identity")]
  const code = await main(["sample", ...samples, "--vault", folder, "--identity-file", identity])
  if (DALEL_STATE === undefined) delete process.env.DALEL_STATE
  else process.env.DALEL_STATE = DALEL_STATE
  if (code !== 0) process.exit(code)
  writeFileSync(made, now)
  return home
}

function link(line) {
  if (printed++ === 0) console.log("\nOpen this in your browser (it works once, within a minute; Ctrl-C ends Dalel):\n")
  else console.log("\nor, where the browser cannot find that name:\n")
  console.log(`  ${line}`)
}
