import { isKnown } from "../../ledger/entry.js"
import { DalelError } from "../../model/refusals.js"
import { recoveryOf } from "../../vault/keyring.js"
import { entriesOfKind } from "../../vault/logs.js"
import { changePassphrase, hasPassphrase, keepRecovery, makeRecovery } from "../../vault/recovery.js"
import { formatRecoveryKey } from "../../vault/recoverykey.js"
import type { Vault } from "../../vault/vault.js"
import type { Command, Terminal } from "../command.js"
import { parse } from "../options.js"
import { newPassphrase, passphraseOf, VAULT_HELP, VAULT_OPTIONS, type VaultValues, withVault } from "../vault.js"

const help = `
dalel members --vault DIR                                           lists the members and the recovery key
dalel members passphrase --vault DIR [--new-passphrase-file FILE]   changes your passphrase
dalel members recovery --vault DIR [--kept] [--json]                makes a recovery key

passphrase asks for the old one and for a new one. The old key file is destroyed; a copy of it made before (a backup, a
stolen disk) still opens with the old passphrase, and may open this vault with it. If someone may have both, a new
passphrase is not enough: start a new vault.

recovery prints a new recovery key, this once: twelve groups of five digits. Whoever holds them can open the vault
without a passphrase (dalel recover). Write them on paper, keep it away from the computer, then say so with --kept. A
recovery key made before is out of use from then on, but still opens copies and backups made before.
${VAULT_HELP}
  --new-passphrase-file FILE   its first line is the new passphrase
  --kept                       makes nothing: notes that the sheet is written and put away
  --json                       {"set","groups"} instead of lines to copy

Exit: 0 done, 2 wrong use or a weak passphrase, 1 anything else.
`

export const MEMBERS: Command = {
  name: "members",
  summary: "lists members, changes your passphrase, makes a recovery key",
  help,
  async run(args, terminal) {
    const flag = { type: "boolean" } as const
    const more = { kept: flag, json: flag, "new-passphrase-file": { type: "string" } as const }
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, ...more })
    const [what = "list"] = positionals
    if (!["list", "passphrase", "recovery"].includes(what)) throw new DalelError("usage/unknown-command", what)
    return withVault(`members ${what}`, values, terminal, async (vault) => {
      if (what === "list") await list(vault, terminal)
      else if (what === "passphrase") await passphrase(vault, values, values["new-passphrase-file"], terminal)
      else if (values.kept) await keepRecovery(vault)
      else await recovery(vault, values.json ?? false, terminal)
      return 0
    })
  },
}

async function list(vault: Vault, terminal: Terminal): Promise<void> {
  for (const { entry } of await entriesOfKind(vault.db, "member"))
    if (isKnown(entry) && entry.kind === "member") {
      const { member, roles } = entry.body
      terminal.out(JSON.stringify({ member, roles, since: entry.at, you: member === vault.member }))
    }
  const state = await recoveryOf(vault.db)
  terminal.out(JSON.stringify({ recovery: state && { set: state.set, made: state.at, kept: state.kept } }))
}

async function passphrase(vault: Vault, values: VaultValues, file: string | undefined, terminal: Terminal) {
  const old = (await hasPassphrase(vault)) ? await passphraseOf(values, terminal, "Old passphrase: ") : null
  await changePassphrase(vault, old, await newPassphrase(file, terminal))
  terminal.err("Changed. The old passphrase opens nothing in this folder any more.")
}

async function recovery(vault: Vault, json: boolean, terminal: Terminal): Promise<void> {
  const key = await makeRecovery(vault)
  const groups = formatRecoveryKey(key)
  if (json) return terminal.out(JSON.stringify({ set: key.set, groups }))
  terminal.err(`Recovery sheet ${key.set}. Write it down; it is not shown again:`)
  for (let at = 0; at < groups.length; at += 4) terminal.out(groups.slice(at, at + 4).join("  "))
  terminal.err("Then: dalel members recovery --kept")
}
