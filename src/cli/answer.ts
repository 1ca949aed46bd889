import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { chmod, mkdir, unlink } from "node:fs/promises"
import { connect, createServer, type Server, type Socket } from "node:net"
import { dirname } from "node:path"
import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { DalelError } from "../model/refusals.js"
import { heldBy, type Vault } from "../vault/vault.js"
import type { Terminal } from "./command.js"
import { COMMANDS } from "./commands/index.js"
import { fits, type Handed, handoverKey } from "./handover.js"

/** A vault that is open in this process, for commands that are handed to it. */
export interface OpenHere {
  /** Null while it is locked. */
  vault(): Vault | null
  replace(vault: Vault): void
  /** No other act meanwhile. */
  inTurn<T>(act: () => Promise<T>): Promise<T>
}

/** These take long and look after themselves: the desk goes on meanwhile. */
const BESIDE = ["add", "backup", "verify", "search", "overlap", "case", "dump", "export"]
const LONGEST = 1 << 20

/** Carries out what other processes of this user hand over; null when another process of ours does. See `handover.ts`. */
export async function answerCommands(place: string, here: OpenHere): Promise<Server | null> {
  const pipe = place.startsWith("\\\\")
  if (await answers(place)) return null
  if (!pipe) {
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await unlink(place).catch(() => {}) // of a process that is gone
  }
  // One after another: a command may look for files from the folder it was called in, and a process has one such.
  let before: Promise<unknown> = Promise.resolve()
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy())
    socket.setTimeout(10_000, () => socket.destroy())
    const turn = before.then(() => answer(socket, here))
    before = turn.catch(() => socket.destroy())
  })
  server.listen(place)
  await once(server, "listening")
  if (!pipe) await chmod(place, 0o600)
  server.unref()
  return server
}

async function answers(place: string): Promise<boolean> {
  const socket = connect(place)
  try {
    await once(socket, "connect")
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function answer(socket: Socket, here: OpenHere): Promise<void> {
  const nonce = randomBytes(32).toString("base64")
  const say = (message: object) => void socket.write(`${JSON.stringify(message)}\n`)
  say({ nonce })
  const line = await firstLine(socket)
  const vault = here.vault()
  if (line === null || socket.destroyed) return void socket.destroy()
  if (!vault) return void socket.end(`${JSON.stringify({ failed: "vault/locked" })}\n`)
  const handed = read(line, vault, nonce)
  const command = handed && COMMANDS.find(({ name }) => name === handed.name)
  if (!handed || !command) return void socket.end(`${JSON.stringify({ failed: "vault/not-a-member" })}\n`)
  socket.setTimeout(0)
  const gone = new AbortController()
  socket.once("close", () => gone.abort())
  const terminal: Terminal = {
    stdin: Readable.from([]) as Terminal["stdin"],
    out: (out) => say({ out }),
    err: (err) => say({ err }),
    here,
    signal: gone.signal,
  }
  const back = process.cwd()
  try {
    process.chdir(handed.cwd)
    const run = () => command.run(handed.args, terminal)
    say({ exit: await (BESIDE.includes(command.name) ? run() : here.inTurn(run)) })
  } catch (error) {
    const { code, where } = error instanceof DalelError ? error : new DalelError("internal")
    say({ failed: code, where })
  } finally {
    process.chdir(back)
    socket.end()
  }
}

/** What was asked for, when whoever asks knows the vault's secret and is the member who has it open. */
function read(line: string, vault: Vault, nonce: string): Handed | null {
  const { secret, id, keys } = heldBy(vault)
  const key = handoverKey(secret.secret, id, keys.member)
  try {
    const { asked, mac } = JSON.parse(line) as { asked: string; mac: string }
    return typeof asked === "string" && fits(key, nonce, asked, mac) ? (JSON.parse(asked) as Handed) : null
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

async function firstLine(socket: Socket): Promise<string | null> {
  let size = 0
  socket.on("data", (chunk: Buffer) => {
    size += chunk.length
    if (size > LONGEST) socket.destroy()
  })
  const lines = createInterface({ input: socket })
  const closed = once(socket, "close").then(() => null)
  return Promise.race([once(lines, "line").then(([line]) => line as string), closed])
}
