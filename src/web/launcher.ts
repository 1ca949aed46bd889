import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { fileURLToPath } from "node:url"
import type { Random } from "../model/clock.js"
import { DalelError, REFUSALS, type RefusalCode } from "../model/refusals.js"
import { makeHostName, makeLinks } from "./door.js"
import { NO_TRIES, type Tries } from "./patience.js"

/** What the process with the keys is told. It never tells a key, a name or a word back. */
export type ToKeeper =
  | {
      readonly is: "start"
      readonly desk: string
      readonly options: unknown
      /** What else the launcher can start in its stead. */
      readonly other: Vaults | null
      readonly key: string
      readonly hosts: readonly string[]
      /** Minutes without a request after which it locks; 0: never. */
      readonly idle: number
      readonly tries: Tries
    }
  | { readonly is: "connection" }
  | { readonly is: "redeemed"; readonly id: number; readonly yes: boolean }
  /** No connection will be handed over any more: it may answer, and end. */
  | { readonly is: "relieved" }
  | { readonly is: "end" }

export type FromKeeper =
  | { readonly is: "ready" }
  | { readonly is: "failed"; readonly code: string; readonly where: string | null }
  | { readonly is: "redeem"; readonly id: number; readonly token: string }
  /** A passphrase was wrong, or right: the next process goes on counting. */
  | { readonly is: "tries"; readonly tries: Tries }
  /** It is about to lock and end. Connections that come now are for the next one: of the same vault, or of the other. */
  | { readonly is: "ending"; readonly next: Vaults | null }

/** One launcher serves a person's own vault and, where it was given one, the sample: one at a time, never both. */
export type Vaults = "own" | "sample"

export interface Openings {
  readonly first: unknown
  /** The options after a lock: nothing in them may open the vault without a person. */
  readonly again: unknown
  /** The options when a person comes from the other vault. */
  readonly chosen: unknown
}

export interface Launching {
  /** 0: any free one. */
  readonly port: number
  /** A module whose `makeDesk(options)` gives the desk. Called anew after every lock. */
  readonly desk: URL
  readonly own: Openings
  readonly sample?: Openings
  readonly idle: number
  readonly random: Random
  readonly now: () => number
}

export interface Launched {
  readonly port: number
  /** A fresh one-time link for each way in: the name that no other server shares, then 127.0.0.1. */
  links(): readonly [string, string]
  /** Locks, and ends. */
  stop(): Promise<void>
  /** Settles when everything has ended; rejects when the process with the keys cannot be kept alive. */
  readonly ended: Promise<void>
}

/**
 * Holds the port and nothing else. Every connection is handed, unread, to a child that may hold keys; when a person
 * locks the vault that child ends, keys and all, and a new one without keys takes its place. The browser's cookie stays
 * good, because what signs it lives here.
 * @throws DalelError web/port-taken, and whatever opening the vault refused with
 */
