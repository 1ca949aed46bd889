import assert from "node:assert/strict"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { createInterface } from "node:readline"
import { test } from "node:test"
import { sealedSize } from "../src/vault/age.js"
import { paddedSize } from "../src/vault/blobs.js"
import { ask, signIn, tokenIn } from "./desk/ask.js"
import { inPlace } from "./place.suite.js"
import { foundIn, pagesOf } from "./plain.suite.js"

/**
 * What a raid finds: every file the program ever wrote, with the vault locked. The program runs as people run it, in
 * processes of its own whose home, temporary folder and working folder all lie in one place that is searched afterwards.
 */

const program = join(process.cwd(), "bin/dalel.mjs")

interface Raid {
  readonly root: string
  readonly vault: string
  readonly identity: string
  /** Where the person's own files lie: what is planted there is not the program's doing. */
  readonly own: string
  readonly logs: string
  run(...args: string[]): ChildProcess
}

async function raided(work: (raid: Raid) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "dalel-raid-"))
  const own = await mkdtemp(join(tmpdir(), "dalel-own-"))
  const at = (name: string) => join(root, name)
  for (const name of ["home", "tmp", "work", "logs"]) await mkdir(at(name))
  const { PATH } = process.env
  const env = { PATH, HOME: at("home"), TMPDIR: at("tmp"), DALEL_STATE: at("home/state"), LANG: "C" }
  // Core files as large as they come, wherever the system puts them.
  const limits = 'ulimit -c unlimited 2>/dev/null; exec "$0" "$@"'
  const run = (...args: string[]) =>
    spawn("sh", ["-c", limits, process.execPath, program, ...args], {
      env,
      cwd: at("work"),
      stdio: ["ignore", "pipe", "pipe"],
    })
  try {
    await work({ root, vault: at("vault"), identity: join(own, "identity"), own, logs: at("logs"), run })
  } finally {
    await rm(root, { recursive: true, force: true })
    await rm(own, { recursive: true, force: true })
  }
}

async function lines(child: ChildProcess): Promise<string[]> {
  const all: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) all.push(line)
  return all
}

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

const word = (kind: string, n: number) =>
  `${kind}${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26))}qzx`
const some = (kind: string, count: number) => Array.from({ length: count }, (_, n) => word(kind, n))
const MARKERS = {
  names: some("Vexmora", 100),
  passages: some("glimwort", 150),
  files: some("plethura", 100),
  searches: some("ostrivan", 100),
  exif: some("canoxide", 50),
}
const ALL = Object.values(MARKERS).flat()

async function plant(own: string): Promise<string> {
  const folder = join(own, "in")
  await mkdir(folder)
  for (const [n, file] of MARKERS.files.entries()) {
    const words = [MARKERS.passages[n], MARKERS.passages[100 + (n % 50)]].join(" and ")
    const text = `<html lang="en"><head><title>Case ${n}</title></head><body><article><h1>Case ${n}</h1>
      <p>The trial of Samal ${MARKERS.names[n]} started on May 3, 2021 in the city of Bektau.</p>
      <p>"The ${words} are mine," ${MARKERS.names[n]} said.</p></article></body></html>`
    if (n >= 50) await writeFile(join(folder, `${file}.html`), text)
    else {
      // A photo: EXIF stands in the clear at its beginning.
      const exif = Buffer.from(`\xff\xd8\xff\xe1\0\x40Exif\0\0${MARKERS.exif[n]}`, "latin1")
      await writeFile(join(folder, `${file}.jpg`), Buffer.concat([exif, Buffer.from(text)]))
    }
  }
  return folder
}

