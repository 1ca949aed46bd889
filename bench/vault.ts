// How fast the vault is beside the plainest thing that does the same work. Each row is a process of its own, so that
// its memory is that act's alone; both sides take turns inside it, who begins changes with every round, and what is told
// is the median of the rounds' ratios: absolute figures swing with the machine, ratios less.
//
// DALEL_BENCH_MIB: size of the large file (256). DALEL_BENCH_STATEMENTS: of the large vault (50,000; the design point is
// 500,000). DALEL_BENCH_SMALL: of the vault of small commits (5,000). DALEL_BENCH_DB_MIB: of the database in which one
// source is expunged (64; the design point is 500). DALEL_BENCH_ONLY: rows whose name contains this.
import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Database } from "@signalapp/sqlcipher"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { rebuildIndex } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { expunge } from "../src/keep/expunge/act.js"
import { planExpunge } from "../src/keep/expunge/plan.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId, type SourceId } from "../src/model/id.js"
import { folderBlobs } from "../src/vault/blobs.js"
import { checkVault } from "../src/vault/check.js"
import { openDb } from "../src/vault/db.js"
import { realDisk } from "../src/vault/disk.js"
import { formatRecipient, makeIdentity } from "../src/vault/identity.js"
import type { Vault } from "../src/vault/vault.js"
import { placeIn } from "../test/place.suite.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const sized = (variable: string, otherwise: number) => Number(process.env[variable] ?? otherwise)
const mib = sized("DALEL_BENCH_MIB", 256)
const self = fileURLToPath(import.meta.url)

// How it is measured

interface Measured {
  /** Of the first side to the other, a round each. Empty for what stands beside nothing. */
  ratios: number[]
  /** Work per second of each side, the median. */
  figures: Record<string, number>
  seconds: number
  /** Of this process alone, in MiB. */
  memory: number
  note: string
}

type Side = () => unknown

const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

async function timed(work: Side): Promise<number> {
  const started = performance.now()
  const after = await work()
  const seconds = (performance.now() - started) / 1000
  if (typeof after === "function") await after() // what a side answers is done after its time
  return seconds
}

/** One round to warm up, which does not count; then `rounds`, in which the two begin in turn. */
async function paired(rounds: number, work: number, ours: Side, [other, theirs]: [string, Side]) {
  const all: { ours: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0 ? await timed(ours) : await timed(theirs)
    const second = round % 2 === 0 ? await timed(theirs) : await timed(ours)
    if (round > 0) all.push(round % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  const figures = {
    ours: work / middle(all.map((each) => each.ours)),
    [other]: work / middle(all.map((each) => each.theirs)),
  }
  return { ratios: all.map((each) => each.theirs / each.ours), figures }
}

/** Most memory that this process, and none before it, ever had: MiB. */
function most(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))![1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

function runs(program: string, ...args: string[]) {
  const { status, error } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] })
  if (status !== 0) throw error ?? new Error(program)
}

const installed = (program: string, flag: string) => spawnSync(program, [flag]).status === 0

// The rows

type Row = (folder: string) => Promise<Partial<Measured>>

const content = (folder: string) => createReadStream(join(folder, "large"), { highWaterMark: 1 << 20 })
const blobsIn = (folder: string) => folderBlobs(realDisk, random, folder)

async function sealing(folder: string): Promise<Partial<Measured>> {
  if (!installed("age", "--version")) return { note: "not compared, the age program is not installed" }
  const blobs = blobsIn(folder)
  const recipient = formatRecipient(makeIdentity(random).recipient)
  const sealed = join(folder, "large.age")
  const ours = async () => {
    const { id } = await blobs.put(content(folder))
    return () => blobs.remove(id)
  }
  const age = () => {
    runs("age", "-r", recipient, "-o", sealed, join(folder, "large"))
    runs("sync", sealed)
    return () => rmSync(sealed)
  }
  return paired(mib > 1024 ? 2 : 5, mib, ours, ["age", age])
}

async function reading(folder: string): Promise<Partial<Measured>> {
  if (!installed("openssl", "version")) return { note: "not compared, openssl is not installed" }
  const blobs = blobsIn(folder)
  const ref = await blobs.put(content(folder))
  const ours = async () => {
    for await (const chunk of blobs.get(ref)) if (chunk.length === 0) throw new Error("empty")
  }
  const openssl = () => runs("openssl", "dgst", "-sha256", join(folder, "large"))
  const measured = await paired(mib > 1024 ? 3 : 7, mib, ours, ["openssl", openssl])
  await blobs.remove(ref.id)
  return measured
}

const WORDS = "a row of some length, as a small entry might be"
const TABLE = "CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)"

/** The bare driver with what makes it durable; encrypted when there is a key. */
function bareDb(path: string, key: { key: Uint8Array; salt: Uint8Array } | null) {
  const bare = new Database(path)
  if (key)
    bare.exec(`PRAGMA key = "x'${Buffer.from(key.key).toString("hex")}${Buffer.from(key.salt).toString("hex")}'"`)
  for (const words of ["locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"])
    bare.exec(`PRAGMA ${words}`)
  bare.exec(TABLE)
  const insert = bare.prepare("INSERT INTO t (words) VALUES (?)", { persistent: true })
  return { bare, insert }
}

