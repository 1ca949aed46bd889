import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { checkBackup, writeBackup } from "../../keep/backup.js"
import type { Command, Terminal } from "../command.js"
import { parse, required } from "../options.js"
import { realWorld, VAULT_HELP, VAULT_OPTIONS, type VaultValues, wayOf, withVault } from "../vault.js"

const help = `
dalel backup FILE --vault DIR
dalel backup --check FILE [--recovery | --recovery-file GROUPS]

Writes everything of a vault into one encrypted file, reads it back, and notes in the ledger that it exists. It opens with
any member's passphrase of today, or with the recovery key: dalel restore. Put it on a disk that is kept elsewhere. It
cannot be called back: what is erased from the vault later is still in it. An existing file is never overwritten.

It is a tar archive of sealed files: without Dalel, tar and age open it (docs/formats.md). It carries the time 1 January
2000. While it runs it needs free room for one more copy of vault.db in the vault's folder.

--check is the drill: reads all of a backup, as on another machine, without restoring it. Do it with the sheet at times.
${VAULT_HELP}
  --recovery              opens with the recovery sheet; its groups are asked for
  --recovery-file GROUPS  the groups from a file

Prints one line of JSON. Exit: 0 all is well, 3 damage found (it says what), 2 wrong use, 1 anything else.
`

export const BACKUP: Command = {
  name: "backup",
  summary: "writes everything into one encrypted file, or checks one",
  help,
  async run(args, terminal) {
    const flag = { type: "boolean" } as const
    const more = { check: flag, recovery: flag, "recovery-file": { type: "string" } as const }
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, ...more })
    const file = resolve(required(positionals[0], "FILE"))
    if (values.check) return check(file, values, terminal)
    return withVault("backup", values, terminal, async (vault) => {
      const { missing, ...written } = await writeBackup(vault, file)
      terminal.out(JSON.stringify({ ...written, missing: missing.length }))
      for (const id of missing) terminal.err(`blob/missing blobs/${id}`)
      return missing.length === 0 ? 0 : 3
    })
  },
}

async function check(file: string, values: Parameters<typeof wayOf>[0] & VaultValues, terminal: Terminal) {
  const folder = await mkdtemp(join(tmpdir(), "dalel-")) // 0700; what lies in it is encrypted
  try {
    const way = await wayOf(values, terminal)
    const { checked, faults } = await checkBackup(realWorld("dalel backup"), file, way, join(folder, "db"))
    terminal.out(JSON.stringify(faults.length === 0 ? { ok: true, checked } : { ok: false, faults }))
    return faults.length === 0 ? 0 : 3
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
