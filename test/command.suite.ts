import { PassThrough } from "node:stream"
import { main } from "../src/cli/main.js"
import type { Place } from "./place.suite.js"

/** Runs `dalel ARGS…` on the vault of a place, in this process. */
export async function dalel(place: Place, ...args: string[]): Promise<{ code: number; lines: string[]; said: string }> {
  const before = process.env.DALEL_STATE
  process.env.DALEL_STATE = place.state
  const lines: string[] = []
  const said: string[] = []
  try {
    const terminal = {
      stdin: new PassThrough(),
      out: (line: string) => lines.push(line),
      err: (line: string) => said.push(line),
    }
    const code = await main(
      [...args, "--vault", place.folder, "--identity-file", place.identityFile],
      terminal as unknown as Parameters<typeof main>[1],
    )
    return { code, lines, said: said.join("\n") }
  } finally {
    if (before === undefined) delete process.env.DALEL_STATE
    else process.env.DALEL_STATE = before
  }
}