const key = () => ({ key: random(32), salt: random(16) })

async function rowByRow(folder: string): Promise<Partial<Measured>> {
  const rows = 300
  const db = await openDb(join(folder, "ours.db"), key(), { create: true })
  await db.run(TABLE)
  const { bare, insert } = bareDb(join(folder, "bare.db"), key())
  const ours = async () => {
    for (let n = 0; n < rows; n++)
      await db.transaction((inside) => inside.run("INSERT INTO t (words) VALUES (?)", WORDS))
  }
  const plain = () => {
    for (let n = 0; n < rows; n++) insert.run([WORDS])
  }
  const measured = await paired(9, rows, ours, ["bare", plain])
  await db.close()
  bare.close()
  return measured
}

async function signed(folder: string): Promise<Partial<Measured>> {
  const rows = 300
  const vault = await placeIn(folder).create()
  const { bare, insert } = bareDb(join(folder, "bare.db"), key())
  const [source, sha256] = [makeId<SourceId>(random), "0".repeat(64)]
  const act: Draft = { kind: "custody", body: { source, action: "opened", sha256, filename: null, purpose: "review" } }
  const ours = async () => {
    for (let n = 0; n < rows; n++) await vault.commit([act])
  }
  const plain = () => {
    for (let n = 0; n < rows; n++) insert.run([WORDS])
  }
  const measured = await paired(9, rows, ours, ["bare", plain])
  await vault.close()
  bare.close()
  return measured
}

/** Our own store, encrypted, beside the same driver without a key: many rows in one transaction, then all read. */
async function encrypted(folder: string): Promise<Partial<Measured>> {
  const rows = 20_000
  const db = await openDb(join(folder, "ours.db"), key(), { create: true })
  await db.run(TABLE)
  const { bare, insert } = bareDb(join(folder, "plain.db"), null)
  const query = "SELECT id, words FROM t ORDER BY id DESC LIMIT 20000"
  const all = bare.prepare(query)
  const ours = async () => {
    await db.transaction(async (inside) => {
      for (let n = 0; n < rows; n++) await inside.run("INSERT INTO t (words) VALUES (?)", WORDS)
    })
    await db.all(query)
  }
  const plain = () => {
    bare.exec("BEGIN IMMEDIATE")
    for (let n = 0; n < rows; n++) insert.run([WORDS])
    bare.exec("COMMIT")
    all.all()
  }
  const measured = await paired(9, rows, ours, ["plain", plain])
  await db.close()
  bare.close()
  return measured
}

const EACH = 5
const SOURCES = 50

/** A vault of so many statements, five an entry, `together` entries a commit. @param long characters of each name */
async function grown(folder: string, wanted: (vault: Vault, made: number) => boolean, together: number, long = 10) {
  const vault = await placeIn(folder).create()
  const claimed = { url: null, published: null, lang: null, savedAt: null }
  const sources: SourceId[] = []
  for (let n = 0; n < SOURCES; n++) {
    const item = bytesItem(`${n}.txt`, "upload", Buffer.from(`A page, number ${n}.`))
    sources.push((await sealItem(vault, item, claimed)).source)
  }
  let made = 0
  while (wanted(vault, made)) {
    const drafts: Draft[] = []
    for (; drafts.length < together; made += EACH) {
      const source = { ...article("2031-05-04"), source: sources[(made / EACH) % sources.length]! }
      const person = makeId<EntityId>(random)
      const called = (n: number) => `Name${made + n} ${"Of ".repeat(long / 3)}`.trim()
      const rows = Array.from({ length: EACH }, (_, n) => [person, "Person", "alias", name(called(n))] as const)
      const { kind, body } = says(source, rows[0]!, ...rows.slice(1)) as Entry<"assert">
      drafts.push({ kind, body })
    }
    await vault.commit(drafts)
  }
  await vault.close()
  return { note: `${made} statements` }
}

const dbSize = (vault: Vault) => statSync(vault.layout.db).size / 2 ** 20

/** One act on the vault in this folder; opening it does not count. */
async function acting(folder: string, act: (vault: Vault) => Promise<Vault | void>): Promise<Partial<Measured>> {
  const vault = await placeIn(folder).open()
  const size = `database of ${Math.round(dbSize(vault))} MiB`
  let open = vault
  const seconds = await timed(async () => {
    open = (await act(vault)) ?? vault
  })
  await open.close()
  return { seconds, note: size }
}

const verifying: Row = (folder) =>
  acting(folder, async (vault) => {
    const { faults } = await checkVault(vault)
    if (faults.length > 0) throw new Error(faults[0]!.fault)
  })

