import { randomBytes } from "node:crypto"
import { realpath } from "node:fs/promises"
import { homedir } from "node:os"
import { join, resolve } from "node:path"
import { DalelError } from "../../model/refusals.js"
import { stateOf } from "../../vault/folder.js"
import { bellPlace, hangBell, ring } from "../../web/bell.js"
import { launch, type Openings } from "../../web/launcher.js"
import type { Command, Terminal } from "../command.js"
import type { DeskOptions } from "../desk.js"
import { numberOption, parse } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, vaultFolder } from "../vault.js"

const help = `
dalel serve --vault DIR [--sample DIR] [--port N] [--idle MINUTES] [FILE…]
dalel serve --vault DIR --link

Serves the desk to the browsers of this computer and to nothing else. Prints two one-time links, good for one minute:
open the first; where a browser cannot find that name, the second. A vault that is not there yet is made in the browser.
FILEs are added as soon as the vault is open.
${VAULT_HELP} (serve does not ask: the browser does)
  --sample DIR    also offers the sample in DIR, which npm start makes: vault/, its key identity, state/. One of the two
                  is open at a time; to go to the other locks the one before
  --port N        the port (any free one)
  --idle MINUTES  locks after so long without a request (10; 0: never). It always locks when the computer was asleep
  --link          prints a fresh pair of links for the server that is running

It ends, locked, on Ctrl-C or SIGTERM. Exit: 0 ended, 2 wrong use, 1 anything else.
`

export const SERVE: Command = {
  name: "serve",
  summary: "opens the desk in the browsers of this computer",
  help,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...VAULT_OPTIONS,
      sample: { type: "string" },
      port: { type: "string" },
      idle: { type: "string" },
      link: { type: "boolean" },
    })
    const folder = resolve(vaultFolder(values))
    const around = { platform: process.platform, env: process.env, home: homedir() }
    const place = bellPlace(stateOf(around), await realpath(folder).catch(() => folder), process.platform)
    if (values.link) return printLinks(await ring(place), terminal)

    const first: DeskOptions = {
      folder,
      passphraseFile: values["passphrase-file"] ?? process.env.DALEL_PASSPHRASE_FILE ?? null,
      identityFile: values["identity-file"] ?? null,
      state: null,
      files: positionals.map((path) => resolve(path)),
    }
    const again: DeskOptions = { ...first, passphraseFile: null, identityFile: null, files: [] }
    const launched = await launch({
      port: portOption(values.port),
      idle: values.idle === undefined ? 10 : numberOption(values.idle, "--idle"),
      desk: new URL("../desk.js", import.meta.url),
      own: { first, again, chosen: again },
      ...(values.sample !== undefined && { sample: sampleIn(resolve(values.sample)) }),
      random: (count) => new Uint8Array(randomBytes(count)),
      now: Date.now,
    })
    const stop = () => void launched.stop()
    process.on("SIGINT", stop)
    process.on("SIGTERM", stop)
    try {
      const bell = await hangBell(place, launched.links)
      try {
        printLinks(launched.links(), terminal)
        await launched.ended
      } finally {
        await bell.close()
      }
    } finally {
      await launched.stop()
      process.off("SIGINT", stop)
      process.off("SIGTERM", stop)
    }
    return 0
  },
}

/** Its key lies open beside it: whoever asks for it is shown it. After a lock it is locked all the same. */
function sampleIn(home: string): Openings {
  const again: DeskOptions = {
    folder: join(home, "vault"),
    passphraseFile: null,
    identityFile: null,
    state: join(home, "state"),
    files: [],
  }
  const chosen: DeskOptions = { ...again, identityFile: join(home, "identity") }
  return { first: chosen, again, chosen }
}

function printLinks(links: readonly string[] | null, terminal: Terminal): number {
  if (links === null) throw new DalelError("web/not-serving")
  for (const link of links) terminal.out(link)
  return 0
}

function portOption(text: string | undefined): number {
  const port = text === undefined ? 0 : numberOption(text, "--port")
  if (port > 65_535) throw new DalelError("usage/not-a-number", "--port")
  return port
}
