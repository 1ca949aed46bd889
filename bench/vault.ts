// How fast the vault is beside the plainest thing that does the same work, measured in turns in one run: absolute
// figures swing with the machine, ratios hardly. Sizes: DALEL_BENCH_MIB (256 unless told).
import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createReadStream, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Database } from "@signalapp/sqlcipher"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
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
import { formatIdentity, formatRecipient, makeIdentity } from "../src/vault/identity.js"
import { inPlace } from "../test/place.suite.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const folder = mkdtempSync(join(tmpdir(), "dalel-bench-"))
const mib = Number(process.env.DALEL_BENCH_MIB ?? 256)

/** Seconds of the best of `rounds` turns of each side, taken in turns. What a side answers is done after its time. */
async function best(rounds: number, sides: Record<string, () => unknown>): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {}
  for (let round = 0; round < rounds; round++)
    for (const [name, side] of Object.entries(sides)) {
      const started = performance.now()
      const after = await side()
      seconds[name] = Math.min(seconds[name] ?? Number.POSITIVE_INFINITY, (performance.now() - started) / 1000)
      if (typeof after === "function") await after()
    }
  return seconds
}

function told(title: string, work: number, unit: string, seconds: Record<string, number>, limit: string) {
  const ours = seconds.ours!
  const figures = Object.entries(seconds).map(([name, each]) => `${name} ${Math.round(work / each)} ${unit}/s`)
  console.log(`${title}: ${(seconds[limit]! / ours).toFixed(2)} of ${limit}   (${figures.join(", ")})`)
}

function runs(program: string, ...args: string[]) {
  const { status, error } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] })
  if (status !== 0) throw error ?? new Error(program)
}

/** A vault of many statements, DALEL_BENCH_STATEMENTS (50,000 unless told; the design point is 500,000). */
async function large() {
  const wanted = Number(process.env.DALEL_BENCH_STATEMENTS ?? 50_000)
  const claimed = { url: null, published: null, lang: null, savedAt: null }
  await inPlace(async (place) => {
    const vault = await place.create()
    const sources: SourceId[] = []
    for (let n = 0; n < 50; n++) {
      const item = bytesItem(`${n}.txt`, "upload", Buffer.from(`A page, number ${n}.`))
      sources.push((await sealItem(vault, item, claimed)).source)
    }
    const each = 5
    for (let made = 0; made < wanted; ) {
      const drafts: Draft[] = []
      for (; drafts.length < 1000 && made < wanted; made += each) {
        const source = { ...article("2031-05-04"), source: sources[(made / each) % sources.length]! }
        const person = makeId<EntityId>(random)
        const rows = Array.from(
          { length: each },
          (_, n) => [person, "Person", "alias", name(`Name${made + n} Of`)] as const,
        )
        const { kind, body } = says(source, rows[0]!, ...rows.slice(1)) as Entry<"assert">
        drafts.push({ kind, body })
      }
      await vault.commit(drafts)
    }
    const size = `${wanted} statements, ${Math.round(statSync(vault.layout.db).size / 2 ** 20)} MiB`
    const seconds = async (title: string, work: () => Promise<unknown>) => {
      const started = performance.now()
      await work()
      const most = Math.round(process.resourceUsage().maxRSS / 1024)
      console.log(
        `${title} of ${size}: ${((performance.now() - started) / 1000).toFixed(1)} s; most memory so far ${most} MiB`,
      )
    }
    const asked = { target: { is: "source", source: sources[7]! }, reason: "error", fates: new Map() } as const
    let open = vault
    await seconds("verification without the index", async () => {
      const { faults } = await checkVault(vault)
      if (faults.length > 0) throw new Error(faults[0]!.fault)
    })
    await seconds("expunge of one source in fifty", async () => {
      const { plan } = await planExpunge(vault.db, vault.blobs, asked)
      open = (await expunge(vault, asked, { digest: plan.digest })).vault
    })
    await seconds("refold", () => rebuildIndex(open))
    await open.close()
  })
}

