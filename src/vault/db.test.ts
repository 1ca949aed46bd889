import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { checkPages, type Db, exportTo, openDb } from "./db.js"
import { dbSuite } from "./db.suite.js"
import { decryptedPages } from "./pages.suite.js"
import { numbersFrom, randomFrom } from "./simdisk.suite.js"

const folder = mkdtempSync(join(tmpdir(), "dalel-db-"))
after(() => rmSync(folder, { recursive: true }))
let count = 0
const newPath = () => join(folder, `${++count}.db`)
const random = randomFrom(5)
const newKey = () => ({ key: random(32), salt: random(16) })
const key = newKey()
const create = (path = newPath()) => openDb(path, key, { create: true })

dbSuite("SQLCipher", () => create())

async function filled(path: string, rows = 50): Promise<Db> {
  const db = await create(path)
  await db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")
  await db.run("CREATE VIRTUAL TABLE f USING fts5(words)")
  await db.run("INSERT INTO f (f, rank) VALUES ('secure-delete', 1)")
  await db.transaction(async (inside) => {
    for (let n = 0; n < rows; n++) {
      await inside.run("INSERT INTO t VALUES (?, ?)", n, `marker${n} ${"filling ".repeat(20)}`)
      await inside.run("INSERT INTO f (rowid, words) VALUES (?, ?)", n, `marker${n} searched`)
    }
  })
  return db
}

/** Runs a piece of program in a process of its own; it may import what is beside this file. */
const elsewhere = (program: string) => [
  "--input-type=module",
  "-e",
  `import { openDb } from ${JSON.stringify(new URL("./db.js", import.meta.url).href)}
   const key = { key: Buffer.from("${Buffer.from(key.key).toString("hex")}", "hex"), salt: Buffer.from("${Buffer.from(key.salt).toString("hex")}", "hex") }
   ${program}`,
]

test("it runs as it must to be safe", async () => {
  const path = newPath()
  const db = await filled(path)
  for (const [pragma, wanted] of [
    ["journal_mode", "wal"],
    ["synchronous", 2],
    ["locking_mode", "exclusive"],
    ["secure_delete", 1],
    ["temp_store", 2],
    ["foreign_keys", 1],
    ["cache_size", -16384],
  ])
    assert.deepEqual(Object.values((await db.one<object>(`PRAGMA ${pragma}`))!), [wanted], `${pragma}`)
  assert.equal((await db.all("SELECT * FROM f WHERE f MATCH ?", "marker7")).length, 1)
  for (const name of readdirSync(folder).filter((name) => name.startsWith(`${count}.db`)))
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name)
  await db.close()
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith(`${count}.db`)),
    [`${count}.db`],
  )
})

test("a second opener is refused at once, in this process and in another", async () => {
  const path = newPath()
  const db = await create(path)
  await assert.rejects(openDb(path, key), { code: "vault/in-use" })
  const program = `await openDb(${JSON.stringify(path)}, key).catch((error) => console.log(error.code))`
  assert.equal(spawnSync(process.execPath, elsewhere(program)).stdout.toString(), "vault/in-use\n")
  await db.close()
  await (await openDb(path, key)).close()
})

test("no acknowledged row is lost to kill -9", async () => {
  const path = newPath()
  const db = await create(path)
  await db.run("CREATE TABLE t (id INTEGER PRIMARY KEY)")
  await db.close()
  let acknowledged = 0
  for (let round = 0; round < 4; round++) {
    const program = `const db = await openDb(${JSON.stringify(path)}, key)
      for (let id = ${acknowledged + 1}; ; id++) {
        await db.transaction((inside) => inside.run("INSERT OR REPLACE INTO t VALUES (?)", id))
        await new Promise((told) => process.stdout.write(id + "\\n", told))
      }`
    const child = spawn(process.execPath, elsewhere(program), { stdio: ["ignore", "pipe", "inherit"] })
    const wanted = acknowledged + 3 + round * 5
    child.stdout.on("data", (data) => {
      acknowledged = Math.max(acknowledged, ...data.toString().trim().split("\n").map(Number))
      if (acknowledged >= wanted) child.kill("SIGKILL")
    })
    await once(child, "close")
    const again = await openDb(path, key)
    const { rows } = (await again.one<{ rows: number }>("SELECT count(*) AS rows FROM t"))!
    assert.ok(rows >= acknowledged, `${rows} of ${acknowledged}`)
    assert.deepEqual(await checkPages(again), [])
    await again.close()
  }
})

test("another key, or no database, is refused", async () => {
  const path = newPath()
  await (await filled(path)).close()
  await assert.rejects(openDb(path, { ...key, key: random(32) }), { code: "vault/damaged" })
  await assert.rejects(openDb(path, key, { create: true }), { code: "vault/exists" })
  await assert.rejects(openDb(newPath(), key), { code: "vault/damaged" })
  await (await openDb(path, key)).close()
})

test("a torn first sector loses nothing, since the salt is in the key", async () => {
  const path = newPath()
  await (await filled(path)).close()
  const bytes = readFileSync(path)
  random(16).forEach((byte, at) => {
    bytes[at] = byte
  })
  writeFileSync(path, bytes)
  const db = await openDb(path, key)
  assert.equal((await db.all("SELECT * FROM t")).length, 50)
  await db.close()
})

