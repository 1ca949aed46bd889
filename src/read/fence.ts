import { createRequire, syncBuiltinESMExports } from "node:module"

// Node's permission flags bar files, programs and add-ons; on Node 20 to 24 they do not bar the network. Both are barred
// here once more, so that a flaw in a parser finds nothing to call. `reader.test.ts` tries every door from inside.
const BARRED = [
  ...["net", "tls", "dgram", "dns", "dns/promises", "http", "https", "http2"],
  ...["child_process", "cluster", "worker_threads", "inspector", "inspector/promises", "repl", "wasi"],
  ...["fs", "fs/promises", "vm", "v8", "module", "os"],
]
const BARRED_GLOBALS = ["fetch", "WebSocket", "EventSource", "XMLHttpRequest", "Worker", "BroadcastChannel"]
const BARRED_OF_PROCESS = ["binding", "_linkedBinding", "dlopen", "kill", "chdir", "getBuiltinModule", "umask", "send"]

/** Takes network, files, programs and threads away from everything that runs in this process afterwards. For good. */
export function fence(): void {
  const require = createRequire(import.meta.url)
  for (const name of BARRED) {
    const module = available(require, name)
    if (module !== null) bar(module)
  }
  for (const name of BARRED_GLOBALS) Reflect.deleteProperty(globalThis, name)
  for (const name of BARRED_OF_PROCESS)
    Object.defineProperty(process, name, { value: refuse, writable: false, configurable: false })
  syncBuiltinESMExports()
}

function refuse(): never {
  throw new Error("barred in the reading process")
}

// Not every Node has every module.
function available(require: NodeJS.Require, name: string): Record<string, unknown> | null {
  try {
    return require(`node:${name}`)
  } catch {
    return null
  }
}

/** Replaces every function of a module, and the methods of its classes: a socket may be had from elsewhere. */
function bar(module: object): void {
  for (const key of Object.getOwnPropertyNames(module)) {
    const value: unknown = Reflect.get(module, key)
    if (typeof value === "function") {
      if (/^[A-Z]/.test(key)) barMethods(value.prototype)
      Reflect.defineProperty(module, key, { value: refuse, writable: false })
    } else if (typeof value === "object" && value !== null && key === "promises") bar(value)
  }
}

function barMethods(prototype: unknown): void {
  if (typeof prototype !== "object" || prototype === null) return
  for (const key of ["connect", "listen", "bind", "send", "open", "spawn", "postMessage"])
    if (Object.hasOwn(prototype, key)) Reflect.defineProperty(prototype, key, { value: refuse, writable: false })
}
