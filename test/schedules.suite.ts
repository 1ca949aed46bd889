import { cp, mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { dump } from "../src/index/dump.js"
import { createVault, openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { writeBundle } from "../src/keep/bundle.js"
import { mergeBundles } from "../src/keep/merge.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, type EntryId, type MemberId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import type { Disk } from "../src/vault/disk.js"
import { addMember, changeRole, removeMember } from "../src/vault/members.js"
import { numbersFrom } from "../src/vault/simdisk.suite.js"
import type { Vault } from "../src/vault/vault.js"
import type { Place } from "./place.suite.js"

/** Three people on three machines who meet at random, with clocks that jump, a member removed and a machine put back. */

interface Machine {
  readonly folder: string
  readonly identityFile: string
  readonly member: MemberId
  vault: Vault
}

export interface Ended {
  /** The canonical dumps of those who are members at the end. */
  readonly dumps: readonly string[]
  /** Entries that were acknowledged somewhere, and are held nowhere else. */
  readonly missing: readonly EntryId[]
  readonly faults: readonly string[]
  readonly happened: readonly string[]
}

export async function runSchedule(place: Place, seed: number, steps: number): Promise<Ended> {
  const next = numbersFrom(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!
  const happened: string[] = []
  // Ten years either way: clocks are shown, never trusted.
  const world = (disk?: Disk) => ({
    ...place.world(disk),
    clock: { now: () => new Date(Date.UTC(2026, 0, 1) + (next() - 0.5) * 6e11).toISOString().replace(/\.\d+/, "") },
  })
  const about = article("2020-01-01")
  const [people, acked, taken] = [[] as EntityId[], [] as EntryId[], [] as EntryId[]]

  const first = await createVault(world(), place.folder, { identityFile: place.identityFile, sample: false })
  const ids = [place.identityFile, join(place.root, "second"), join(place.root, "third")]
  const members = [
    first.member,
    await addMember(first, { role: "administer", identityFile: ids[1]! }),
    await addMember(first, { role: "review", identityFile: ids[2]! }),
  ]
  await first.close()
  const machines: Machine[] = []
  for (const [at, identityFile] of ids.entries()) {
    const folder = at === 0 ? place.folder : join(place.root, `machine-${at}`)
    if (at > 0) await cp(place.folder, folder, { recursive: true })
    machines.push({ folder, identityFile, member: members[at]!, vault: null as unknown as Vault })
  }
  const open = async (one: Machine) => {
    one.vault = await openVault(world(), one.folder, { identityFile: one.identityFile })
  }
  for (const one of machines) await open(one)
  let removed = false
  let parcels = 0

  const write = async ({ vault }: Machine, draft: Draft) => {
    acked.push(...(await vault.commit([draft])).map(({ id }) => id))
  }
  const naming = (): Draft => {
    const person = makeId<EntityId>(place.world().random)
    people.push(person)
    const { kind, body } = says(about, [person, "Person", "name", name(`Person ${people.length}`)]) as Entry<"assert">
    return { kind, body }
  }
  const carry = async (from: Machine, to: Machine, all: boolean) => {
    const out = join(place.root, `parcel-${parcels++}`)
    await writeBundle(from.vault, { out, all })
    await deliver(out, to)
    return out
  }
  const deliver = async (out: string, to: Machine) => {
    try {
      await mergeBundles(to.vault, out)
    } catch (error) {
      // Whoever was removed opens nothing any more; a bundle that builds on another one waits for it.
      if (!(error instanceof DalelError) || !["bundle/not-for-you", "bundle/gap"].includes(error.code)) throw error
      happened.push(error.code)
    }
    if (await isClosed(to)) {
      await to.vault.close()
      await open(to)
    }
  }
  const isClosed = async ({ vault }: Machine) =>
    (await vault.db.one("SELECT 1 AS yes FROM evidence WHERE fault <> 'shortened' AND device = ?", vault.device)) !==
    undefined

  const acts: Record<string, (one: Machine) => Promise<void>> = {
    name: (one) => write(one, naming()),
    again: (one) => write(one, naming()),
    seal: async (one) => {
      const bytes = Buffer.from(`bytes ${Math.floor(next() * 4)}`)
      const claimed = { url: null, published: null, lang: null, savedAt: null }
      await sealItem(one.vault, bytesItem("a.txt", "upload", bytes), claimed)
    },
    same: async (one) => {
      const [a, b] = [pick(people), pick(people)]
      if (a === undefined || a === b) return
      const verdict = pick(["same", "same", "not-same", "unsure"] as const)
      await write(one, { kind: "same", body: { a, b: b!, verdict, bulk: false } })
    },
    undo: async (one) => {
      const rows = await one.vault.db.all<{ id: EntryId }>(
        "SELECT id FROM i_entry WHERE kind IN ('assert', 'same', 'retract') ORDER BY id",
      )
      const target = pick(rows)?.id
      if (target) await write(one, { kind: "retract", body: { entries: [target], statements: [], reason: "undo" } })
      if (target) taken.push(target)
    },
    meet: async (one) => void (await carry(one, pick(machines.filter((other) => other !== one)), false)),
    tell: async (one) => {
      const out = await carry(one, pick(machines.filter((other) => other !== one)), true)
      for (const other of machines) if (other !== one) await deliver(out, other) // twice, and to all
    },
    role: async (one) => {
      if (one === machines[2] || removed) return
      await changeRole(one.vault, machines[2]!.member, pick(["contribute", "review"] as const))
    },
    remove: async (one) => {
      if (one === machines[2] || removed) return
      removed = true
      await removeMember(one.vault, machines[2]!.member)
      await open(one)
    },
    putBack: async (one) => {
      const image = join(place.root, "image")
      await one.vault.close()
      await rm(image, { recursive: true, force: true })
      await mkdir(image)
      await cp(one.folder, join(image, "folder"), { recursive: true })
      await cp(place.state, join(image, "state"), { recursive: true })
      await open(one)
      await write(one, naming())
      const out = join(place.root, `parcel-${parcels++}`)
      await writeBundle(one.vault, { out, all: true })
      await one.vault.close()
      await rm(one.folder, { recursive: true })
      await cp(join(image, "folder"), one.folder, { recursive: true })
      const others = machines.filter((other) => other !== one)
      await restoreState(place, join(image, "state"), others)
      await open(one)
      await write(one, naming())
      for (const other of machines) await deliver(out, other)
    },
  }

  for (let step = 0; step < steps; step++) {
    const one = pick(machines)
    const what = pick([
      "name",
      "again",
      "seal",
      "same",
      "same",
      "undo",
      "meet",
      "meet",
      "tell",
      "role",
      "remove",
      "putBack",
    ])
    happened.push(`${machines.indexOf(one)} ${what}`)
    try {
      await acts[what]!(one)
    } catch (error) {
      // Who has fewer rights than he would need, or has just learnt that he was removed, is refused.
      if (!(error instanceof DalelError) || !["member/no-right", "member/unknown"].includes(error.code)) throw error
      happened.push(error.code)
    }
  }
  // Everyone meets everyone until nobody learns anything new.
  for (let round = 0; round < 3; round++)
    for (const one of machines) for (const other of machines) if (one !== other) await carry(one, other, true)

  const judges = removed ? machines.slice(0, 2) : machines
  const dumps: string[] = []
  const faults: string[] = []
  const missing = new Set<EntryId>()
  for (const { vault } of judges) {
    const lines: string[] = []
    for await (const line of dump(vault.db)) lines.push(line)
    dumps.push(lines.join("\n"))
    faults.push(...(await checkAll(vault)).faults.map(({ fault, where }) => `${fault} ${where}`))
    for (const id of acked) if (!(await vault.db.one("SELECT 1 AS yes FROM i_entry WHERE id = ?", id))) missing.add(id)
  }
  for (const { vault } of machines) await vault.close()
  return { dumps, missing: [...missing], faults, happened }
}

/** Only what this machine remembered is put back: the others went on meanwhile in the same state folder. */
async function restoreState(place: Place, image: string, others: readonly Machine[]): Promise<void> {
  const kept = new Set(others.map(({ vault }) => vault.state))
  for (const { name: entry } of await place.world().disk.list(image)) {
    const path = join(place.state, entry)
    if (kept.has(path)) continue
    await rm(path, { recursive: true, force: true })
    await cp(join(image, entry), path, { recursive: true })
  }
}