const checkingAll: Row = (folder) =>
  acting(folder, async (vault) => {
    const { faults } = await checkAll(vault)
    if (faults.length > 0) throw new Error(faults[0]!.fault)
  })

const refolding: Row = (folder) => acting(folder, (vault) => rebuildIndex(vault))

const expunging: Row = (folder) =>
  acting(folder, async (vault) => {
    const row = await vault.db.one<{ id: SourceId }>("SELECT id FROM i_source ORDER BY id LIMIT 1")
    const asked = { target: { is: "source", source: row!.id }, reason: "error", fates: new Map() } as const
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    return (await expunge(vault, asked, { digest: plan.digest })).vault
  })

const upTo = (count: number) => (_: Vault, made: number) => made < count
const many = sized("DALEL_BENCH_STATEMENTS", 50_000)
const few = sized("DALEL_BENCH_SMALL", 5_000)
const megabytes = sized("DALEL_BENCH_DB_MIB", 64)

/** In this order; those in one folder work on the same vault. */
const ROWS: readonly { folder: string; name: string; unit?: string; bar: string; run: Row }[] = [
  { folder: "file", name: `seal ${mib} MiB (hash, encrypt, fsync)`, unit: "MiB", bar: "0.30, 150 MB", run: sealing },
  { folder: "file", name: `re-verify ${mib} MiB (decrypt, hash)`, unit: "MiB", bar: "0.70", run: reading },
  { folder: "rows", name: "durable transaction of one row", unit: "tx", bar: "0.40", run: rowByRow },
  { folder: "signed", name: "signed commit of one entry", unit: "tx", bar: "0.40", run: signed },
  { folder: "store", name: "encrypted against plain, 20000 rows", unit: "rows", bar: "0.70", run: encrypted },
  { folder: "large", name: "large: made", bar: "", run: (folder) => grown(folder, upTo(many), 1000) },
  { folder: "large", name: "large: verification", bar: "60 s, 300 MB", run: verifying },
  { folder: "large", name: "large: refold", bar: "60 s, 500 MB", run: refolding },
  { folder: "large", name: "large: verification with the index", bar: "", run: checkingAll },
  { folder: "small", name: "small commits: made", bar: "", run: (folder) => grown(folder, upTo(few), 1) },
  { folder: "small", name: "small commits: verification", bar: "", run: verifying },
  { folder: "small", name: "small commits: refold", bar: "", run: refolding },
  {
    folder: "wide",
    name: "expunge: made",
    bar: "",
    run: (folder) => grown(folder, (vault, made) => made % 50_000 !== 0 || dbSize(vault) < megabytes, 1000),
  },
  { folder: "wide", name: "expunge of one source in fifty", bar: "20 s, 200 MB", run: expunging },
  { folder: "wide", name: "expunge: refold after", bar: "", run: refolding },
]

function told(row: (typeof ROWS)[number], { ratios, figures, seconds, memory, note }: Measured) {
  const sides = Object.entries(figures).map(([side, each]) => `${side} ${Math.round(each)} ${row.unit}/s`)
  const spread = ratios.length > 0 ? `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}` : ""
  const figure = ratios.length > 0 ? `${middle(ratios).toFixed(2)} (${spread}; ${sides})` : `${seconds.toFixed(1)} s`
  const rest = [`${Math.round(memory)} MiB`, note, row.bar && `bar ${row.bar}`, `load ${loadavg()[0]!.toFixed(1)}`]
  console.log(`${row.name}: ${figure}; ${rest.filter((part) => part !== "").join("; ")}`)
}

/** Fills a file that the rows of this folder read. */
function fill(file: string) {
  const handle = openSync(file, "w")
  for (let n = 0; n < mib; n++) writeSync(handle, random(1 << 20))
}

const [, , wanted, inside] = process.argv
if (wanted !== undefined && inside !== undefined) {
  const started = performance.now()
  const own = await ROWS[Number(wanted)]!.run(inside)
  const seconds = (performance.now() - started) / 1000
  const measured: Measured = { ratios: [], figures: {}, seconds, memory: most(), note: "", ...own }
  writeFileSync(join(inside, "measured"), JSON.stringify(measured))
} else {
  const root = mkdtempSync(join(tmpdir(), "dalel-bench-"))
  const only = process.env.DALEL_BENCH_ONLY ?? ""
  try {
    for (const [index, row] of ROWS.entries()) {
      if (!row.name.includes(only)) continue
      const folder = join(root, row.folder)
      mkdirSync(folder, { recursive: true })
      if (
        row.folder === "file" &&
        ROWS.findIndex((each) => each.folder === "file" && each.name.includes(only)) === index
      )
        fill(join(folder, "large"))
      const { status } = spawnSync(process.execPath, [self, String(index), folder], { stdio: "inherit" })
      if (status === 0) told(row, JSON.parse(readFileSync(join(folder, "measured"), "utf8")))
      else {
        console.log(`${row.name}: failed`)
        process.exitCode = 1
      }
      if (ROWS[index + 1]?.folder !== row.folder) rmSync(folder, { recursive: true })
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