const installed = (program: string, flag: string) => spawnSync(program, [flag]).status === 0

try {
  const file = join(folder, "large")
  const handle = openSync(file, "w")
  for (let n = 0; n < mib; n++) writeSync(handle, random(1 << 20))
  const blobs = folderBlobs(realDisk, random, folder)
  const content = () => createReadStream(file, { highWaterMark: 1 << 20 })
  const identity = makeIdentity(random)
  writeFileSync(join(folder, "key"), formatIdentity(identity))

  if (installed("age", "--version")) {
    const sealed = join(folder, "large.age")
    told(
      `seal ${mib} MiB (hash, encrypt, fsync)`,
      mib,
      "MiB",
      await best(3, {
        ours: async () => {
          const { id } = await blobs.put(content())
          return () => blobs.remove(id)
        },
        age: () => {
          runs("age", "-r", formatRecipient(identity.recipient), "-o", sealed, file)
          runs("sync", sealed)
          return () => rmSync(sealed)
        },
      }),
      "age",
    )
  } else console.log("seal: not compared, the age program is not installed")

  const ref = await blobs.put(content())
  const verified = async () => {
    for await (const chunk of blobs.get(ref)) if (chunk.length === 0) throw new Error("empty")
  }
  if (installed("openssl", "version")) {
    const openssl = () => runs("openssl", "dgst", "-sha256", file)
    told(`verify ${mib} MiB (decrypt, hash)`, mib, "MiB", await best(4, { ours: verified, openssl }), "openssl")
  } else console.log("verify: not compared, openssl is not installed")
  console.log(`most memory so far: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`)

  const key = { key: random(32), salt: random(16) }
  const db = await openDb(join(folder, "ours.db"), key, { create: true })
  await db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")
  const bare = new Database(join(folder, "bare.db"))
  bare.exec(`PRAGMA key = "x'${Buffer.from(key.key).toString("hex")}${Buffer.from(key.salt).toString("hex")}'"`)
  bare.exec("PRAGMA locking_mode = EXCLUSIVE")
  bare.exec("PRAGMA journal_mode = WAL")
  bare.exec("PRAGMA synchronous = FULL")
  bare.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")
  const insert = bare.prepare("INSERT INTO t (words) VALUES (?)", { persistent: true })
  const words = "a row of some length, as a small entry might be"
  const rows = 300
  const commits = async () => {
    for (let n = 0; n < rows; n++)
      await db.transaction((inside) => inside.run("INSERT INTO t (words) VALUES (?)", words))
  }
  const plain = () => {
    for (let n = 0; n < rows; n++) insert.run([words])
  }
  told("durable transaction of one row", rows, "tx", await best(5, { ours: commits, bare: plain }), "bare")
  await inPlace(async (place) => {
    const vault = await place.create()
    const [source, sha256] = [makeId<SourceId>(random), "0".repeat(64)]
    const act: Draft = {
      kind: "custody",
      body: { source, action: "opened", sha256, filename: null, purpose: "review" },
    }
    const acts = async () => {
      for (let n = 0; n < rows; n++) await vault.commit([act])
    }
    told(
      "signed commit of one entry: records, fold, heads",
      rows,
      "tx",
      await best(5, { ours: acts, bare: plain }),
      "bare",
    )
    await vault.close()
  })

  await large()

  const many = 20_000
  const batch = () =>
    db.transaction(async (inside) => {
      for (let n = 0; n < many; n++) await inside.run("INSERT INTO t (words) VALUES (?)", words)
    })
  const bareBatch = () => {
    bare.exec("BEGIN IMMEDIATE")
    for (let n = 0; n < many; n++) insert.run([words])
    bare.exec("COMMIT")
  }
  told(`${many} rows in one transaction`, many, "rows", await best(3, { ours: batch, bare: bareBatch }), "bare")
  await db.close()
  bare.close()
} finally {
  rmSync(folder, { recursive: true })
}
