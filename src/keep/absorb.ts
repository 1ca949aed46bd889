import { join } from "node:path"
import { fold, rebuild } from "../index/fold.js"
import { membersIn } from "../index/members.js"
import { sightOf } from "../ledger/cause.js"
import { type AnyEntry, type Entry, isKnown } from "../ledger/entry.js"
import { base64 } from "../ledger/log.js"
import { commitmentOf, readRecord } from "../ledger/record.js"
import { append, leafHash, type Range, rootOf } from "../ledger/tree.js"
import { type StoredRecord, verifyLog } from "../ledger/verify.js"
import { type BlobId, type DeviceId, isId, type MemberId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { blobName } from "../vault/blobs.js"
import type { Db } from "../vault/db.js"
import { hiddenPlaces, hiddenWords, KEPT } from "../vault/erase.js"
import { forksIn, rangeAt, rootIn, tailRecords, tailsOf } from "../vault/forks.js"
import { beginLog, entriesOfKind, logsOf, rootText, type StoredLog } from "../vault/logs.js"
import type { FoldEntry, Vault } from "../vault/vault.js"
import { blobNamed, type Line } from "./bundle.js"
import { bytesIn, caseIn, entryIn, fileIn, type Of, type Offered, read } from "./offered.js"
import { type Cover, checkCover, type Parcel } from "./parcel.js"

/** What one bundle may bring. */
export interface Limits {
  readonly records: number
  /** Signed by one member. */
  readonly perMember: number
  readonly blobs: number
}

export const LIMITS: Limits = { records: 3_000_000, perMember: 1_000_000, blobs: 300_000 }

/**
 * A log that the bundle shows otherwise than it is known here: both checkpoints are evidence. continued: the log of this
 * very device, which another machine went on with.
 */
export interface Named {
  readonly fault: "forked" | "shortened" | "continued"
  readonly device: DeviceId
  readonly ours: string
  readonly theirs: string
}

/** What a bundle brings, or brought. */
export interface Merged {
  readonly bundle: string
  readonly device: DeviceId
  readonly member: MemberId
  readonly at: string
  /** New here. */
  readonly records: number
  /** How many of each kind, by who signed them. */
  readonly kinds: Readonly<Record<MemberId, Readonly<Record<string, number>>>>
  /** Kept, and not folded: beyond a cut or a fork; or signed without the right. */
  readonly quarantined: number
  readonly withoutRight: number
  /** Records that tombstones of others hide from now on. */
  readonly hidden: number
  readonly named: readonly Named[]
  /** Sealed files that came, and that are still to come. */
  readonly files: number
  readonly awaited: number
  /** The log of this device is one of those that forked: it goes on as a new device when it is next opened. */
  readonly ownForked: boolean
}

/** Above this many new entries folding all anew is not slower than one by one. */
const ONE_BY_ONE = 20_000

/**
 * Takes a bundle's records into the tables and folds them, inside the caller's transaction: whatever is refused, nothing
 * of it stays. `touched`: all was folded anew.
 * @throws DalelError bundle/…
 */
export async function absorb(tx: Db, vault: Vault, parcel: Parcel, limits: Limits) {
  const { cover } = parcel
  if (cover.sample !== vault.sample) throw new DalelError("bundle/is-sample")
  if (cover.vault !== vault.id) throw new DalelError("bundle/other-vault")
  if (cover.lines.records > limits.records) throw new DalelError("bundle/too-large", `${limits.records} records`)
  const claims = await claimsOf(tx, parcel, limits)
  checkCover(parcel.note, cover, claims.devices.get(cover.device), claims.members.get(cover.member))
  const before = await logsOf(tx)
  const forksBefore = await forksIn(tx)
  const taken = new Taking(tx, vault, cover, claims, await hiddenPlaces(tx))
  const offered: Offered["files"][number][] = []
  const cases: Offered["cases"][number][] = []
  for await (const line of read(parcel)) {
    if ("blob" in line) offered.push(fileIn(line))
    else if ("case" in line) cases.push(caseIn(line))
    else if (!("recovery" in line)) await taken.line(line)
  }
  taken.end()
  await taken.checkSight()
  const destroyed = await destroyedFiles(tx, taken)
  await registerFiles(tx, vault, claims, offered, { ids: taken.ids, destroyed })
  const forks = await forksIn(tx)
  const forked = [...forks].some(([device, at]) => forksBefore.get(device) !== at) || taken.tails > 0
  const all = forked || taken.entries.length >= ONE_BY_ONE
  if (all) await rebuild(tx, vault.blobs)
  else if (taken.entries.length > 0) await fold(tx, taken.entries, vault.blobs)
  for (const { device, seq } of taken.bare)
    if (!(await tx.one("SELECT 1 AS yes FROM i_hidden WHERE device = ? AND seq = ?", device, seq)))
      throw new DalelError("bundle/damaged", `${device} ${seq}`)
  await keepCaseKeys(tx, cover, cases)
  const named = [...taken.named, ...(await shortened(tx, cover, before))]
  const now = vault.world.clock.now()
  for (const { fault, device, ours, theirs } of named)
    await tx.run(
      "INSERT OR IGNORE INTO evidence (fault, device, ours, theirs, at) VALUES (?, ?, ?, ?, ?)",
      fault,
      device,
      ours,
      theirs,
      now,
    )
  for (const { device, range } of await logsOf(tx)) {
    const had = before.find((one) => one.device === device)?.range.size ?? 0
    if (range.size > had)
      await tx.run(
        "INSERT OR IGNORE INTO arrival (bundle, device, first, size, sender, member, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        cover.bundle,
        device,
        had,
        range.size,
        cover.device,
        cover.member,
        now,
      )
  }
  const { bundle, device, member, at } = cover
  const standing = async (how: string) => {
    let count = 0
    for (const id of taken.ids)
      if (await tx.one("SELECT 1 AS yes FROM i_entry WHERE id = ? AND standing = ?", id, how)) count++
    return count
  }
  const merged: Merged = {
    ...{ bundle, device, member, at, named },
    records: taken.ids.length + taken.bare.length + taken.wordless,
    kinds: taken.kinds,
    quarantined: await standing("quarantined"),
    withoutRight: await standing("no-right"),
    hidden: await hiddenWords(tx),
    files: 0,
    awaited: (await tx.one<{ n: number }>("SELECT count(*) AS n FROM awaited"))!.n,
    ownForked: forks.has(vault.device) || named.some(({ fault }) => fault === "continued"),
  }
  return { merged, touched: all, destroyed }
}

interface Claims {
  readonly members: Map<MemberId, Uint8Array>
  readonly devices: Map<DeviceId, Uint8Array>
  /** What the entries in the bundle say of the files they name; null where they do not say. */
  readonly files: Map<BlobId, string | null>
}

/** Keys that are known here, and those that the bundle brings: never another for a known id. */
async function claimsOf(tx: Db, parcel: Parcel, limits: Limits): Promise<Claims> {
  const claims: Claims = { members: new Map(), devices: new Map(), files: new Map() }
  const claim = <Id>(keys: Map<Id, Uint8Array>, id: Id, key: string, where: string) => {
    const bytes = Uint8Array.from(Buffer.from(key, "base64"))
    const known = keys.get(id)
    if (known && Buffer.compare(known, bytes) !== 0) throw new DalelError("bundle/key-clash", where)
    if (bytes.length !== 32) throw new DalelError("bundle/damaged", "key")
    keys.set(id, bytes)
  }
  const known = async (entry: AnyEntry) => {
    if (!isKnown(entry)) return
    if (entry.kind === "member") claim(claims.members, entry.body.member, entry.body.key, entry.body.member)
    if (entry.kind === "device") claim(claims.devices, entry.body.device, entry.body.key, entry.body.device)
  }
  const founding = (await entriesOfKind(tx, "member"))[0]?.entry.id
  for (const kind of ["member", "device"] as const)
    for (const { entry } of await entriesOfKind(tx, kind)) await known(entry)
  for (const tail of await tailsOf(tx))
    for (const { open } of await tailRecords(tx, tail)) if (open !== null) await known(readRecord(open))
  const signed = new Map<MemberId, number>()
  let [log, files, records] = ["" as DeviceId, 0, 0]
  for await (const line of read(parcel)) {
    if ("log" in line) log = line.log
    if ("tail" in line) log = line.tail
    if ("blob" in line && ++files > limits.blobs) throw new DalelError("bundle/too-large", `${limits.blobs} files`)
    if (("open" in line || "c" in line) && ++records > limits.records)
      throw new DalelError("bundle/too-large", `${limits.records} records`)
    if (!("open" in line)) continue
    const entry = entryIn(line.open)
    const count = (signed.get(entry.by) ?? 0) + 1
    if (count > limits.perMember) throw new DalelError("bundle/too-large", `${limits.perMember} records of ${entry.by}`)
    signed.set(entry.by, count)
    if (!isKnown(entry)) continue
    if (entry.kind === "member" && entry.body.act === "found" && entry.id !== founding)
      throw new DalelError("bundle/key-clash", "founder")
    // A device speaks for itself: nobody names its key before it does.
    if (entry.kind === "device" && entry.body.device !== log) throw new DalelError("bundle/damaged", "device")
    await known(entry)
    const file = blobNamed(entry)
    if (file) claims.files.set(file.blob, file.sha256)
  }
  return claims
}

interface Waiting {
  readonly records: StoredRecord[]
  bytes: number
}

/** One commit at a time: a commit is verified, then it goes on with its log, is there already, or is a branch. */
class Taking {
  readonly entries: FoldEntry[] = []
  readonly ids: string[] = []
  readonly bare: { device: DeviceId; seq: number }[] = []
  readonly named: Named[] = []
  readonly kinds: Record<MemberId, Record<string, number>> = {}
  tails = 0
  /** Records at places that a tombstone held here names: their words are not written. */
  wordless = 0
  /** The sealed files they name. */
  readonly lost = new Set<BlobId>()
  readonly kept = new Set<BlobId>()
  private at: { log: StoredLog; range: Range; onMain: boolean; roots: Map<number, string> } | null = null
  private waiting: Waiting = { records: [], bytes: 0 }
  private readonly sight = new Set<string>()

  private readonly tx: Db
  private readonly vault: Vault
  private readonly cover: Cover
  private readonly claims: Claims
  private readonly hidden: ReadonlySet<string>

  constructor(tx: Db, vault: Vault, cover: Cover, claims: Claims, hidden: ReadonlySet<string>) {
    this.hidden = hidden
    this.tx = tx
    this.vault = vault
    this.cover = cover
    this.claims = claims
  }

  async line(line: Line): Promise<void> {
    if ("log" in line) await this.begin(line.log, null)
    else if ("tail" in line) await this.begin(line.tail, line)
    else if ("open" in line) this.add(line.open, commitmentOf(line.open))
    else if ("c" in line) this.add(null, bytesIn(line.c))
    else if ("note" in line) await this.commit(line.note)
    else throw new DalelError("bundle/damaged", "lines")
  }

  end(): void {
    if (this.waiting.records.length > 0) throw new DalelError("bundle/damaged", "commit-missing")
  }

  private async begin(device: DeviceId, tail: Of<"tail"> | null): Promise<void> {
    this.end()
    if (!isId(device)) throw new DalelError("bundle/damaged", "lines")
    const log = await beginLog(this.tx, device)
    const roots = new Map<number, string>([[0, rootText({ size: 0, roots: [] })]])
    for (const { size, note } of await this.tx.all<{ size: number; note: string }>(
      "SELECT size, note FROM checkpoint WHERE device = ?",
      log.n,
    ))
      roots.set(size, rootIn(note))
    if (tail === null) {
      const from = this.cover.logs[device]?.[0] ?? -1
      if (from < 0 || (from > 0 && !roots.has(from))) throw new DalelError("bundle/gap", device)
      const range = from === log.range.size ? log.range : await rangeAt(this.tx, log.n, from)
      this.at = { log, range, onMain: true, roots }
    } else
      this.at = {
        log,
        range: await this.parent(log, tail, roots),
        onMain: roots.get(tail.first) === tail.previous,
        roots,
      }
  }

  private async parent(log: StoredLog, { first, previous }: Of<"tail">, roots: Map<number, string>): Promise<Range> {
    if (roots.get(first) === previous) return rangeAt(this.tx, log.n, first)
    const tails = (await tailsOf(this.tx)).filter(({ n }) => n === log.n)
    const found = tails.find((one) => one.size === first && one.root === previous)
    if (!found) throw new DalelError("bundle/gap", log.device)
    const before = await this.parent(log, { tail: log.device, first: found.first, previous: found.previous }, roots)
    return (await tailRecords(this.tx, found)).reduce(
      (range, { commitment }) => append(range, leafHash(commitment)),
      before,
    )
  }

  private add(open: string | null, commitment: Uint8Array): void {
    if (!this.at || commitment.length !== 32) throw new DalelError("bundle/damaged", "lines")
    const { records } = this.waiting
    records.push({ seq: this.at.range.size + records.length, commitment, open })
    this.waiting.bytes += open?.length ?? 0
    if (this.waiting.bytes > LARGEST_COMMIT)
      throw new DalelError("bundle/too-large", `${LARGEST_COMMIT} bytes a commit`)
  }

  private async commit(note: string): Promise<void> {
    const { at, waiting } = this
    if (!at || waiting.records.length === 0 || typeof note !== "string") throw new DalelError("bundle/damaged", "lines")
    this.waiting = { records: [], bytes: 0 }
    const { log } = at
    const start = at.range
    const first = start.size
    const after = waiting.records.reduce((range, { commitment }) => append(range, leafHash(commitment)), start)
    const [previous, root] = [base64(rootOf(start)), base64(rootOf(after))]
    at.range = after
    if (at.onMain && at.roots.get(after.size) === root) return
    const where = [log.n, after.size, root] as const
    const goesOn = at.onMain && first === log.range.size
    if (
      !goesOn &&
      (await this.tx.one("SELECT 1 AS yes FROM tail_commit WHERE device = ? AND size = ? AND root = ?", ...where))
    ) {
      at.onMain = false
      return
    }
    const entries = await this.verify(log.device, start, waiting.records, note)
    await this.refuseTwice(entries)
    const gone = new Set(entries.filter((one) => this.isGone(log.device, one)).map(({ seq }) => seq))
    const kept = waiting.records.map((record) => (gone.has(record.seq) ? { ...record, open: null } : record))
    if (goesOn) {
      if (log.device === this.vault.device) await this.name("continued", log, note)
      await this.extend(log, kept, after, note)
      at.log = { ...log, range: after }
      at.roots.set(after.size, root)
    } else {
      if (at.onMain) await this.name("forked", log, note)
      at.onMain = false
      this.tails++
      await this.tx.run(
        "INSERT INTO tail_commit (device, size, root, first, previous, note) VALUES (?, ?, ?, ?, ?, ?)",
        ...where,
        first,
        previous,
        note,
      )
      for (const { seq, commitment, open } of kept) {
        const entry = open === null ? null : readRecord(open)
        await this.tx.run(
          "INSERT INTO tail_record (device, root, seq, entry, kind, c, open) VALUES (?, ?, ?, ?, ?, ?, ?)",
          log.n,
          root,
          seq,
          entry?.id ?? null,
          entry?.kind ?? null,
          commitment,
          open,
        )
      }
    }
    this.count(log.device, waiting.records, entries, gone)
  }

  private isGone(device: DeviceId, { entry, seq }: { entry: AnyEntry; seq: number }): boolean {
    return this.hidden.has(`${device} ${seq}`) && !KEPT.some((kind) => kind === entry.kind)
  }

  private async verify(device: DeviceId, after: Range, records: readonly StoredRecord[], note: string) {
    const { devices, members } = this.claims
    const entries: { entry: AnyEntry; seq: number }[] = []
    const verdict = await verifyLog({
      vault: this.vault.id,
      device,
      after,
      records,
      checkpoint: async () => note,
      deviceKey: (id) => devices.get(id),
      memberKey: (id) => members.get(id),
      excused: () => true, // looked at when it is known which tombstones stand
      visit: (entry, seq) => void entries.push({ entry, seq }),
    })
    if (!verdict.ok) throw new DalelError("bundle/damaged", `${verdict.fault} ${verdict.where}`)
    if (verdict.checkpoints !== 1) throw new DalelError("bundle/damaged", `commit-missing ${device} ${after.size}`)
    return entries
  }

  private async refuseTwice(entries: readonly { entry: AnyEntry }[]): Promise<void> {
    for (const { entry } of entries)
      for (const table of ["record", "tail_record"])
        if (await this.tx.one(`SELECT 1 AS yes FROM ${table} WHERE entry = ?`, entry.id))
          throw new DalelError("bundle/damaged", `entry twice ${entry.id}`)
  }

  private async extend(log: StoredLog, records: readonly StoredRecord[], after: Range, note: string): Promise<void> {
    for (const { seq, commitment, open } of records) {
      const entry = open === null ? null : readRecord(open)
      await this.tx.run(
        "INSERT INTO record (device, seq, entry, kind, c, open) VALUES (?, ?, ?, ?, ?, ?)",
        log.n,
        seq,
        entry?.id ?? null,
        entry?.kind ?? null,
        commitment,
        open,
      )
    }
    await this.tx.run("INSERT INTO checkpoint (device, size, note) VALUES (?, ?, ?)", log.n, after.size, note)
    const range = Buffer.concat(after.roots).toString("hex")
    await this.tx.run("UPDATE device SET size = ?, range = ? WHERE n = ?", after.size, range, log.n)
  }

  private async name(fault: Named["fault"], log: StoredLog, theirs: string): Promise<void> {
    const row = await this.tx.one<{ note: string }>(
      "SELECT note FROM checkpoint WHERE device = ? ORDER BY size DESC LIMIT 1",
      log.n,
    )
    this.named.push({ fault, device: log.device, ours: row?.note ?? "", theirs })
  }

  private count(
    device: DeviceId,
    records: readonly StoredRecord[],
    entries: readonly { entry: AnyEntry; seq: number }[],
    gone: ReadonlySet<number>,
  ) {
    const commit = entries.at(-1)!.entry as Entry<"commit">
    const seen = sightOf(commit.body.seen)
    for (const [other, [size, root]] of Object.entries(commit.body.seen)) this.sight.add(`${other} ${size} ${root}`)
    for (const { seq, open } of records) if (open === null) this.bare.push({ device, seq })
    for (const { entry, seq } of entries) {
      const file = isKnown(entry) ? blobNamed(entry) : null
      if (file) (gone.has(seq) ? this.lost : this.kept).add(file.blob)
      if (gone.has(seq)) this.wordless++
      else this.ids.push(entry.id)
      if (!gone.has(seq) && this.entries.length < ONE_BY_ONE)
        this.entries.push({ entry, device, seq, seen, branch: null })
      const own = this.kinds[entry.by] ?? {}
      own[entry.kind] = (own[entry.kind] ?? 0) + 1
      this.kinds[entry.by] = own
    }
  }

  /** What an entry had seen must be here too, or nobody could say what came before what. */
  async checkSight(): Promise<void> {
    const logs = new Map((await logsOf(this.tx)).map(({ device, n }) => [device as string, n]))
    for (const one of this.sight) {
      const [device = "", size = "", root = ""] = one.split(" ")
      const n = logs.get(device)
      const main =
        n !== undefined &&
        (await this.tx.one<{ note: string }>(
          "SELECT note FROM checkpoint WHERE device = ? AND size = ?",
          n,
          Number(size),
        ))
      if (main && rootIn(main.note) === root) continue
      const tail =
        n !== undefined &&
        (await this.tx.one(
          "SELECT 1 AS yes FROM tail_commit WHERE device = ? AND size = ? AND root = ?",
          n,
          Number(size),
          root,
        ))
      if (!tail) throw new DalelError("bundle/gap", device)
    }
  }
}

const LARGEST_COMMIT = 256 << 20

/** Files that only records without words name: neither their keys nor their bytes are kept. */
async function destroyedFiles(tx: Db, { lost, kept }: Taking): Promise<ReadonlySet<BlobId>> {
  const found = new Set<BlobId>()
  for (const id of lost)
    if (!kept.has(id) && !(await tx.one("SELECT 1 AS yes FROM blob WHERE id = ?", id))) found.add(id)
  return found
}

/** A row for every file that an entry names, with the key that opens it; those not here are awaited. */
async function registerFiles(
  tx: Db,
  vault: Vault,
  claims: Claims,
  offered: Offered["files"],
  { ids, destroyed }: { readonly ids: readonly string[]; readonly destroyed: ReadonlySet<BlobId> },
) {
  for (const { id, key, size, sha256 } of offered) {
    if (destroyed.has(id) || (await tx.one("SELECT 1 AS yes FROM blob WHERE id = ?", id))) continue
    const said = claims.files.get(id)
    // Nobody's file: neither in this bundle nor before did an entry name it.
    if (said === undefined || (said !== null && said !== sha256)) throw new DalelError("bundle/damaged", `blobs/${id}`)
    await tx.run("INSERT INTO blob (id, key, size, sha256) VALUES (?, ?, ?, ?)", id, key, size, sha256)
    if (!(await vault.world.disk.stat(join(vault.layout.blobs, blobName(id)))))
      await tx.run("INSERT OR IGNORE INTO awaited (blob) VALUES (?)", id)
  }
  if (ids.length === 0) return
  for (const id of claims.files.keys())
    if (!destroyed.has(id) && !(await tx.one("SELECT 1 AS yes FROM blob WHERE id = ?", id)))
      throw new DalelError("bundle/damaged", `blobs/${id}`)
}

/** Of a case that two devices gave a key, both keep the same one. Only from whoever may publish. */
async function keepCaseKeys(tx: Db, cover: Cover, cases: Offered["cases"]): Promise<void> {
  const sender = (await membersIn(tx)).find(({ member }) => member === cover.member)
  if (!sender?.roles.includes("review")) return
  for (const { entity, id, seed } of cases)
    await tx.run(
      `INSERT INTO case_key (entity, id, seed) VALUES (?, ?, ?)
       ON CONFLICT (entity) DO UPDATE SET id = excluded.id, seed = excluded.seed WHERE excluded.id < case_key.id`,
      entity,
      id,
      seed,
    )
}

/** The sender's own log is shorter with him than it is here: an old copy was put back there. */
async function shortened(tx: Db, { device, logs }: Cover, before: readonly StoredLog[]): Promise<Named[]> {
  const [, size, root] = logs[device] ?? [0, 0, ""]
  const here = before.find((one) => one.device === device)
  if (!here || here.range.size <= size || (await forksIn(tx)).has(device)) return []
  const note = async (at: number) =>
    (await tx.one<{ note: string }>("SELECT note FROM checkpoint WHERE device = ? AND size = ?", here.n, at))?.note ??
    ""
  const theirs = await note(size)
  if (theirs === "" || rootIn(theirs) !== root) return []
  return [{ fault: "shortened", device, ours: await note(here.range.size), theirs }]
}
