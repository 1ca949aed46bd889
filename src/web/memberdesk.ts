import { type MemberRow, membersIn } from "../index/members.js"
import { adopt, type Held, quarantine } from "../keep/quarantine.js"
import { isKnown, type Role } from "../ledger/entry.js"
import { parseNote } from "../ledger/note.js"
import type { DeviceId, MemberId } from "../model/id.js"
import { copyKeys } from "../vault/keys.js"
import { entriesOfKind, logsOf } from "../vault/logs.js"
import { addMember, changeRole, removeMember } from "../vault/members.js"
import { heldBy, type Vault } from "../vault/vault.js"
import { reopenIfClosed } from "./reopen.js"

/** What the pages ask about members and devices, and about what came from whom. */
export interface MemberDesk {
  team(): Promise<Team>
  /** He types his passphrase himself. @throws DalelError member/no-right, vault/weak-passphrase, vault/is-sample */
  addMember(role: Role, passphrase: string): Promise<void>
  /** @throws DalelError member/unknown, member/last-administrator, member/no-right */
  changeRole(member: MemberId, role: Role): Promise<void>
  /**
   * Takes the vault from a member and writes it anew under a new secret; it goes on open.
   * @throws DalelError member/unknown, member/last-administrator, member/no-right, vault/disk-full
   */
  removeMember(member: MemberId): Promise<void>
  /** Believes what lies in quarantine. @throws DalelError quarantine/unknown, member/no-right */
  adopt(device: DeviceId, root: string): Promise<void>
}

export interface Team {
  readonly members: readonly (MemberRow & { readonly you: boolean })[]
  readonly devices: readonly {
    readonly device: DeviceId
    readonly member: MemberId | null
    readonly records: number
    readonly here: boolean
  }[]
  /** Records that came in bundles, newest first. */
  readonly arrivals: readonly Arrival[]
  readonly held: readonly Held[]
  /** Logs that a bundle showed otherwise than they were known, each with both checkpoints. */
  readonly evidence: readonly {
    readonly fault: "forked" | "shortened" | "continued"
    readonly device: DeviceId
    readonly at: string
    readonly ours: string
    readonly theirs: string
  }[]
}

export interface Arrival {
  readonly at: string
  /** In whose log they stand, and from which record to which. */
  readonly device: DeviceId
  readonly first: number
  readonly size: number
  readonly bundle: string
  /** Who brought it. */
  readonly sender: DeviceId
  readonly member: MemberId
}

const MOST = 200

export function memberDesk(vault: () => Vault, replace: (vault: Vault | null) => void): MemberDesk {
  return {
    team: () => teamOf(vault()),
    async addMember(role, passphrase) {
      await addMember(vault(), { role, passphrase })
    },
    changeRole: (member, role) => changeRole(vault(), member, role),
    async removeMember(member) {
      const before = vault()
      const keys = copyKeys(heldBy(before).keys)
      try {
        await removeMember(before, member)
      } finally {
        await reopenIfClosed(before, keys, replace)
      }
    },
    async adopt(device, root) {
      await adopt(vault(), device, root)
    },
  }
}

async function teamOf(vault: Vault): Promise<Team> {
  const { db } = vault
  const owners = new Map<DeviceId, MemberId>()
  for (const { entry } of await entriesOfKind(db, "device"))
    if (isKnown(entry) && entry.kind === "device") owners.set(entry.body.device, entry.body.member)
  const evidence = await db.all<Team["evidence"][number]>(
    "SELECT fault, device, at, ours, theirs FROM evidence ORDER BY at DESC, device LIMIT ?",
    MOST,
  )
  return {
    members: (await membersIn(db)).map((row) => ({ ...row, you: row.member === vault.member })),
    devices: (await logsOf(db)).map(({ device, range }) => ({
      device,
      member: owners.get(device) ?? null,
      records: range.size,
      here: device === vault.device,
    })),
    arrivals: await db.all<Arrival>(
      "SELECT at, device, first, size, bundle, sender, member FROM arrival ORDER BY at DESC, bundle, device LIMIT ?",
      MOST,
    ),
    held: await quarantine(vault),
    evidence: evidence.map((one) => ({ ...one, ours: textOf(one.ours), theirs: textOf(one.theirs) })),
  }
}

function textOf(note: string): string {
  return note === "" ? "" : parseNote(note).text
}
