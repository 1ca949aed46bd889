import { createHash } from "node:crypto"
import { once } from "node:events"
import { chmod, mkdir, unlink } from "node:fs/promises"
import { connect, createServer, type Server } from "node:net"
import { dirname, join } from "node:path"
import { DalelError } from "../model/refusals.js"

/**
 * Where a running server can be asked for a fresh link: a local socket in the user's state folder (0700) that only this
 * user can reach, a named pipe on Windows. `folder` is the vault's real path.
 */
export function bellPlace(state: string, folder: string, platform: string): string {
  const name = createHash("sha256").update(`serve\n${folder}`).digest("hex").slice(0, 16)
  return platform === "win32" ? `\\\\.\\pipe\\dalel-${name}` : join(state, `serve-${name}.sock`)
}

/**
 * Answers every ring with the lines of `links`. Nothing that is sent to it is read.
 * @throws DalelError vault/in-use when a server of this vault is running already
 */
export async function hangBell(place: string, links: () => readonly string[]): Promise<Server> {
  if (await ring(place)) throw new DalelError("vault/in-use", "dalel serve")
  const pipe = place.startsWith("\\\\")
  if (!pipe) {
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await unlink(place).catch(() => {}) // left by a server that was killed
  }
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy())
    socket.end(`${links().join("\n")}\n`)
  })
  server.listen(place)
  await once(server, "listening")
  if (!pipe) await chmod(place, 0o600)
  return server
}

/** The lines a running server answers with; null when none answers. */
export async function ring(place: string): Promise<readonly string[] | null> {
  const socket = connect(place)
  socket.setTimeout(5000, () => socket.destroy())
  try {
    await once(socket, "connect")
    let text = ""
    for await (const chunk of socket.setEncoding("utf8")) text += chunk
    return text.split("\n").filter((line) => line !== "")
  } catch {
    return null
  }
}
