import { createReadStream } from "node:fs"
import { lstat, readdir } from "node:fs/promises"
import { basename, join } from "node:path"
import { DalelError } from "../model/refusals.js"
import type { Item } from "./intake.js"

/** One file of the disk. @throws DalelError file/not-found, file/unreadable */
export function fileItem(path: string, method: Item["method"] = "upload"): Item {
  return {
    name: basename(path),
    method,
    async *open() {
      try {
        yield* createReadStream(path, { highWaterMark: 1 << 18 })
      } catch (cause) {
        const missing = (cause as NodeJS.ErrnoException).code === "ENOENT"
        throw new DalelError(missing ? "file/not-found" : "file/unreadable", path, { cause })
      }
    },
  }
}

export function bytesItem(name: string | null, method: Item["method"], bytes: Uint8Array): Item {
  return {
    name,
    method,
    async *open() {
      for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18))
    },
  }
}

/** A file to seal, or why one of the places named could not be looked at. */
export type Found =
  | { readonly path: string; readonly method: Item["method"] }
  | { readonly path: string; readonly refused: DalelError }

/**
 * The files under some paths, in a steady order. Links are not followed, and a vault inside a folder is left out. A
 * folder inside that cannot be read is named, and the rest goes on.
 * @throws DalelError file/not-found for a path that is not there
 */
export async function* filesAt(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) {
    const kind = await lstat(path).catch((cause) => {
      throw new DalelError("file/not-found", path, { cause })
    })
    if (kind.isDirectory()) yield* under(path)
    else yield { path, method: "upload" }
  }
}

async function* under(folder: string): AsyncGenerator<Found> {
  const items = await readdir(folder, { withFileTypes: true }).catch((cause) => ({ cause }))
  if ("cause" in items) {
    yield { path: folder, refused: new DalelError("file/unreadable", folder, { cause: items.cause }) }
    return
  }
  if (items.some(({ name }) => name === "vault.json")) return
  for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, item.name)
    if (item.isDirectory()) yield* under(path)
    else if (item.isFile()) yield { path, method: "folder" }
  }
}