test("a flipped bit is refused or named, never read as data", async () => {
  const path = newPath()
  await (await filled(path)).close()
  const whole = readFileSync(path)
  const next = numbersFrom(11)
  for (let round = 0; round < 60; round++) {
    const at = 16 + Math.floor(next() * (whole.length - 16))
    const flipped = Buffer.from(whole)
    flipped[at]! ^= 1 << Math.floor(next() * 8)
    writeFileSync(path, flipped)
    let db: Db
    try {
      db = await openDb(path, key)
    } catch (error) {
      assert.match(String(error), /vault\/damaged/, `byte ${at}`)
      continue
    }
    assert.deepEqual(await checkPages(db), [{ fault: "page", page: Math.floor(at / 4096) + 1 }], `byte ${at}`)
    try {
      for (const [n, row] of (await db.all<{ words: string }>("SELECT words FROM t ORDER BY id")).entries())
        assert.ok(row.words.startsWith(`marker${n} `), `byte ${at}`)
    } catch (error) {
      assert.match(String(error), /vault\/damaged/, `byte ${at}`)
    }
    await db.close()
  }
})

test("a flipped bit in the write-ahead log costs at most the newest commits, in order, never altered ones", async () => {
  const path = newPath()
  const db = await create(path)
  await db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")
  await db.all("PRAGMA wal_checkpoint(TRUNCATE)")
  for (let n = 0; n < 12; n++) await db.run("INSERT INTO t VALUES (?, ?)", n, `marker${n} `)
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
  await db.close()
  const next = numbersFrom(12)
  let shorter = 0
  for (let round = 0; round < 60; round++) {
    const copy = newPath()
    const flipped = Buffer.from(log)
    const at = Math.floor(next() * log.length)
    flipped[at]! ^= 1 << Math.floor(next() * 8)
    writeFileSync(copy, file)
    writeFileSync(`${copy}-wal`, flipped)
    const opened = await openDb(copy, key)
    const rows = await opened.all<{ id: number; words: string }>("SELECT * FROM t ORDER BY id")
    assert.deepEqual(
      rows,
      rows.map((_, id) => ({ id, words: `marker${id} ` })),
      `byte ${at}`,
    )
    if (rows.length < 12) shorter++
    assert.deepEqual(await checkPages(opened), [])
    await opened.close()
  }
  // It is the head, kept elsewhere, that tells when a log was shortened so.
  assert.ok(shorter > 20, `${shorter} of 60`)
})

test("a full disk is told as such, undoes the transaction even if ignored, and passes", async () => {
  const db = await create()
  await db.run("CREATE TABLE t (words TEXT)")
  await db.run("INSERT INTO t VALUES ('before')")
  await db.one("PRAGMA max_page_count = 12")
  await assert.rejects(
    db.transaction(async (inside) => {
      for (let n = 0; n < 100; n++) await inside.run("INSERT INTO t VALUES (?)", "x".repeat(3000)).catch(() => {})
    }),
    { code: "vault/disk-full" },
  )
  assert.deepEqual(await db.all("SELECT words FROM t"), [{ words: "before" }])
  await db.one("PRAGMA max_page_count = 1000")
  await db.transaction((inside) => inside.run("INSERT INTO t VALUES ('after')"))
  assert.equal((await db.all("SELECT words FROM t")).length, 2)
  await db.close()
})

test("an error never repeats what was stored or searched", async () => {
  const db = await filled(newPath())
  for (const query of ['Secretname"', "Secretname:x", "(Secretname"])
    await assert.rejects(db.all("SELECT * FROM f WHERE f MATCH ?", query), (error: Error) => {
      assert.doesNotMatch(`${error.stack} ${error.cause}`, /Secretname/)
      return true
    })
  await db.close()
})

test("an exported copy holds the same under another key, without what was deleted", async () => {
  const path = newPath()
  const db = await filled(path)
  await db.run("PRAGMA user_version = 7")
  await db.run("PRAGMA application_id = 1145130316")
  await db.run("DELETE FROM t WHERE id = 3")
  const copyPath = newPath()
  const copyKey = newKey()
  await exportTo(db, copyPath, copyKey)
  await assert.rejects(exportTo(db, copyPath, copyKey), { code: "vault/exists" })
  assert.equal((await db.all("SELECT * FROM t")).length, 49) // goes on working
  await db.close()
  await assert.rejects(openDb(copyPath, key), { code: "vault/damaged" })
  const copy = await openDb(copyPath, copyKey)
  assert.deepEqual(await copy.one("PRAGMA user_version"), { user_version: 7 })
  assert.deepEqual(await copy.one("PRAGMA application_id"), { application_id: 1145130316 })
  assert.deepEqual(await copy.one("PRAGMA journal_mode"), { journal_mode: "wal" })
  assert.equal((await copy.all("SELECT * FROM t")).length, 49)
  assert.equal((await copy.all("SELECT * FROM f WHERE f MATCH ?", "marker7")).length, 1)
  await copy.close()
  assert.equal(statSync(copyPath).mode & 0o777, 0o600)
})

test("what was deleted is in no decrypted page, and nothing is readable without the key", async () => {
  const path = newPath()
  const db = await filled(path, 200)
  assert.ok(decryptedPages(path, key).includes("marker77 "), "the helper finds what is there")
  for (const file of [path, `${path}-wal`]) assert.ok(!readFileSync(file).includes("marker"), "encrypted")
  await db.run("DELETE FROM t WHERE id < 100")
  await db.run("DELETE FROM f WHERE rowid < 100")
  await db.all("PRAGMA wal_checkpoint(TRUNCATE)")
  const pages = decryptedPages(path, key)
  for (let n = 0; n < 200; n++) assert.equal(pages.includes(`marker${n} `), n >= 100, `marker${n}`)
  await db.close()
})
