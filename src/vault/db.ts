import { open, rm, stat } from "node:fs/promises"
import { resolve } from "node:path"
import { Database, setLogger } from "@signalapp/sqlcipher"
import { DalelError } from "../model/refusals.js"
import { isMissing } from "./disk.js"

/** A whole number beyond ±(2^53 − 1) would not come back exactly: keep it as text. No NaN, no empty Uint8Array. */
export type Cell = string | number | bigint | Uint8Array | null

/**
 * The embedded store, behind few words so that another can stand beside it. One suite (`db.suite.ts`) for all of them.
 * Numbers come back as numbers, blobs as Buffers; two result columns of one name collapse into one.
 */
export interface Db {
  all<Row>(sql: string, ...cells: Cell[]): Promise<Row[]>
  one<Row>(sql: string, ...cells: Cell[]): Promise<Row | undefined>
  /** Answers how many rows changed. One statement only. */
  run(sql: string, ...cells: Cell[]): Promise<number>
  /**
   * All or nothing, durable when it answers. Transactions run one after another; everyone else's calls wait until the
   * running one ends, so inside use only the `db` that is given. Fails with the *first* error. Inside a transaction
   * `transaction` is a savepoint.
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Waits for what is running. Afterwards every call is refused with vault/locked. */
  close(): Promise<void>
}

export interface DbKey {
  /** 32 bytes. */
  readonly key: Uint8Array
  /** 16 bytes. In the key, so that a torn first sector does not lose it. */
  readonly salt: Uint8Array
}

// SQLCipher writes its log to standard error, SQL and paths included.
setLogger(() => {})

/**
 * Opens (or, with `create`, makes) the encrypted database: SQLCipher 4, raw key. Held alone until closed.
 * @throws DalelError vault/in-use, vault/damaged (also for a wrong key), vault/disk-full, vault/exists
 */
export async function openDb(path: string, key: DbKey, options: { create?: boolean } = {}): Promise<Db> {
  // Absolute, because the driver takes a path that begins with "file:" for an address with options.
  const file = resolve(path)
  if (options.create) await makeFile(file)
  // Without this the driver would make an empty database where one has gone, or has lost all it held.
  else if (!(await isFile(file)) || (await stat(file)).size === 0) throw new DalelError("vault/damaged", "database")
  const native = told(() => new Database(file))
  try {
    told(() => {
      native.exec(`PRAGMA key = "${literal(key)}"`)
      native.exec("PRAGMA cipher_log_level = NONE")
      // Before the first read: it is this that refuses a second process, which NORMAL would let in.
      native.exec("PRAGMA locking_mode = EXCLUSIVE")
      native.exec("PRAGMA journal_mode = WAL")
      // After WAL, which this build would otherwise run with less.
      native.exec("PRAGMA synchronous = FULL")
      native.exec("PRAGMA secure_delete = ON")
      native.exec("PRAGMA temp_store = MEMORY")
      native.exec("PRAGMA foreign_keys = ON")
      // In KiB. Every page that is not at hand is decrypted and its MAC checked: a refold of many reads them over and over.
      native.exec("PRAGMA cache_size = -16384")
      native.exec("SELECT count(*) FROM sqlite_schema")
    })
  } catch (error) {
    native.close()
    throw error
  }
  const root: Root = { native, statements: new Map(), undone: undefined, broken: undefined, closed: false }
  return scope(root, 0)
}

/**
 * Writes everything into a new file under another key, compares, checks every page and closes it. Deleted rows and
 * free pages do not go along. If anything fails the new file is removed.
 * @throws DalelError vault/exists, vault/disk-full, vault/damaged
 */
export async function exportTo(db: Db, path: string, key: DbKey): Promise<void> {
  const file = resolve(path)
  await makeFile(file)
  try {
    const counts = await whenAlone(db, (native) => told(() => copyAll(native, file, key)))
    await (await checkedCopy(file, key, counts)).close()
  } catch (error) {
    await removeDb(file)
    throw error
  }
}

/**
 * As `exportTo`, and then `db` is closed: nothing is written to it between the copying and its end, so the copy can take
 * its place. `ready` may still change the copy. If anything fails before that, `db` goes on and the copy is removed.
 * @throws DalelError vault/exists, vault/disk-full, vault/damaged
 */
export async function moveTo(db: Db, path: string, key: DbKey, ready: (copy: Db) => Promise<void>): Promise<void> {
  const file = resolve(path)
  await makeFile(file)
  try {
    await whileAlone(db, async (native, end) => {
      // So that nothing of the old one stands in its -wal alone, which must not be found beside the new one.
      const [done] = told(() => native.pragma("wal_checkpoint(TRUNCATE)")) as { busy?: number }[]
      if (done?.busy !== 0) throw new DalelError("vault/in-use")
      const counts = told(() => copyAll(native, file, key))
      const copy = await checkedCopy(file, key, counts)
      try {
        await ready(copy)
      } finally {
        await copy.close()
      }
      if (await isFile(`${file}-wal`)) throw new DalelError("vault/disk-full")
      end()
    })
  } catch (error) {
    if (await isFile(file)) await removeDb(file)
    throw error
  }
}

