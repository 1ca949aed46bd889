// `npm start`: installs and builds what is missing, then opens the desk: the sample vault, or with files your own.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { ensureInstalled } from "./ensure.mjs"

const HELP = `npm start                          opens the sample vault, made from the invented sources in samples/
npm start -- FILE…                 opens your own vault (made on the first page, with a passphrase) and adds FILEs
npm start -- --vault DIR [FILE…]   another folder for your vault (DALEL_VAULT, or ${join("~", "dalel-vault")})
npm start -- --port N              the port (any free one)`

let printed = 0
const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const text = { type: "string" }
const options = { vault: text, port: text, help: { type: "boolean", short: "h" } }
const { values, positionals } = readOptions()
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

ensureInstalled(false)
const { build, isBuilt } = await import("./build.mjs")
if (!isBuilt()) {
  console.error("Building …")
  await build()
}
const { stayInward } = await import("../dist/src/web/inward.js")
stayInward()
const { main } = await import("../dist/src/cli/main.js")
const port = values.port === undefined ? [] : ["--port", values.port]
const own = values.vault !== undefined || process.env.DALEL_VAULT !== undefined || positionals.length > 0
const vault = own ? ownVault() : await sampleVault()
process.exitCode = await main(["serve", ...vault, ...port], {
  stdin: process.stdin,
  out: link,
  err: (line) => console.error(line),
})

function readOptions() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`)
    process.exit(2)
  }
}

function ownVault() {
  const folder = resolve(values.vault ?? process.env.DALEL_VAULT ?? join(homedir(), "dalel-vault"))
  const missing = positionals.find((path) => !existsSync(path))
  if (missing !== undefined) {
    console.error(`There is no file ${missing}. Nothing was added.`)
    process.exit(1)
  }
  console.error(
    existsSync(join(folder, "vault.json")) ? `Your vault: ${folder}` : `Your new vault will be made in ${folder}`,
  )
  return ["--vault", folder, ...positionals.map((path) => resolve(path))]
}

async function sampleVault() {
  const home = join(root, ".dalel", "sample")
  const [folder, identity, made] = [join(home, "vault"), join(home, "identity"), join(home, "made")]
  // All of the sample lies in the clone: deleting that leaves nothing behind.
  process.env.DALEL_STATE ??= join(root, ".dalel", "state")
  if (!existsSync(made)) {
    console.error("Making the sample vault from the invented sources in samples/ …")
    rmSync(home, { recursive: true, force: true }) // what an interrupted start left
    mkdirSync(home, { recursive: true })
    const samples = readdirSync(join(root, "samples")).filter((name) => /^\d\d-/.test(name))
    const paths = samples.sort().map((name) => join(root, "samples", name))
    const code = await main(["sample", ...paths, "--vault", folder, "--identity-file", identity])
    if (code !== 0) process.exit(code)
    writeFileSync(made, "")
  }
  return ["--vault", folder, "--identity-file", identity]
}

function link(line) {
  if (printed++ === 0) console.log("\nOpen this in your browser (it works once, within a minute; Ctrl-C ends Dalel):\n")
  else console.log("\nor, where the browser cannot find that name:\n")
  console.log(`  ${line}`)
}
