import { spawnSync } from "node:child_process"

/** Runs a scorer with this on its standard input. What it prints, or null when it cannot run. */
export function run(program: string, options: readonly string[], input: string): string | null {
  const done = spawnSync(program, options, { input, encoding: "utf8", maxBuffer: 1 << 30 })
  return done.error || done.stdout.trim() === "" ? null : done.stdout.trim()
}
