import { randomBytes } from "node:crypto"
import type { Socket } from "node:net"
import { clockAt } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import { shield } from "../vault/shield.js"
import type { Desk } from "./desk.js"
import type { Door } from "./door.js"
import { readAssets } from "./files.js"
import { BEAT, shouldLock } from "./idle.js"
import { stayInward } from "./inward.js"
import type { FromKeeper, ToKeeper } from "./launcher.js"
import { makePatience } from "./patience.js"
import { makeServer } from "./server.js"

/**
 * The process that may hold keys. It is forked by the launcher, gets its connections from it, and ends when the vault is
 * locked: what a process kept in memory is only surely gone when the process is.
 */
export type MakeDesk = (options: unknown) => Promise<Desk>

stayInward()

const tell = (message: FromKeeper) => process.send?.(message)
const random = (count: number) => new Uint8Array(randomBytes(count))

let desk: Desk | null = null
let ending = false

async function end(): Promise<void> {
  if (ending) return
  ending = true
  await desk?.lock().catch(() => {})
  process.exit(0)
}

// Ctrl-C reaches the whole group; the launcher decides what it means.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => void end())
shield()
process.on("disconnect", () => void end())
// What went wrong may quote what was read: it is not written anywhere.
process.on("uncaughtException", () => process.exit(1))
process.on("unhandledRejection", () => process.exit(1))

const asked = new Map<number, (yes: boolean) => void>()
let questions = 0
let relieved: (() => void) | null = null
let accept: ((socket: Socket) => void) | null = null

process.on("message", (message: ToKeeper, handle: unknown) => {
  switch (message.is) {
    case "start":
      begin(message).catch((error: unknown) => {
        const { code, where } = error instanceof DalelError ? error : new DalelError("internal")
        tell({ is: "failed", code, where })
      })
      break
    case "connection":
      if (handle) accept?.(handle as Socket)
      break
    case "redeemed":
      asked.get(message.id)?.(message.yes)
      asked.delete(message.id)
      break
    case "relieved":
      relieved?.()
      break
    case "end":
      void end()
  }
})

async function begin(start: ToKeeper & { is: "start" }): Promise<void> {
  const { makeDesk } = (await import(start.desk)) as { makeDesk: MakeDesk }
  const made = await makeDesk(start.options)
  desk = made
  const door: Door = {
    key: Buffer.from(start.key, "hex"),
    hosts: start.hosts,
    redeem: (token) =>
      new Promise((resolve) => {
        const id = questions++
        asked.set(id, resolve)
        tell({ is: "redeem", id, token })
      }),
  }
  const server = makeServer({
    desk: made,
    door,
    random,
    clock: clockAt(Date.now),
    assets: readAssets(),
    other: start.other,
    patience: makePatience(Date.now, start.tries, (tries) => tell({ is: "tries", tries })),
    ending: (next) =>
      new Promise((resolve) => {
        relieved = resolve
        tell({ is: "ending", next })
      }),
    end: () => void end(),
  })
  let last = Date.now()
  server.on("request", () => {
    last = Date.now()
  })
  accept = (socket) => {
    server.emit("connection", socket)
    socket.resume()
  }
  watch(made, start.idle, () => last)
  tell({ is: "ready" })
}

/** Locks when nobody has asked for anything for `idle` minutes, and when the machine wakes from sleep. */
function watch(desk: Desk, idle: number, last: () => number): void {
  let before = { wall: Date.now(), steady: performance.now() }
  setInterval(async () => {
    const now = { wall: Date.now(), steady: performance.now() }
    const why = shouldLock({ before, now, last: last(), idle })
    before = now
    if (why === null || (await desk.status()).state !== "open") return
    // A lid that was shut is a machine that was carried: what is sealed stays sealed, the rest is left out.
    if (why === "slept" || !(await desk.busy())) await end()
  }, BEAT).unref()
}
