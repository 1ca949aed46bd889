import { createHash } from "node:crypto"
import { canonical } from "../ledger/canonical.js"
import type { Db } from "../vault/db.js"
import { TABLES } from "./tables.js"

/**
 * Every row of every projection table as a line of canonical JSON, in an order that does not depend on how the index
 * came to be: two indexes are *the same* when these lines are.
 */
export async function* dump(db: Db): AsyncGenerator<string> {
  for (const table of Object.keys(TABLES)) {
    const columns = columnsOf(table)
    const key = KEYS[table] ?? [columns[0]!]
    const [list, order] = [columns, key].map((names) => names.map((name) => `"${name}"`).join(", "))
    const places = key.map(() => "?").join(", ")
    let after: (string | number)[] | null = null
    for (;;) {
      const rows: Row[] = await db.all<Row>(
        `SELECT ${list} FROM ${table} ${after ? `WHERE (${order}) > (${places})` : ""} ORDER BY ${order} LIMIT 2000`,
        ...(after ?? []),
      )
      for (const row of rows) yield canonical({ table, ...row })
      const last = rows.at(-1)
      if (!last || rows.length < 2000) break
      after = key.map((name) => last[name]!)
    }
  }
}

type Row = Record<string, string | number | null>

/** What a row is known by, where that is not the first column. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  i_hidden: ["device", "seq"],
  i_source: ["id", "entry"],
  i_rendition: ["id", "entry"],
  i_statement: ["id", "entry"],
  i_retraction: ["entry", "target"],
  i_key: ["ref", "start"],
}

function columnsOf(table: string): string[] {
  const definition = TABLES[table as keyof typeof TABLES]
  return (
    definition
      .split(/,(?![^(]*\))/)
      .map((column) => column.trim().split(" ")[0]!)
      // The number of a search key says only when it came.
      .filter((name) => name !== "PRIMARY" && !(table === "i_key" && name === "n"))
  )
}

/** SHA-256 (hex) over the dump. */
export async function fingerprint(db: Db): Promise<string> {
  const hash = createHash("sha256")
  for await (const line of dump(db)) hash.update(`${line}\n`)
  return hash.digest("hex")
}
