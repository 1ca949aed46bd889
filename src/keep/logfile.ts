import { canonical } from "../ledger/canonical.js"
import { base64 } from "../ledger/log.js"
import { commitmentOf } from "../ledger/record.js"
import { append, EMPTY, leafHash, type Range, rootOf } from "../ledger/tree.js"
import { type LogFault, type StoredRecord, verifyLog } from "../ledger/verify.js"
import { type DeviceId, isId, type MemberId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { writeDurably } from "../vault/durable.js"
import type { Vault } from "../vault/vault.js"
import { type Line, logLines, parseLine } from "./bundle.js"

/**
 * The whole ledger as a text file, for whoever is to check it without Dalel: a line `{"vault":…}`, then the lines of
 * logs as a bundle has them. In clear: what the entries say, names among them, can be read by whoever has the file.
 * @throws DalelError file/exists, vault/disk-full
 */
export async function exportLog(vault: Vault, file: string): Promise<{ records: number }> {
  const { disk } = vault.world
  if (await disk.stat(file)) throw new DalelError("file/exists")
  let records = 0
  async function* bytes() {
    yield Buffer.from(`${canonical({ vault: vault.id })}\n`)
    for await (const line of logLines(vault.db, () => 0)) {
      if (line.startsWith('{"open":') || line.startsWith('{"c":')) records++
      yield Buffer.from(`${line}\n`)
    }
  }
  await writeDurably(disk, file, bytes())
  return { records }
}

interface Section {
  readonly device: DeviceId
  /** Root on which a branch was made; null for the log itself. */
  readonly previous: string | null
  readonly records: StoredRecord[]
  readonly notes: Map<number, string>
}

export interface LogFileChecked {
  readonly records: number
  readonly erased: number
  readonly checkpoints: number
}

/** What `docs/verify/verify.py` checks, by the code that checks a vault. @throws DalelError record/malformed for no such file */
export async function checkLogText(
  text: string,
): Promise<{ checked: LogFileChecked; faults: { fault: LogFault | "founder-differs"; where: string }[] }> {
  const { vault, sections } = sectionsOf(text)
  const [members, devices] = [new Map<MemberId, Uint8Array>(), new Map<DeviceId, Uint8Array>()]
  const excused = new Set<string>()
  const keep = <Id>(keys: Map<Id, Uint8Array>, id: Id, key: string) =>
    keys.has(id) || keys.set(id, Uint8Array.from(Buffer.from(key, "base64")))
  let founded = false
  for (const [at, section] of sections.entries())
    for (const { seq, open } of section.records) {
      const { kind, body } = open === null ? NOTHING : loosely(open)
      if (kind === "member" && typeof body.key === "string") keep(members, body.member as MemberId, body.key)
      if (kind === "device" && typeof body.key === "string") keep(devices, body.device as DeviceId, body.key)
      if (kind === "expunge" && Array.isArray(body.records))
        for (const one of body.records) excused.add(`${one?.device} ${one?.seq}`)
      if (at === 0 && seq === 0) founded = body.act === "found" && body.vault === vault
    }
  const none = { records: 0, erased: 0, checkpoints: 0 }
  if (!founded) return { checked: none, faults: [{ fault: "founder-differs", where: sections[0]?.device ?? "" }] }
  const faults: { fault: LogFault; where: string }[] = []
  const ranges = new Map<string, Range>()
  const checked = { ...none }
  for (const { device, previous, records, notes } of sections) {
    const after = previous === null ? EMPTY : ranges.get(`${device} ${previous}`)
    if (!after) throw new DalelError("record/malformed", device)
    let range = after
    for (const { commitment } of records) {
      range = append(range, leafHash(commitment))
      ranges.set(`${device} ${base64(rootOf(range))}`, range)
    }
    const verdict = await verifyLog({
      vault,
      device,
      after,
      records: records.map((record, at) => ({ ...record, seq: after.size + at })),
      checkpoint: async (size) => notes.get(size - after.size),
      deviceKey: (id) => devices.get(id),
      memberKey: (id) => members.get(id),
      excused: (seq) => excused.has(`${device} ${seq}`),
    })
    if (!verdict.ok) faults.push({ fault: verdict.fault, where: verdict.where })
    else {
      if (previous === null) {
        checked.records += verdict.size
        checked.erased += verdict.erased
      }
      checked.checkpoints += verdict.checkpoints
    }
  }
  return { checked, faults }
}

interface Loose {
  readonly kind: unknown
  readonly body: Readonly<Record<string, unknown>>
}

const NOTHING: Loose = { kind: null, body: {} }

/** Only to find keys and tombstones: whether a record is sound is asked when its log is walked. */
function loosely(open: string): Loose {
  try {
    const { kind, body } = JSON.parse(open.split("\n")[2] ?? "")
    return { kind, body: typeof body === "object" && body !== null ? body : {} }
  } catch {
    return NOTHING
  }
}

function sectionsOf(text: string): { vault: VaultId; sections: Section[] } {
  const [head = "", ...lines] = text.trimEnd().split("\n")
  const vault = /^\{"vault":"([0-9a-z]{26})"\}$/.exec(head)?.[1]
  const sections: Section[] = []
  for (const text of lines) {
    const line = parse(text)
    const last = sections.at(-1)
    const section = (device: DeviceId, previous: string | null): Section => ({
      device,
      previous,
      records: [],
      notes: new Map(),
    })
    if ("log" in line) sections.push(section(line.log, null))
    else if ("tail" in line) sections.push(section(line.tail, line.previous))
    else if (!last) throw new DalelError("record/malformed", "lines")
    else if ("note" in line) last.notes.set(last.records.length, line.note)
    else if ("open" in line || "c" in line) {
      const open = "open" in line ? line.open : null
      const commitment = "open" in line ? commitmentOf(line.open) : Uint8Array.from(Buffer.from(line.c, "base64"))
      last.records.push({ seq: last.records.length, commitment, open })
    } else throw new DalelError("record/malformed", "lines")
  }
  if (!isId(vault) || sections.length === 0) throw new DalelError("record/malformed", "lines")
  return { vault: vault as VaultId, sections }
}

function parse(text: string): Line {
  try {
    return parseLine(text)
  } catch (cause) {
    throw new DalelError("record/malformed", "lines", { cause })
  }
}