const title = "500 planted markers: with the vault locked none is in any file that was ever written, after crashes too"
test(title, { skip: process.platform !== "linux" && "looks into /proc" }, () =>
  raided(async ({ root, vault, identity, own, logs, run }) => {
    assert.equal(new Set(ALL).size, 500)
    const folder = await plant(own)
    const open = ["--vault", vault, "--identity-file", identity]
    const said = async (name: string, child: ChildProcess) => {
      const chunks: Buffer[] = []
      child.stderr!.on("data", (chunk) => chunks.push(chunk))
      await once(child, "close")
      await writeFile(join(logs, name), Buffer.concat(chunks))
    }
    await said("init", run("init", ...open))

    // Killed in the middle of adding, so that a write-ahead log and parts of files stay; then to the end.
    const killed = run("add", folder, ...open)
    let seen = 0
    for await (const _ of createInterface({ input: killed.stdout! })) if (++seen === 7) killed.kill("SIGKILL")
    assert.ok(
      (await filesIn(vault)).some((file) => file.endsWith("-wal")),
      "killed with its log",
    )
    assert.deepEqual(await tellTales(root), [], "while its log lies there")
    const adding = run("add", folder, "--read", "--json", ...open)
    const [added] = await Promise.all([lines(adding), said("add", adding)])
    const sources = added.map((line) => JSON.parse(line)).filter(({ readable }) => readable)
    assert.equal(sources.length, 50)
    for (const { source } of sources.slice(0, 4))
      await lines(run("review", "--accept-all", "--source", source, ...open))
    await lines(run("backup", join(root, "backup"), ...open))

    // The desk: every search by a form; then its process crashes with everything in memory, and another is locked.
    for (const end of ["crash", "lock"] as const) {
      const serving = run("serve", ...open)
      const logged = said(`serve-${end}`, serving)
      const [link = ""] = await firstLine(serving)
      const { port, host, origin } = new URL(link)
      const cookie = await signIn(Number(port), link)
      const get = (path: string) => ask(Number(port), path, host, { headers: { Cookie: cookie } })
      const token = tokenIn((await get("/settings")).body)
      const headers = { Cookie: cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" }
      const post = (path: string, fields: Record<string, string>) =>
        ask(Number(port), path, host, {
          method: "POST",
          headers,
          body: new URLSearchParams({ token, ...fields }).toString(),
        })
      for (const query of MARKERS.searches) {
        const { headers: answered } = await post("/search", { query })
        const page = await get(String(answered.location))
        assert.match(page.body, new RegExp(query), "it is searched for")
      }
      const keeper = await keeperOf(serving.pid!)
      assert.equal((await readFile(`/proc/${keeper}/coredump_filter`, "utf8")).trim(), "00000000")
      if (end === "crash") {
        process.kill(keeper, "SIGUSR1") // would open the debugger
        process.kill(keeper, "SIGSEGV")
      } else {
        assert.equal((await post("/lock", {})).status, 303)
        assert.equal((await get("/")).headers.location, "/unlock")
        assert.notEqual(await keeperOf(serving.pid!), keeper, "the process with the keys is gone")
      }
      await new Promise((done) => setTimeout(done, 300))
      serving.kill("SIGTERM")
      await logged
    }
    assert.deepEqual(await tellTales(root), [])
    assert.doesNotMatch(await readFile(join(logs, "serve-crash"), "utf8"), /Debugger|ws:\/\//)
  }),
)

/** Files that hold a marker, and names of files that tell one. */
async function tellTales(root: string): Promise<string[]> {
  const told: string[] = []
  const files = await filesIn(root)
  assert.ok(files.length > 10)
  for (const file of files) {
    const bytes = withoutNotes(await readFile(file))
    const hits = [...foundIn(bytes, ALL), ...foundIn(swapped(bytes), ALL), ...foundIn(Buffer.from(file), ALL)]
    if (hits.length > 0) told.push(`${relative(root, file)}: ${hits[0]}`)
  }
  return told
}

/**
 * A core file without its notes: they hold the registers of the processor, in which the last few words it moved may
 * stand. The system writes those whatever a program says; the threat model names it.
 */
function withoutNotes(bytes: Buffer): Buffer {
  if (bytes.toString("latin1", 0, 4) !== "\x7fELF" || bytes.readUInt16LE(16) !== CORE) return bytes
  const [table, size, count] = [Number(bytes.readBigUInt64LE(32)), bytes.readUInt16LE(54), bytes.readUInt16LE(56)]
  for (let at = table; at < table + count * size; at += size) {
    const [start, length] = [Number(bytes.readBigUInt64LE(at + 8)), Number(bytes.readBigUInt64LE(at + 32))]
    if (bytes.readUInt32LE(at) === NOTE) bytes.fill(0, start, start + length)
  }
  return bytes
}

/** ELF: the type of a core file, and of a segment of notes. */
const [CORE, NOTE] = [4, 4]

/** UTF-16 read as if it were one byte a letter. */
function swapped(bytes: Buffer): Buffer {
  return bytes.filter((byte) => byte !== 0) as Buffer
}

async function firstLine(child: ChildProcess): Promise<string[]> {
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string]
  return [line]
}

/** The process that holds the keys: the only child of the launcher. Linux. */
async function keeperOf(launcher: number): Promise<number> {
  for (let n = 0; n < 100; n++) {
    const text = await readFile(`/proc/${launcher}/task/${launcher}/children`, "utf8").catch(() => "")
    for (const pid of text.trim().split(" ").filter(Boolean)) {
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")
      if (command.includes("keeper.js")) return Number(pid)
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error("no keeper")
}

test("names, sizes and times of files tell nothing; modes are the owner's alone; the markers are in there", () =>
  inPlace(async (place) => {
    const { dalel } = await import("./command.suite.js")
    const folder = await plant(place.root)
    await dalel(place, "init")
    await dalel(place, "add", folder, "--read")
    const sizes = new Set<number>()
    for (const file of await filesIn(place.folder)) {
      const name = relative(place.folder, file)
      assert.match(
        name,
        /^(vault\.(json|db)|head|keys\/(vault|[0-9a-hjkmnp-tv-z]{26})\.age|blobs\/[0-9a-z]{2}\/[0-9a-z]{26}\.age)$/,
      )
      const { mode, mtimeMs, size } = await stat(file)
      assert.equal(mode & 0o777, 0o600, name)
      if (!name.startsWith("blobs")) continue
      assert.equal(mtimeMs, 946_684_800_000, "1 January 2000")
      sizes.add(size)
    }
    const padded = new Set(
      [...sizes].map((size) => [4096, 8192, 16_384, 32_768, 65_536].find((one) => sealedSize(one, 1) === size)),
    )
    assert.ok(!padded.has(undefined), "sizes are those of padding and no others")
    assert.equal(paddedSize(1), 4096)
    const vault = await place.open()
    const there = foundIn(await pagesOf(vault), [...MARKERS.names.slice(50), ...MARKERS.files])
    assert.equal(there.length, 150, "with the keys all of them are found: the search above can see")
  }))
