import type { Disk } from "./disk.js"

/**
 * Writes a file so that after a power cut it is there whole or (as before) not at all: a temporary name in the same
 * folder, fsync, rename, fsync of the folder. Replaces what stood there. `time` fixes its time of change.
 */
export declare function writeDurably(
  disk: Disk,
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  time?: number,
): Promise<void>

/** Unlinks, durably; overwritten with zeros first. Nothing there is fine. */
export declare function destroy(disk: Disk, path: string): Promise<void>

/** Removes what an interrupted `writeDurably` left in a folder. Only for the process that owns the vault. */
export declare function sweep(disk: Disk, folder: string): Promise<void>
