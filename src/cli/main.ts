import { DalelError, REFUSALS } from "../model/refusals.js"
import { isLang, type Lang, refusalWords, say } from "../views/words/say.js"
import type { Terminal } from "./command.js"
import { COMMANDS } from "./commands/index.js"
import { Elsewhere } from "./handover.js"

const terminal: Terminal = {
  stdin: process.stdin,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
}

/** Runs `dalel ARGS…` and returns the exit code: 0, 2 wrong use, 3 damage found, 1 anything else. */
export async function main(args: readonly string[], to: Terminal = terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    to.out(overview())
    return 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  try {
    if (!command) throw new DalelError("usage/unknown-command", name)
    if (rest.includes("--help") || rest.includes("-h")) {
      to.out(command.help.trim())
      return 0
    }
    return await command.run(rest, { ...to, line: { name, args: rest } })
  } catch (error) {
    if (error instanceof Elsewhere) return error.exit
    return refuse(error, to)
  }
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length))
  const rows = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return ["dalel COMMAND … (dalel COMMAND --help tells the rest)", "", ...rows].join("\n")
}

/** Three lines: what, where, what now. The code is for those who search for it or write scripts. */
function refuse(error: unknown, to: Terminal): number {
  const refusal = error instanceof DalelError ? error : new DalelError("internal", null, { cause: error })
  const lang = languageOf(process.env)
  const { what, remedy } = refusalWords(lang, refusal.code)
  const { where, code } = refusal
  to.err(`${say(lang, "error.what")}: ${what}`)
  to.err(`${say(lang, "error.where")}: ${where === null ? code : `${where} (${code})`}`)
  to.err(`${say(lang, "error.remedy")}: ${remedy}`)
  return REFUSALS[code].exit
}

/** The language the terminal is set to, by the POSIX order of its variables: `ru_RU.UTF-8` is `ru`. */
export function languageOf(env: NodeJS.ProcessEnv): Lang {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value) ?? ""
  const lang = locale.split(/[_.@]/)[0]!.toLowerCase()
  return isLang(lang) ? lang : "en"
}
