import { createSocket } from "node:dgram"
import { lookup, resolve4 } from "node:dns/promises"
import { once } from "node:events"
import { get } from "node:http"
import { connect, Socket } from "node:net"
import { connect as connectTls } from "node:tls"
import { DalelError } from "../../src/model/refusals.js"
import { makeDesk as makeFake } from "./fake.js"

/** A desk whose first act is to try every way out to a port of this computer; it refuses to be made when one is open. */
export async function makeDesk({ port }: { port: number }) {
  const ways: Readonly<Record<string, () => unknown>> = {
    tcp: () => connect(port, "127.0.0.1"),
    "tcp by options": () => connect({ port }),
    socket: () => new Socket().connect(port),
    tls: () => connectTls(port, "127.0.0.1"),
    http: () => once(get(`http://127.0.0.1:${port}/`), "response"),
    fetch: () => fetch(`http://127.0.0.1:${port}/`),
    udp: () => createSocket("udp4").send("x", port, "127.0.0.1"),
    "look-up": () => lookup("dalel.example"),
    resolver: () => resolve4("dalel.example"),
  }
  for (const [way, go] of Object.entries(ways)) if (!(await barred(go))) throw new DalelError("internal", way)
  return makeFake({ state: "locked" })
}

/** Refused by what bars the way, not because nobody answered. */
async function barred(go: () => unknown): Promise<boolean> {
  try {
    await go()
    return false
  } catch (error) {
    const { message, cause } = error as Error
    return [message, (cause as Error | undefined)?.message].includes("this program connects to nobody")
  }
}
