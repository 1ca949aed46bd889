// Installs what is missing, and says so. Built-ins only: it runs before anything is installed.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")

/** Makes node_modules match the lock file. `everything` adds what only tests and builds of documents need. */
export function ensureInstalled(everything) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Dalel needs Node 20.19 or newer; this is ${process.version}. Node 24 is recommended.`)
    process.exit(1)
  }
  const marker = join(root, "node_modules", ".dalel-installed")
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
  const [have, extent] = existsSync(marker) ? readFileSync(marker, "utf8").trim().split(" ") : []
  if (have === lock && (extent === "everything" || !everything)) return
  console.error("Installing what is missing (npm ci; the first time this takes a while) …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
  const done = spawnSync(npm, everything ? options : [...options, "--omit=dev"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  })
  if (done.status !== 0) {
    console.error("npm ci failed. Look at the message above; check the network or the npm cache, then try again.")
    process.exit(1)
  }
  writeFileSync(marker, `${lock} ${everything ? "everything" : "production"}\n`)
}
