import { randomBytes } from "node:crypto"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import type { Desk } from "../../src/web/desk.js"
import { type Door, makeHostName, makeLinks } from "../../src/web/door.js"
import { readAssets } from "../../src/web/files.js"
import { makeServer, type Site } from "../../src/web/server.js"

const random = (count: number) => new Uint8Array(randomBytes(count))

export interface Running {
  readonly port: number
  readonly door: Door
  /** `http://<name>.localhost:PORT` */
  readonly address: string
  /** A fresh one-time link. */
  link(): string
  /** How often a page has locked the vault. */
  ended(): number
  stop(): Promise<void>
}

/** A real server on a free port, before a desk of the test's choosing. `change`: what a test takes out of it. */
export async function runSite(desk: Desk, change: Partial<Site> = {}): Promise<Running> {
  const links = makeLinks(random, Date.now)
  const hosts: string[] = []
  let ended = 0
  const door: Door = { key: random(32), hosts, redeem: async (token) => links.redeem(token) }
  const server = makeServer({
    desk,
    door,
    random,
    clock: { now: () => "2031-06-01T10:00:00Z" },
    assets: readAssets(),
    ending: async () => {},
    end: () => {
      ended++
    },
    ...change,
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const name = makeHostName(random)
  hosts.push(`${name}:${port}`, `127.0.0.1:${port}`)
  const address = `http://${name}:${port}`
  return {
    port,
    door,
    address,
    link: () => `${address}/in/${links.issue()}`,
    ended: () => ended,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, "close")
    },
  }
}
