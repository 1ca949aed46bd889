import assert from "node:assert/strict"
import { type ChildProcess, spawn } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { checkAll } from "../src/index/check.js"
import { dump } from "../src/index/dump.js"
import { numbersFrom } from "../src/vault/simdisk.suite.js"
import { inPlace, type Place } from "./place.suite.js"

/** What is killed: a command that acknowledges line by line, and what must then be in the dump of the index. */
interface Victim {
  readonly name: string
  command(round: number): string[]
  /** It is killed a moment after this many lines; without lines, after some time. */
  readonly lines: number
  /** From an acknowledged line to a string the index must hold. */
  kept(line: string): string
}

const page = (n: number) => `<html lang="en"><title>Page ${n}</title><article><h1>Trial of Aida Testova${n} opens</h1>
<p>BEKTAU -- The trial of Aida Testova${n} started on July 29, 2019 in Bektau.</p>
<p>"I am not guilty of anything at all," Testova${n} said on ${1 + (n % 28)} August.</p></article></html>`

/**
 * Kills `dalel` with SIGKILL at a random instant during add, review and rebuild, `rounds` times in turn. Each time the
 * vault opens, verifies, and holds everything that was acknowledged.
 */
export async function killRounds(rounds: number, seed: number): Promise<void> {
  await inPlace(async (place) => {
    await (await place.create()).close()
    const number = numbersFrom(seed)
    const files = join(place.root, "files")
    await mkdir(files)
    const sources: string[] = []
    const acknowledged: string[] = []
    const options = ["--vault", place.folder, "--identity-file", place.identityFile]
    const victims: Victim[] = [
      {
        name: "add",
        lines: 20,
        command: (round) => ["add", join(files, String(round)), "--read", "--json", ...options],
        kept(line) {
          const { source } = JSON.parse(line) as { source: string }
          sources.push(source)
          return source
        },
      },
      {
        name: "review",
        lines: 0,
        command: (round) => ["review", "--accept-all", "--source", sources[round % sources.length]!, ...options],
        kept: () => "",
      },
      { name: "rebuild", lines: 0, command: () => ["rebuild", ...options], kept: () => "" },
    ]
    for (let round = 0; round < rounds; round++) {
      const victim = victims[sources.length === 0 ? 0 : round % victims.length]!
      if (victim.name === "add") await makePages(join(files, String(round)), round)
      const after =
        victim.lines > 0
          ? { lines: 1 + Math.floor(number() * victim.lines), wait: number() * 60 }
          : { lines: 0, wait: 150 + number() * 900 }
      const lines = await killed(victim.command(round), place, after)
      acknowledged.push(...lines.map((line) => victim.kept(line)))
      await everythingThere(place, acknowledged, `round ${round}: ${victim.name}`)
    }
    assert.ok(sources.length > 0, "nothing was ever acknowledged: the test proves nothing")
  })
}

async function makePages(folder: string, round: number): Promise<void> {
  await mkdir(folder)
  for (let n = 0; n < 25; n++) await writeFile(join(folder, `${n}.html`), page(round * 100 + n))
}

/** Runs it until so many lines have come, then waits so many milliseconds, then kills it. Answers the lines. */
async function killed(
  command: readonly string[],
  place: Place,
  after: { lines: number; wait: number },
): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, [join(process.cwd(), "bin/dalel.mjs"), ...command], {
    env: { ...process.env, DALEL_STATE: place.state },
    stdio: ["ignore", "pipe", "ignore"],
  })
  const lines: string[] = []
  const soon = () => void setTimeout(() => child.kill("SIGKILL"), after.wait).unref()
  if (after.lines === 0) soon()
  const closed = new Promise((resolve) => child.on("close", resolve))
  for await (const line of createInterface({ input: child.stdout! })) if (lines.push(line) === after.lines) soon()
  await closed
  return lines
}

async function everythingThere(place: Place, acknowledged: readonly string[], when: string): Promise<void> {
  const vault = await place.open()
  try {
    assert.deepEqual((await checkAll(vault)).faults, [], when)
    const all: string[] = []
    for await (const line of dump(vault.db)) all.push(line)
    const text = all.join("\n")
    for (const one of acknowledged) assert.ok(text.includes(one), `${when}: ${one} was acknowledged`)
  } finally {
    await vault.close()
  }
}
