import { join } from "node:path"
import { isMissing, readWhole } from "./disk.js"
import { writeDurably } from "./durable.js"
import type { World } from "./world.js"

const FILE = "holder.json"

/** Notes who holds the vault, so that a second opener can be told by name. The lock itself is the database's. */
export async function noteHolder(world: World, state: string): Promise<void> {
  await world.disk.makeFolder(state)
  const text = `${JSON.stringify({ program: world.program, process: world.process })}\n`
  await writeDurably(world.disk, join(state, FILE), Buffer.from(text))
}

/** `dalel serve, process 4711`; null when nobody left a note. */
export async function holderOf(world: World, state: string): Promise<string | null> {
  try {
    const { program, process } = JSON.parse(
      Buffer.from(await readWhole(world.disk, join(state, FILE), 4096)).toString(),
    )
    return typeof program === "string" && Number.isInteger(process) ? `${program}, process ${process}` : null
  } catch {
    return null
  }
}

export async function forgetHolder(world: World, state: string): Promise<void> {
  try {
    await world.disk.unlink(join(state, FILE))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