export async function launch(launching: Launching): Promise<Launched> {
  const { random, now } = launching
  const server = createServer({ pauseOnConnect: true })
  const port = await listen(server, launching.port)
  const hosts = [`${makeHostName(random)}:${port}`, `127.0.0.1:${port}`] as const
  const links = makeLinks(random, now)
  const key = Buffer.from(random(32)).toString("hex")
  const waiting = new Set<Socket>()
  const handed = new Set<Socket>()
  /** The child that takes connections, and the one that is not gone yet: while one locks they differ. */
  let keeper: ChildProcess | null = null
  let alive: ChildProcess | null = null
  let serving: Vaults = "own"
  const tries: Record<Vaults, Tries> = { own: NO_TRIES, sample: NO_TRIES }
  let next: Vaults | null = null
  let stopping = false
  let finish: (error?: unknown) => void
  const ended = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === undefined ? resolve() : reject(error))
  })
  ended.catch(() => {}) // looked at by whoever waits; a refusal at the start is thrown below

  server.on("connection", (socket) => {
    socket.on("error", () => socket.destroy())
    if (keeper) hand(keeper, socket, handed)
    else {
      waiting.add(socket)
      socket.once("close", () => waiting.delete(socket))
    }
  })

  const start = async (options: unknown) => {
    const began = now()
    const child = fork(fileURLToPath(new URL("./keeper.js", import.meta.url)), [], {
      execArgv: [],
      env: withoutNodeOptions(process.env),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    alive = child // from now on: whoever stops meanwhile ends it
    const { desk, idle } = launching
    const of = serving
    const others = { own: launching.sample ? "sample" : null, sample: "own" } as const
    child.send({
      is: "start",
      desk: desk.href,
      options,
      other: others[serving],
      key,
      hosts,
      idle,
      tries: tries[serving],
    } satisfies ToKeeper)
    child.on("message", (message: FromKeeper) => {
      if (message.is === "ending") {
        keeper = null
        if (message.next !== null && launching[message.next]) next = message.next
        child.send({ is: "relieved" } satisfies ToKeeper, () => {})
      }
      if (message.is === "tries") tries[of] = message.tries
      if (message.is === "redeem")
        child.send({ is: "redeemed", id: message.id, yes: links.redeem(message.token) } satisfies ToKeeper, () => {})
    })
    const first = await Promise.race([once(child, "message"), once(child, "exit")])
    const told = first[0] as FromKeeper | number | null
    if (typeof told !== "object" || told === null || told.is !== "ready") {
      alive = null
      child.kill()
      throw refusalOf(told)
    }
    if (!stopping) keeper = child
    for (const socket of waiting) hand(child, socket, handed)
    waiting.clear()
    child.once("exit", (code) => {
      keeper = null
      alive = null
      for (const socket of handed) socket.destroy()
      if (stopping) return
      // One that breaks within a second would be started for ever.
      if (code !== 0 && now() - began < 1000) void stop(new DalelError("internal"))
      else startNext().catch(stop)
    })
  }

  const startNext = async () => {
    const [before, chosen] = [serving, next]
    next = null
    if (chosen === null) return start(launching[before]!.again)
    serving = chosen
    return start(launching[chosen]!.chosen).catch(() => {
      if (stopping) return
      // Whoever looked for the sample must not lose the way to what is theirs.
      serving = before
      return start(launching[before]!.again)
    })
  }

  const stop = async (error?: unknown) => {
    if (stopping) return ended
    stopping = true
    server.close()
    for (const socket of waiting) socket.destroy()
    if (alive) {
      const gone = once(alive, "exit")
      alive.send({ is: "end" } satisfies ToKeeper, () => {})
      await gone
    }
    finish(error)
    return ended.catch(() => {})
  }

  try {
    await start(launching.own.first)
  } catch (error) {
    await stop(error)
    throw error
  }
  const link = (host: string) => `http://${host}/in/${links.issue()}`
  return { port, ended, stop: () => stop(), links: () => [link(hosts[0]), link(hosts[1])] }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ port, host: "127.0.0.1" })
  try {
    await once(server, "listening")
  } catch (cause) {
    throw new DalelError("web/port-taken", String(port), { cause })
  }
  return (server.address() as AddressInfo).port
}

// Until the child has said that it took the connection our end stays open; if it ends first, `handed` has the rest.
function hand(child: ChildProcess, socket: Socket, handed: Set<Socket>): void {
  handed.add(socket)
  socket.once("close", () => handed.delete(socket))
  child.send({ is: "connection" } satisfies ToKeeper, socket, (error) => {
    if (error) socket.destroy()
  })
}

// A debugger or a preloaded module has no business beside keys.
function withoutNodeOptions({ NODE_OPTIONS: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env
}

function refusalOf(told: FromKeeper | number | null): DalelError {
  if (typeof told === "object" && told?.is === "failed" && told.code in REFUSALS)
    return new DalelError(told.code as RefusalCode, told.where)
  return new DalelError("internal")
}
