/** Integers beyond 2^53 do not come back exactly: keep those as text. */
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
  close(): Promise<void>
}

export interface DbKey {
  /** 32 bytes. */
  readonly key: Uint8Array
  /** 16 bytes. In the key, so that a torn first sector does not lose it. */
  readonly salt: Uint8Array
}

/**
 * Opens or creates the encrypted database (SQLCipher 4), and holds it alone until closed.
 * @throws DalelError vault/in-use, vault/damaged (also for a wrong key), vault/disk-full, file/not-found
 */
export declare function openDb(path: string, key: DbKey, options?: { create?: boolean }): Promise<Db>

/** Writes everything into a new database file under another key, verifies it and closes it; refuses to overwrite. */
export declare function exportTo(db: Db, path: string, key: DbKey): Promise<void>

export type PageFault = { readonly fault: "page"; readonly page: number } | { readonly fault: "structure" }

/** Checks every page's MAC, then the structure. Empty when all is well. */
export declare function checkPages(db: Db): Promise<PageFault[]>
