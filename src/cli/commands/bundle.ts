import { resolve } from "node:path"
import { writeBundle } from "../../keep/bundle.js"
import { type DeviceId, parseId } from "../../model/id.js"
import type { Command } from "../command.js"
import { numberOption, parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel bundle --out FILE|FOLDER --vault DIR [--to DEVICE | --all] [--part MB]

Writes what the other devices of this vault lack, sealed to everyone who is a member now, for a USB stick or any folder
that travels. They take it in with dalel merge. What the others have is known from their own commits, as far as they came
here; --to asks for one of them, --all for everything (for a copy that nobody heard of for long).

--out an existing folder: parts, the first within seconds, texts before large files; one that was cut off is gone on with
by the same command. --out a new file: one archive. An existing file is never overwritten.

What is in it cannot be called back, nor what a member who is removed later has of it.
${VAULT_HELP}
  --to DEVICE   only what this device lacks (dalel members lists devices)
  --all         everything
  --part MB     size of a part, 64 unless told

Prints one line of JSON. Exit: 0 done, 2 wrong use, 1 anything else.
`

export const BUNDLE: Command = {
  name: "bundle",
  summary: "writes what other devices of this vault lack, to be merged there",
  help,
  async run(args, terminal) {
    const text = { type: "string" } as const
    const more = { out: text, to: text, part: text, all: { type: "boolean" } as const }
    const { values } = parse(args, { ...VAULT_OPTIONS, ...more })
    const out = resolve(required(values.out, "--out"))
    const to = values.to === undefined ? null : parseId<DeviceId>(values.to)
    const part = values.part === undefined ? {} : { part: Math.max(1, numberOption(values.part, "--part")) * (1 << 20) }
    return withVault("bundle", values, terminal, async (vault) => {
      let told = Date.now()
      const progress = (done: number, of: number) => {
        if (Date.now() - told < 5000) return
        told = Date.now()
        terminal.err(`${done} of ${of} bytes …`)
      }
      terminal.out(JSON.stringify(await writeBundle(vault, { out, to, all: values.all ?? false, ...part, progress })))
      return 0
    })
  },
}