async function checkedCopy(file: string, key: DbKey, counts: string): Promise<Db> {
  const copy = await openDb(file, key)
  try {
    const copied = await whenAlone(copy, countRows)
    if (copied !== counts || (await checkPages(copy)).length > 0)
      throw new DalelError("vault/damaged", "copy of the database")
    return copy
  } catch (error) {
    await copy.close()
    throw error
  }
}

async function removeDb(file: string): Promise<void> {
  for (const suffix of ["", "-wal", "-journal"]) await rm(file + suffix, { force: true })
}

export type PageFault =
  /** This page's MAC does not fit: altered, or damaged on disk. Pages count from 1. */
  | { readonly fault: "page"; readonly page: number }
  /** Every MAC fits, but tables and indexes contradict one another. */
  | { readonly fault: "structure" }

/** Checks the MAC of every page, then the structure. Empty when all is well. */
export function checkPages(db: Db): Promise<PageFault[]> {
  return whenAlone(db, (native) => {
    const faults: PageFault[] = []
    try {
      native.pragma("wal_checkpoint(TRUNCATE)") // the MACs are checked in the file itself
      for (const row of native.pragma("cipher_integrity_check")) {
        const page = /page (\d+)/.exec(String(Object.values(row)[0]))?.[1]
        faults.push(page === undefined ? { fault: "structure" } : { fault: "page", page: Number(page) })
      }
      // Reading a damaged page for the second check would only fail.
      if (faults.length === 0 && native.pragma("integrity_check", { simple: true }) !== "ok")
        faults.push({ fault: "structure" })
    } catch {
      if (faults.length === 0) faults.push({ fault: "structure" })
    }
    return faults
  })
}

// How it runs

type Native = InstanceType<typeof Database>
type Statement = ReturnType<Native["prepare"]>

interface Root {
  readonly native: Native
  /** The least used first. */
  readonly statements: Map<string, Statement>
  /** The error at which SQLite rolled back by itself: what still follows in that transaction must not be kept. */
  undone: Error | undefined
  /** A transaction could not be ended: nothing may be written into it any more. */
  broken: DalelError | undefined
  closed: boolean
}

/** For what needs more than `Db` offers: runs something while nothing else does. `end` closes the database for good. */
const alone = new WeakMap<Db, <T>(work: (native: Native, end: () => void) => Promise<T>) => Promise<T>>()

function whileAlone<T>(db: Db, work: (native: Native, end: () => void) => Promise<T>): Promise<T> {
  const run = alone.get(db)
  if (run === undefined) throw new TypeError("not a database of this driver")
  return run(work)
}

function whenAlone<T>(db: Db, work: (native: Native) => T): Promise<T> {
  return whileAlone(db, async (native) => work(native))
}

/** One level: 0 is the database itself, 1 a transaction in it, beyond that savepoints. */
function scope(root: Root, depth: number): Db {
  const begin = depth === 0 ? "BEGIN IMMEDIATE" : `SAVEPOINT s${depth}`
  const commit = depth === 0 ? "COMMIT" : `RELEASE s${depth}`
  const rollback = depth === 0 ? ["ROLLBACK"] : [`ROLLBACK TO s${depth}`, `RELEASE s${depth}`]
  let running: Promise<void> | undefined
  let over = false

  /** Between the last look at `running` and the work nothing may be awaited. */
  async function whenFree<T>(work: () => T | Promise<T>): Promise<T> {
    while (running !== undefined) await running
    if (root.closed) throw new DalelError("vault/locked")
    if (over) throw new Error("the transaction is over")
    if (root.broken !== undefined) throw root.broken
    if (depth > 0 && root.undone !== undefined) throw root.undone
    return work()
  }
  const step = <T>(sql: string, work: (statement: Statement) => T) => whenFree(() => stepped(root, sql, work))

  async function act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const inner = scope(root, depth + 1)
    if (depth === 0) root.undone = undefined
    stepped(root, begin, (statement) => statement.run())
    try {
      const answer = await work(inner)
      await inner.close() // waits for what the work itself did not wait for
      if (root.undone !== undefined) throw root.undone
      stepped(root, commit, (statement) => statement.run())
      return answer
    } catch (error) {
      await inner.close()
      undo(root, rollback)
      throw error
    }
  }

  /** While it runs, everyone else's calls wait. */
  const holding = <T>(work: () => Promise<T>): Promise<T> =>
    whenFree(() => {
      let ended = () => {}
      running = new Promise<void>((done) => {
        ended = done
      })
      return work().finally(() => {
        running = undefined
        ended()
      })
    })
  const end = () => {
    root.closed = true
    for (const query of root.statements.values()) query.close()
    root.statements.clear()
    told(() => root.native.close())
  }

  const db: Db = {
    all: <Row>(sql: string, ...cells: Cell[]) => step(sql, (query) => query.all(bound(cells)) as Row[]),
    one: <Row>(sql: string, ...cells: Cell[]) => step(sql, (query) => query.get(bound(cells)) as Row | undefined),
    run: (sql, ...cells) => step(sql, (query) => query.run(bound(cells)).changes),
    transaction: <T>(work: (db: Db) => Promise<T>) => holding(() => act(work)),
    async close() {
      while (running !== undefined) await running
      over = depth > 0
      if (depth === 0 && !root.closed) end()
    },
  }
  if (depth === 0) alone.set(db, (work) => holding(() => work(root.native, end)))
  return db
}

