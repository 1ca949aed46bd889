import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto"
import { once } from "node:events"
import { stat } from "node:fs/promises"
import { connect } from "node:net"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { VaultId } from "../model/id.js"
import { DalelError, REFUSALS, type RefusalCode } from "../model/refusals.js"
import { type Surroundings, stateOf } from "../vault/folder.js"
import { readKeyFiles } from "../vault/keys.js"
import { unlock, type Way } from "../vault/open.js"
import type { World } from "../vault/world.js"
import type { Terminal } from "./command.js"

/**
 * A command for a vault that another process of ours has open is handed to that process: one line of JSON a message,
 * over a local socket in the user's state folder.
 *
 *     ← {"nonce":"<32 bytes, base64>"}
 *     → {"asked":"<JSON of name, args, cwd>","mac":"<HMAC-SHA256 over nonce, line feed and asked, base64>"}
 *     ← {"out":"…"} {"err":"…"} … {"exit":0} or {"failed":"code","where":"…"}
 *
 * The key of the MAC hangs on the vault's secret and the member: whoever asks has opened the key files himself, and no
 * secret travels. Only the socket's own user can reach it.
 */
export interface Handed {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
}

/** Thrown through a command that another process carried out: its exit code is the answer. */
export class Elsewhere extends Error {
  readonly exit: number
  constructor(exit: number) {
    super("done elsewhere")
    this.exit = exit
  }
}

/** Where the process that has a vault open listens. */
export function doorPlace(around: Surroundings, realFolder: string): string {
  const name = createHash("sha256").update(`door\n${realFolder}`).digest("hex").slice(0, 16)
  return around.platform === "win32" ? `\\\\.\\pipe\\dalel-${name}` : join(stateOf(around), `door-${name}.sock`)
}

export function handoverKey(secret: Uint8Array, vault: VaultId, member: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, vault, `dalel/v1/handover/${member}`, 32))
}

export function macOf(key: Uint8Array, nonce: string, asked: string): string {
  return createHmac("sha256", key).update(`${nonce}\n${asked}`).digest("base64")
}

export function fits(key: Uint8Array, nonce: string, asked: string, mac: unknown): boolean {
  const [given, own] = [Buffer.from(String(mac)), Buffer.from(macOf(key, nonce, asked))]
  return given.length === own.length && timingSafeEqual(given, own)
}

/**
 * Hands a command over and passes on what it prints. Null when nobody answers there: then the vault is in other hands.
 * @throws DalelError vault/wrong-passphrase, …, and what the command was refused with
 */
export async function handOver(
  world: World,
  folder: string,
  way: Way,
  asked: Handed,
  terminal: Terminal,
): Promise<number | null> {
  const real = await world.disk.realPath(folder)
  const place = doorPlace(world.around, real)
  if (!(await isOurs(place, world.around.platform))) return null
  const { keys, secret } = await unlock(world, await readKeyFiles(world.disk, join(real, "keys")), way)
  const key = handoverKey(secret.secret, keys.vault, keys.member)
  const socket = connect(place)
  try {
    await once(socket, "connect")
  } catch {
    return null
  }
  const onInterrupt = () => socket.destroy()
  process.once("SIGINT", onInterrupt)
  try {
    for await (const line of createInterface({ input: socket })) {
      const said = JSON.parse(line) as Record<string, unknown>
      if (typeof said.nonce === "string") {
        const text = JSON.stringify(asked)
        socket.write(`${JSON.stringify({ asked: text, mac: macOf(key, said.nonce, text) })}\n`)
      } else if (typeof said.out === "string") terminal.out(said.out)
      else if (typeof said.err === "string") terminal.err(said.err)
      else if (typeof said.exit === "number") return said.exit
      else if (typeof said.failed === "string" && said.failed in REFUSALS)
        throw new DalelError(said.failed as RefusalCode, typeof said.where === "string" ? said.where : null)
    }
    throw new DalelError("cancelled")
  } finally {
    process.removeListener("SIGINT", onInterrupt)
    key.fill(0)
    socket.destroy()
  }
}

/** A socket that somebody else put there is not spoken to. */
async function isOurs(place: string, platform: string): Promise<boolean> {
  if (platform === "win32") return true
  try {
    const { uid, mode } = await stat(place)
    return uid === process.getuid?.() && (mode & 0o077) === 0
  } catch {
    return false
  }
}
