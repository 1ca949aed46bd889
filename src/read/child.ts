/**
 * The reading process: the only one that sees hostile bytes, and one without keys. The build makes it one file,
 * `dist/child.mjs`; it may read that and the program of its PDF engine, `dist/mupdf.wasm`, which it loads when the
 * first PDF comes. `review/reader.ts` starts, bounds and replaces it.
 *
 * On standard input, any number of requests, each a line of JSON and then `size` bytes. With `picture` it asks for one
 * page, from 1, as it looks, `width` pixels wide:
 *
 *     {"id":1,"hints":{},"size":4096}\n …4,096 bytes…
 *     {"id":2,"picture":{"page":3,"width":900},"size":70000}\n …
 *
 * On standard output, for each a line and then `size` bytes: of JSON, a `Reading` or `{"error":{"code","where"}}`; of
 * PNG, where the line says `"type":"png"`.
 *
 *     {"id":1,"size":51234}\n …
 *     {"id":2,"size":80123,"type":"png","last":true}\n …
 *
 * After a PDF (`"last"`) it ends: what hostile bytes may have done to the engine's memory must not touch another source.
 */
import { fstatSync, openSync, readSync, writeSync } from "node:fs"
import { DalelError } from "../model/refusals.js"
import { fence } from "./fence.js"

// Kept before the fence goes up; standard input and output and the engine's program are all that is left.
const input = readSync
const output = writeSync
const engine = openSync(new URL("mupdf.wasm", import.meta.url), "r")
const engineSize = fstatSync(engine).size
fence()
// Standard output carries answers. What a library would tell a person may hold words of the source.
for (const name of Object.keys(console)) Reflect.set(console, name, () => {})
// Only now: no parser may load while there is a network.
const { formatOf, picturePage, read } = await import("./read.js")

const encoder = new TextEncoder()
let held = new Uint8Array(0)

for (let line = takeLine(); line !== null; line = takeLine()) {
  const { id, hints = {}, picture, size } = JSON.parse(line)
  const bytes = take(size)
  const { start } = formatOf(bytes, picture ? "application/pdf" : hints.mediaType)
  if (start) await start(wasm)
  const answer = picture
    ? answerTo(() => picturePage(bytes, picture.page, picture.width))
    : answerTo(() => read(bytes, hints))
  const last = start ? { last: true } : {}
  put(encoder.encode(`${JSON.stringify({ id, size: answer.bytes.length, ...answer.type, ...last })}\n`))
  put(answer.bytes)
  if (start) break
}

function answerTo(work: () => object): { bytes: Uint8Array; type?: { type: "png" } } {
  try {
    const made = work()
    return made instanceof Uint8Array ? { bytes: made, type: { type: "png" } } : { bytes: encoded(made) }
  } catch (error) {
    // The engine broke down; so does this process, and the next one begins anew.
    if (error instanceof Error && error.name === "RuntimeError") throw error
    // A foreign error's message may hold words of the source: it stays here.
    const { code, where } = error instanceof DalelError ? error : new DalelError("reading/failed")
    return { bytes: encoded({ error: { code, where } }) }
  }
}

/** The engine's program, from its beginning. */
function wasm(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(engineSize)
  for (let at = 0; at < bytes.length; ) {
    const more = input(engine, bytes, at, bytes.length - at, at)
    if (more === 0) break
    at += more
  }
  return bytes
}

function encoded(answer: object): Uint8Array {
  return encoder.encode(JSON.stringify(answer))
}

/** The next line without its end, or null when there is nothing more. */
function takeLine(): string | null {
  let end = held.indexOf(10)
  while (end === -1) {
    const more = receive(65_536)
    if (more.length === 0) return null
    held = joined(held, more)
    end = held.indexOf(10)
  }
  const line = new TextDecoder().decode(held.subarray(0, end))
  held = held.slice(end + 1)
  return line
}

function take(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  const first = held.subarray(0, size)
  bytes.set(first)
  held = held.slice(first.length)
  for (let at = first.length; at < size; ) {
    const more = receive(Math.min(size - at, 1_048_576))
    if (more.length === 0) break
    bytes.set(more, at)
    at += more.length
  }
  return bytes
}

/** At most `size` bytes; none at the end. */
function receive(size: number): Uint8Array {
  const buffer = new Uint8Array(size)
  for (;;) {
    try {
      return buffer.subarray(0, input(0, buffer))
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === "EOF") return new Uint8Array(0)
      if (code !== "EAGAIN") throw error
      pause()
    }
  }
}

function put(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += output(1, bytes, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error
      pause()
    }
  }
}

// Where the pipe does not block, wait a little rather than spin.
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
