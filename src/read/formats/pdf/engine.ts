import type * as Mupdf from "mupdf"
import { DalelError } from "../../../model/refusals.js"

export type Engine = typeof Mupdf

// Neither the language's nor Node's type definitions know it without a browser's.
const { Module, Instance, RuntimeError } = Reflect.get(globalThis, "WebAssembly") as {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => object
  readonly RuntimeError: new () => Error
}

let engine: Engine | null = null

/**
 * Loads MuPDF from the bytes of its WebAssembly; once, and only when a PDF comes. It gets no function of ours but its
 * own memory's, and what it would print goes nowhere: standard output carries answers.
 */
export async function startEngine(wasm: () => Uint8Array<ArrayBuffer>): Promise<void> {
  if (engine !== null) return
  const silent = () => {}
  const options = {
    print: silent,
    printErr: silent,
    instantiateWasm(imports: object, done: (instance: object) => void) {
      done(new Instance(new Module(wasm()), imports))
      return {}
    },
  }
  Object.assign(globalThis, { $libmupdf_wasm_Module: options })
  // Taken for a renderer it does not ask for `require` and files, which are barred.
  const { type } = process as { type?: string }
  Object.assign(process, { type: "renderer" })
  try {
    engine = await import("mupdf")
  } finally {
    Object.assign(process, { type })
    Reflect.deleteProperty(globalThis, "$libmupdf_wasm_Module")
  }
}

/** A document opened, and closed whatever happens. @throws DalelError reading/encrypted, reading/damaged, reading/too-much-memory */
export function withDocument<T>(bytes: Uint8Array, work: (document: Mupdf.PDFDocument, engine: Engine) => T): T {
  if (engine === null) throw new DalelError("reading/failed")
  const mupdf = engine
  // It opens other formats as well, by their bytes; they are not asked of it.
  if (!isPdf(bytes)) throw new DalelError("reading/damaged")
  const document = attempt(() => new mupdf.PDFDocument(bytes))
  try {
    if (attempt(() => document.needsPassword())) throw new DalelError("reading/encrypted")
    return work(document, mupdf)
  } finally {
    document.destroy()
  }
}

/** Its mark, within the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return /%PDF-\d/.test(String.fromCharCode(...bytes.subarray(0, 1024)))
}

/** What the engine refuses is damage; that its memory is full is said so; that it broke down ends this process. */
export function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DalelError || error instanceof RuntimeError) throw error
    const full = error instanceof RangeError || /malloc|memory|alloc/i.test(String(error))
    throw new DalelError(full ? "reading/too-much-memory" : "reading/damaged")
  }
}
