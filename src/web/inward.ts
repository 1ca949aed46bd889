import { createRequire, syncBuiltinESMExports } from "node:module"
import { networkInterfaces } from "node:os"

interface Target {
  readonly host?: string | null
  /** A local socket or a named pipe. */
  readonly path?: string | null
}

/**
 * From here on no code of this process can reach anyone: not by a socket, a datagram, a look-up of a name, nor by what
 * is built on them (http, tls, fetch, WebSocket). Connections that come in, and local sockets, work as before. For good.
 * `loopback`: lets connections to this computer pass; for tests, which have to ask a server.
 */
export function stayInward({ loopback = false }: { readonly loopback?: boolean } = {}): void {
  const require = createRequire(import.meta.url)
  const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))
  const inside = (host: string) => loopback && (LOOPBACK.test(host) || own.includes(host))
  // What lets loopback pass may still be made stricter: a test starts programs that bar everything.
  const replace = (holder: object, name: string, value: unknown) =>
    Object.defineProperty(holder, name, { value, writable: false, configurable: loopback })
  const { Socket } = require("node:net")
  const connect = Socket.prototype.connect
  replace(Socket.prototype, "connect", function (this: unknown, ...given: unknown[]) {
    const { path, host } = targetOf(given)
    if (!path && !inside(host ?? "localhost")) refuse()
    return Reflect.apply(connect, this, given)
  })
  const datagram = require("node:dgram").Socket.prototype
  if (!loopback) for (const name of ["connect", "send"]) replace(datagram, name, refuse)

  for (const dns of [require("node:dns"), require("node:dns/promises")]) {
    const { lookup } = dns
    // An address needs no asking, and is what a server that listens looks up.
    replace(dns, "lookup", (host: string, ...rest: unknown[]) =>
      /^[\d.]+$|:/.test(host) || inside(host) ? lookup(host, ...rest) : refuse(),
    )
    for (const name of Object.keys(dns)) if (/^(resolve|reverse|lookupService)/.test(name)) replace(dns, name, refuse)
    for (const name of Object.getOwnPropertyNames(dns.Resolver.prototype))
      if (/^(resolve|reverse)/.test(name)) replace(dns.Resolver.prototype, name, refuse)
  }
  syncBuiltinESMExports()
}

const LOOPBACK = /^(127(\.\d+){3}|::1|localhost|[\w-]+\.localhost)$/

function refuse(): never {
  throw new Error("this program connects to nobody")
}

/** As `net.Socket.prototype.connect` reads what it is given. */
function targetOf([first, second]: readonly unknown[]): Target {
  if (Array.isArray(first)) return targetOf(first)
  if (typeof first === "object" && first !== null) return first as Target
  if (typeof first === "string" && !/^\d+$/.test(first)) return { path: first }
  return typeof second === "string" ? { host: second } : {}
}
