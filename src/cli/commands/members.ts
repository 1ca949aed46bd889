import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { membersIn } from "../../index/members.js"
import { checkBackup } from "../../keep/backup.js"
import { leave } from "../../keep/leave.js"
import { adopt, disputes, quarantine, resolveDispute } from "../../keep/quarantine.js"
import { keyFromShares } from "../../keep/shares.js"
import { isKnown, type Role } from "../../ledger/entry.js"
import { type DeviceId, type EntryId, type MemberId, parseId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { layoutOf } from "../../vault/folder.js"
import { recoveryOf } from "../../vault/keyring.js"
import { readKeyFiles } from "../../vault/keys.js"
import { entriesOfKind, logsOf } from "../../vault/logs.js"
import { addMember, changeRole, removeMember } from "../../vault/members.js"
import { unlock } from "../../vault/open.js"
import { makePassphrase } from "../../vault/passphrase.js"
import { changePassphrase, hasPassphrase, keepRecovery, makeRecovery } from "../../vault/recovery.js"
import { formatRecoveryKey, type RecoveryKey } from "../../vault/recoverykey.js"
import { formatShare, splitKey } from "../../vault/shares.js"
import type { Vault } from "../../vault/vault.js"
import type { Command, Terminal } from "../command.js"
import { parse, required } from "../options.js"
import { qrLines } from "../qr.js"
import {
  newPassphrase,
  passphraseOf,
  realWorld,
  textOf,
  VAULT_HELP,
  VAULT_OPTIONS,
  type VaultValues,
  vaultFolder,
  withVault,
} from "../vault.js"

const help = `
dalel members --vault DIR                          lists members, devices and the recovery key
dalel members add ROLE --vault DIR                 makes keys for a new member, who types a passphrase here
dalel members role MEMBER ROLE --vault DIR         read, contribute, review or administer; each holds those before it
dalel members remove MEMBER --vault DIR            takes the vault from a member
dalel members quarantine --vault DIR               what is kept and not believed, and what administrators dispute
dalel members adopt DEVICE [ROOT] --vault DIR      believes what lies in quarantine of a device (of one branch)
dalel members resolve ENTRY… --vault DIR           a third administrator says which disputed acts fall
dalel members passphrase --vault DIR               changes your passphrase
dalel members recovery --vault DIR [--kept]        makes a recovery key
dalel members shares --vault DIR                   makes a recovery key in three parts, of which any two open the vault
dalel members drill --vault DIR --share-file A --share-file B [--share-file C] [--backup FILE]
dalel members leave --vault DIR --yes              destroys the keys on this computer, when another holds everything

add: he can open this folder, a copy of it, or a backup restored with his passphrase. A copy is a device of its own.

remove: what he wrote stands as far as it came here; what comes later waits in quarantine. His key file is destroyed and
the vault gets a new secret. He may still hold: copies of this folder and of backups, which open with his passphrase as of
their day; bundles sealed to him; what he read, printed or photographed. Bundles from now on are not sealed to him.

passphrase asks for the old one and for a new one. The old key file is destroyed; a copy of it made before (a backup, a
stolen disk) still opens with the old passphrase, and may open this vault with it. If someone may have both, a new
passphrase is not enough: start a new vault.

recovery prints a new recovery key, this once: twelve groups of five digits. Whoever holds them can open the vault
without a passphrase (dalel recover). Write them on paper, keep it away from the computer, then say so with --kept. A
recovery key made before is out of use from then on, but still opens copies and backups made before. shares prints it as
three sheets instead, for three places: one alone opens nothing.

drill proves that two shares open this folder, or a whole backup, and names one that does not fit. It changes nothing.
${VAULT_HELP}
  --new-passphrase-file FILE   its first line is the new passphrase (add, passphrase)
  --new-identity-file FILE     add: writes his keys to a plain file (0600), for scripts and tests
  --share-file FILE            the thirteen groups of a share
  --backup FILE                drill: opens and reads this backup
  --kept                       recovery: makes nothing, notes that the sheets are written and put away
  --json                       recovery, shares: {"set","groups"} instead of lines to copy
  --yes                        leave: I have understood that this computer cannot open the vault any more

Exit: 0 done, 2 wrong use, a mistyped share or a weak passphrase, 3 damage found, 1 anything else.
`

const ROLES: readonly string[] = ["read", "contribute", "review", "administer"]

export const MEMBERS: Command = {
  name: "members",
  summary: "members, their roles and devices, recovery sheets and shares",
  help,
  async run(args, terminal) {
    const [flag, text] = [{ type: "boolean" }, { type: "string" }] as const
    const { values, positionals } = parse(args, {
      ...VAULT_OPTIONS,
      kept: flag,
      json: flag,
      yes: flag,
      backup: text,
      "new-passphrase-file": text,
      "new-identity-file": text,
      "share-file": { type: "string", multiple: true },
    })
    const [what = "list", ...rest] = positionals
    if (what === "drill") return drill(values, values["share-file"] ?? [], values.backup, terminal)
    const act = ACTS[what]
    if (!act) throw new DalelError("usage/unknown-command", what)
    return withVault(`members ${what}`, values, terminal, async (vault) => {
      await act(vault, { values, rest, terminal })
      return 0
    })
  },
}

interface Asked {
  readonly rest: readonly string[]
  readonly terminal: Terminal
  readonly values: VaultValues & {
    readonly kept?: boolean | undefined
    readonly json?: boolean | undefined
    readonly yes?: boolean | undefined
    readonly "new-passphrase-file"?: string | undefined
    readonly "new-identity-file"?: string | undefined
  }
}

const ACTS: Readonly<Record<string, (vault: Vault, asked: Asked) => Promise<void>>> = {
  list,
  async add(vault, { rest, values, terminal }) {
    const role = roleOf(rest[0])
    const identityFile = values["new-identity-file"]
    const file = values["new-passphrase-file"]
    if (file === undefined && identityFile === undefined)
      terminal.err(
        `The new member types a passphrase. Words drawn by lot, to take or leave: ${makePassphrase(vault.world.random)}`,
      )
    const words =
      file === undefined && identityFile !== undefined ? {} : { passphrase: await newPassphrase(file, terminal) }
    const more = identityFile === undefined ? {} : { identityFile: resolve(identityFile) }
    const member = await addMember(vault, { role, ...words, ...more })
    terminal.out(JSON.stringify({ member, role }))
    terminal.err(
      "Now a copy of this folder, or a backup restored with that passphrase, is the new member's own device.",
    )
  },
  async role(vault, { rest }) {
    await changeRole(vault, memberId(rest[0]), roleOf(rest[1]))
  },
  async remove(vault, { rest, terminal }) {
    const member = memberId(rest[0])
    const { cuts, sheetWasHis } = await removeMember(vault, member)
    terminal.out(JSON.stringify({ removed: member, cuts, newSheetNeeded: sheetWasHis }))
    terminal.err(
      "The vault has a new secret. What may still be in the removed member's hands: copies of this folder and",
    )
    terminal.err(
      "of backups (with the passphrase of their day), bundles sealed to him before, and what he read or printed.",
    )
    if (sheetWasHis) terminal.err("The recovery sheet was of his making and is out of use: dalel members recovery")
  },
  async quarantine(vault, { terminal }) {
    for (const held of await quarantine(vault)) terminal.out(JSON.stringify(held))
    for (const { id, at, by, body } of await disputes(vault))
      terminal.out(JSON.stringify({ disputed: id, at, by, act: body.act, member: body.member }))
  },
  async adopt(vault, { rest, terminal }) {
    const device = parseId<DeviceId>(required(rest[0], "DEVICE"))
    terminal.out(JSON.stringify(await adopt(vault, device, rest[1] ?? null)))
  },
  async resolve(vault, { rest }) {
    await resolveDispute(
      vault,
      rest.map((id) => parseId<EntryId>(id)),
    )
  },
  async passphrase(vault, { values, terminal }) {
    const old = (await hasPassphrase(vault)) ? await passphraseOf(values, terminal, "Old passphrase: ") : null
    await changePassphrase(vault, old, await newPassphrase(values["new-passphrase-file"], terminal))
    terminal.err("Changed. The old passphrase opens nothing in this folder any more.")
  },
  async recovery(vault, { values, terminal }) {
    if (values.kept) return keepRecovery(vault)
    const key = await makeRecovery(vault)
    const groups = formatRecoveryKey(key)
    if (values.json) return terminal.out(JSON.stringify({ set: key.set, groups }))
    terminal.err(`Recovery sheet ${key.set}. Write it down; it is not shown again:`)
    for (let at = 0; at < groups.length; at += 4) terminal.out(groups.slice(at, at + 4).join("  "))
    terminal.err("Then: dalel members recovery --kept")
  },
  async shares(vault, { values, terminal }) {
    const key: RecoveryKey = await makeRecovery(vault)
    for (const share of await splitKey(key)) {
      const groups = formatShare(share)
      if (values.json) {
        terminal.out(JSON.stringify({ set: share.set, share: share.index, groups }))
        continue
      }
      terminal.err(
        `Sheet ${share.set}, share ${share.index} of 3. Any two open the vault; this one alone opens nothing:`,
      )
      for (let at = 0; at < groups.length; at += 4) terminal.out(groups.slice(at, at + 4).join("  "))
      for (const line of qrLines(groups.join(""))) terminal.out(line)
    }
    terminal.err("Put them in three places. Try them: dalel members drill. Then: dalel members recovery --kept")
  },
  async leave(vault, { values, terminal }) {
    if (!values.yes) throw new DalelError("usage/missing", "--yes")
    const holders = await leave(vault)
    terminal.out(JSON.stringify({ left: vault.device, held: holders }))
    terminal.err("The keys on this computer are destroyed. The folder can be deleted; nobody can open it.")
  },
}

async function list(vault: Vault, { terminal }: Asked): Promise<void> {
  for (const { member, roles, state, since } of await membersIn(vault.db))
    terminal.out(JSON.stringify({ member, roles, state, since, you: member === vault.member }))
  const members = new Map<string, string>()
  for (const { entry } of await entriesOfKind(vault.db, "device"))
    if (isKnown(entry) && entry.kind === "device") members.set(entry.body.device, entry.body.member)
  for (const { device, range } of await logsOf(vault.db))
    terminal.out(
      JSON.stringify({
        device,
        member: members.get(device) ?? null,
        records: range.size,
        this: device === vault.device,
      }),
    )
  const state = await recoveryOf(vault.db)
  terminal.out(JSON.stringify({ recovery: state && { set: state.set, made: state.at, kept: state.kept } }))
}

async function drill(values: VaultValues, files: readonly string[], backup: string | undefined, terminal: Terminal) {
  const world = realWorld("dalel members drill")
  const texts = await Promise.all(files.map(textOf))
  const folder = await mkdtemp(join(tmpdir(), "dalel-")) // 0700; what lies in it is encrypted
  try {
    const opens = async (recovery: RecoveryKey) => {
      if (backup === undefined) {
        const { secret } = await unlock(world, await readKeyFiles(world.disk, layoutOf(vaultFolder(values)).keys), {
          recovery,
        })
        return { ok: true, opens: "vault", generation: secret.generation }
      }
      const { checked, faults } = await checkBackup(world, resolve(backup), { recovery }, join(folder, "db"))
      return faults.length === 0 ? { ok: true, opens: "backup", checked } : { ok: false, faults }
    }
    const { answer, wrong } = await keyFromShares(texts, opens)
    terminal.out(JSON.stringify({ ...answer, wrongShare: wrong }))
    if (wrong !== null) terminal.err(`Share ${wrong} does not fit the others: write it anew.`)
    return answer.ok ? 0 : 3
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function roleOf(text: string | undefined): Role {
  const role = required(text, "ROLE")
  if (!ROLES.includes(role)) throw new DalelError("usage/missing", "ROLE")
  return role as Role
}

function memberId(text: string | undefined): MemberId {
  return parseId<MemberId>(required(text, "MEMBER"))
}
