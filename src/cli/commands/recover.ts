import { openVault } from "../../index/open.js"
import { recoverVault } from "../../keep/recover.js"
import { keyFromShares } from "../../keep/shares.js"
import { layoutOf, readHint } from "../../vault/folder.js"
import type { Vault } from "../../vault/vault.js"
import type { Command } from "../command.js"
import { parse } from "../options.js"
import {
  newPassphrase,
  openingOf,
  realWorld,
  recoveryKeyOf,
  textOf,
  VAULT_HELP,
  VAULT_OPTIONS,
  vaultFolder,
} from "../vault.js"

const help = `
dalel recover --vault DIR [--recovery-file FILE] [--new-passphrase-file FILE]
dalel recover --vault DIR --share-file A --share-file B [--share-file C] [--new-passphrase-file FILE]
dalel recover --accept-shorter --vault DIR

The first opens a vault with its recovery sheet when the passphrase is forgotten: asks for the twelve groups, names a
mistyped one, and asks for a new passphrase. The old one opens nothing any more; the sheet stays good.

The second takes two or three shares of the recovery key instead (dalel members shares); a mistyped one is named.

The third goes on with a vault that refuses to open because it is shorter or other than this computer remembers (an
old copy was put back, or a disk lost what it had promised), or whose file head is gone or damaged. What is missing stays missing: what was promised is kept as
evidence, the log of this computer is closed, and it goes on as a new device.
${VAULT_HELP} (with --accept-shorter only)
  --recovery-file FILE         the groups from a file instead of the keyboard
  --share-file FILE            the thirteen groups of a share
  --new-passphrase-file FILE   its first line is the new passphrase

Exit: 0 done, 2 wrong use, a mistyped group or a weak passphrase, 3 damage found, 1 anything else.
`

export const RECOVER: Command = {
  name: "recover",
  summary: "opens a vault with its recovery sheet",
  help,
  async run(args, terminal) {
    const text = { type: "string" } as const
    const more = {
      "recovery-file": text,
      "new-passphrase-file": text,
      "share-file": { type: "string", multiple: true } as const,
      "accept-shorter": { type: "boolean" } as const,
    }
    const { values } = parse(args, { ...VAULT_OPTIONS, ...more })
    const folder = vaultFolder(values)
    const world = realWorld("dalel recover")
    await readHint(world.disk, layoutOf(folder)) // before sixty digits are typed for a vault that is not there
    let vault: Vault
    if (values["accept-shorter"])
      vault = await openVault(world, folder, { ...(await openingOf(values, terminal)), recover: true })
    else if (values["share-file"]) {
      const shares = await Promise.all(values["share-file"].map(textOf))
      const passphrase = await newPassphrase(values["new-passphrase-file"], terminal)
      const { answer, wrong } = await keyFromShares(shares, (key) => recoverVault(world, folder, key, passphrase))
      if (wrong !== null) terminal.err(`Share ${wrong} does not fit the others: write it anew.`)
      vault = answer
    } else {
      const key = await recoveryKeyOf(values["recovery-file"], terminal)
      vault = await recoverVault(world, folder, key, await newPassphrase(values["new-passphrase-file"], terminal))
    }
    const { id, device, findings } = vault
    await vault.close()
    terminal.out(JSON.stringify({ vault: id, device, findings: findings.map(({ fault }) => fault) }))
    return 0
  },
}
