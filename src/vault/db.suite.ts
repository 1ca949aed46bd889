import assert from "node:assert/strict"
import { test } from "node:test"
import type { Db } from "./db.js"

/** What every database must do. `make` answers an empty one. */
export function dbSuite(name: string, make: () => Promise<Db>): void {
  /** Runs `work` on a table `t(id, words)` and closes the database. */
  const withTable = (title: string, work: (db: Db) => Promise<void>) =>
    test(`${name}: ${title}`, async () => {
      const db = await make()
      try {
        await db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT UNIQUE)")
        await work(db)
      } finally {
        await db.close()
      }
    })
  const insert = (db: Db, words: string) => db.run("INSERT INTO t (words) VALUES (?)", words)
  const words = async (db: Db) =>
    (await db.all<{ words: string }>("SELECT words FROM t ORDER BY id")).map((row) => row.words)

  withTable("what goes in comes out", async (db) => {
    await db.run("CREATE TABLE v (id INTEGER PRIMARY KEY, cell)")
    const cells = [
      null,
      "",
      "ٴۇرىمجى 赛力克 \u0000 🔑",
      0,
      -1,
      1.5,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      Number.POSITIVE_INFINITY,
      1e-300,
      Buffer.from([0, 255]),
      Uint8Array.from([1, 2, 3, 4]).subarray(1, 3),
    ]
    for (const [id, cell] of cells.entries()) {
      await db.run("INSERT INTO v VALUES (?, ?)", id, cell)
      const found = await db.one<{ cell: unknown }>("SELECT cell FROM v WHERE id = ?", id)
      if (cell instanceof Uint8Array) assert.deepEqual(found?.cell, Buffer.from(cell))
      else assert.deepEqual(found, { cell })
    }
    await db.run("INSERT INTO v VALUES (?, ?)", 100, 7n)
    assert.deepEqual(await db.one("SELECT cell, typeof(cell) AS type FROM v WHERE id = 100"), {
      cell: 7,
      type: "integer",
    })
    assert.equal(await db.one("SELECT cell FROM v WHERE id = -5"), undefined)
    assert.deepEqual(await db.all("SELECT cell FROM v WHERE id = -5"), [])
  })

  withTable("what would not come back the same is refused", async (db) => {
    const impossible = [Number.NaN, 2 ** 53, 2n ** 60n, new Uint8Array(), "half a \ud83d"]
    for (const cell of impossible) await assert.rejects(db.run("INSERT INTO t (words) VALUES (?)", cell))
    assert.deepEqual(await words(db), [])
  })

  withTable("run counts the rows it changed", async (db) => {
    assert.equal(await insert(db, "one"), 1)
    await insert(db, "two")
    assert.equal(await db.run("UPDATE t SET words = words || '!'"), 2)
    assert.equal(await db.run("DELETE FROM t WHERE id > ?", 9), 0)
  })

  withTable("a transaction is kept whole, or not at all", async (db) => {
    assert.equal(
      await db.transaction(async (inside) => {
        await insert(inside, "one")
        await insert(inside, "two")
        return "done"
      }),
      "done",
    )
    const failed = db.transaction(async (inside) => {
      await insert(inside, "three")
      throw new Error("changed my mind")
    })
    await assert.rejects(failed, /changed my mind/)
    await assert.rejects(db.transaction((inside) => insert(inside, "one")))
    assert.deepEqual(await words(db), ["one", "two"])
  })

  withTable("transactions and everyone else wait for the running one", async (db) => {
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
    const order: string[] = []
    const slow = async (mark: string) =>
      db.transaction(async (inside) => {
        order.push(`${mark} begins`)
        await insert(inside, mark)
        await pause()
        await pause()
        order.push(`${mark} ends`)
      })
    const outside = async () => order.push(`seen ${(await words(db)).length}`)
    await Promise.all([slow("a"), slow("b"), outside(), slow("c")])
    assert.deepEqual(
      order.filter((line) => !line.startsWith("seen")),
      ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"],
    )
    assert.deepEqual(await words(db), ["a", "b", "c"])
  })

  withTable("a failing one of many transactions does not disturb the others", async (db) => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        db.transaction(async (inside) => {
          await insert(inside, `row ${n}`)
          if (n % 3 === 0) throw new Error("no")
        }),
      ),
    )
    assert.equal(outcomes.filter(({ status }) => status === "rejected").length, 7)
    assert.equal((await words(db)).length, 13)
  })

  withTable("a transaction inside another can fail alone", async (db) => {
    await db.transaction(async (outer) => {
      await insert(outer, "kept")
      await assert.rejects(
        outer.transaction(async (inner) => {
          await insert(inner, "lost")
          throw new Error("inner")
        }),
        /inner/,
      )
      await outer.transaction((inner) => insert(inner, "kept too"))
    })
    assert.deepEqual(await words(db), ["kept", "kept too"])
  })

  withTable("a handle used after its transaction is refused", async (db) => {
    let leaked: Db | undefined
    await db.transaction(async (inside) => {
      leaked = inside
    })
    await assert.rejects(insert(leaked!, "late"))
    assert.deepEqual(await words(db), [])
  })

  withTable("the first error is the one told, and the next act works", async (db) => {
    await assert.rejects(
      db.transaction(async (inside) => {
        await inside.run("ROLLBACK") // so that the rollback that follows must fail too
        throw new Error("the first")
      }),
      /the first/,
    )
    await db.transaction((inside) => insert(inside, "next"))
    assert.deepEqual(await words(db), ["next"])
  })

  withTable("after close every call is refused", async (db) => {
    const late = db.transaction((inside) => insert(inside, "in time"))
    await db.close()
    assert.equal(await late, 1)
    for (const call of [() => insert(db, "x"), () => words(db), () => db.transaction(async () => {})])
      await assert.rejects(call(), { code: "vault/locked" })
    await db.close()
  })

  withTable("more statements than are kept prepared still work", async (db) => {
    for (let n = 0; n < 600; n++) assert.deepEqual(await db.one(`SELECT ${n} AS n`), { n })
    assert.equal(await insert(db, "x"), 1)
  })
}