/** What failed first is told by the caller. SQLite has often rolled back by itself (disk full), and says so. */
function undo(root: Root, rollback: readonly string[]): void {
  try {
    for (const sql of rollback) prepared(root, sql).run()
  } catch (error) {
    if (!/no transaction is active|no such savepoint/.test(String(error)))
      root.broken = new DalelError("vault/damaged", "database: a transaction could not be undone", { cause: error })
  }
}

const MOST_STATEMENTS = 250

function prepared(root: Root, sql: string): Statement {
  let query = root.statements.get(sql)
  // Errors from here speak of our SQL, never of what is stored.
  query ??= told(() => root.native.prepare(sql, { persistent: true }))
  root.statements.delete(sql)
  root.statements.set(sql, query)
  if (root.statements.size > MOST_STATEMENTS) {
    const [oldest, least] = root.statements.entries().next().value!
    root.statements.delete(oldest)
    least.close()
  }
  return query
}

/** The driver binds every number as a real, NaN and an empty blob as NULL, and half a character as a replacement. */
function bound(cells: readonly Cell[]): (string | number | Uint8Array<ArrayBuffer> | null)[] {
  return cells.map((cell) => {
    if (typeof cell === "string" && /\p{Surrogate}/u.test(cell)) throw new DalelError("value/malformed")
    if (typeof cell === "number" || typeof cell === "bigint") {
      if (Number.isSafeInteger(Number(cell))) return BigInt(cell) as unknown as number // its types know none
      if (Number.isNaN(cell) || Number.isInteger(Number(cell)))
        throw new TypeError("a number that would not come back the same")
    }
    if (cell instanceof Uint8Array && cell.length === 0) throw new TypeError("an empty blob would become null")
    return cell as string | number | Uint8Array<ArrayBuffer> | null
  })
}

/** SQLite's own failures in our words. */
function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw refusal(error) ?? error
  }
}

/** While a statement runs an error may quote what was searched for: of the rest only the code is told. */
function stepped<T>(root: Root, sql: string, work: (statement: Statement) => T): T {
  const statement = prepared(root, sql)
  try {
    return work(statement)
  } catch (error) {
    const code = codeOf(error)
    // "UNIQUE constraint failed: table.column" names no content.
    if (code === undefined || code.startsWith("SQLITE_CONSTRAINT")) throw error
    const first = refusal(error) ?? new Error(`database: ${code}`)
    if (code !== "SQLITE_ERROR") root.undone ??= first
    throw first
  }
}

function refusal(error: unknown): DalelError | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new DalelError("vault/in-use")
  if (code === "SQLITE_FULL") return new DalelError("vault/disk-full")
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new DalelError("vault/damaged", "database")
  return undefined
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined
}

function literal({ key, salt }: DbKey): string {
  if (key.length !== 32 || salt.length !== 16) throw new TypeError("a key of 32 and a salt of 16 bytes")
  return `x'${Buffer.from(key).toString("hex")}${Buffer.from(salt).toString("hex")}'`
}

function copyAll(native: Native, file: string, key: DbKey): string {
  const attach = native.prepare("ATTACH DATABASE ? AS copy KEY ?")
  const secret = Buffer.from(literal(key))
  attach.run([file, secret])
  attach.close()
  secret.fill(0)
  try {
    native.exec("SELECT sqlcipher_export('copy')")
    for (const name of ["user_version", "application_id"])
      native.exec(`PRAGMA copy.${name} = ${native.pragma(name, { simple: true })}`)
    return countRows(native)
  } finally {
    native.exec("DETACH DATABASE copy")
  }
}

/** How many rows each table has, as one text to compare. */
function countRows(native: Native): string {
  const names = native.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", { pluck: true })
  return (names.all() as string[])
    .map((name) => {
      const quoted = name.replaceAll('"', '""')
      return `${name} ${native.prepare(`SELECT count(*) FROM "${quoted}"`, { pluck: true }).get()}`
    })
    .join("\n")
}

/** SQLite would make the file readable for all. */
async function makeFile(path: string): Promise<void> {
  try {
    await (await open(path, "wx", 0o600)).close()
  } catch (error) {
    throw error instanceof Error && "code" in error && error.code === "EEXIST" ? new DalelError("vault/exists") : error
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
