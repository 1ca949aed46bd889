import { type ParseArgsConfig, parseArgs } from "node:util"
import { boundsOf, isDay, isEdtf } from "../model/date.js"
import { DalelError } from "../model/refusals.js"

type Options = NonNullable<ParseArgsConfig["options"]>

/** Reads the words after a command. @throws DalelError usage/unknown-option, usage/missing */
export function parse<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const option = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1] ?? ""
    const missing = code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE"
    throw new DalelError(missing ? "usage/missing" : "usage/unknown-option", option, { cause })
  }
}

/** @throws DalelError usage/missing */
export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === "") throw new DalelError("usage/missing", what)
  return value
}

/** @throws DalelError usage/not-a-date */
export function edtfOption(value: string | undefined, option: string): string | null {
  if (value === undefined) return null
  if (!isEdtf(value) || boundsOf(value).start.earliest === null) throw new DalelError("usage/not-a-date", option)
  return value
}

/** @throws DalelError usage/not-a-date */
export function dayOption(value: string, option: string): string {
  if (!isDay(value)) throw new DalelError("usage/not-a-date", option)
  return value
}

/** @throws DalelError usage/not-a-number */
export function numberOption(value: string, option: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new DalelError("usage/not-a-number", option)
  return Number(value)
}
