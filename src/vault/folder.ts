import type { VaultId } from "../model/id.js"
import type { Disk } from "./disk.js"

/** The format this program writes. */
export declare const FORMAT: number

/** What `vault.json` says: only a hint, the database holds the truth. */
export interface Hint {
  readonly format: number
  readonly vault: VaultId
  readonly generation: number
}

/** Where things lie in a vault folder. */
export interface Layout {
  readonly folder: string
  readonly hint: string
  readonly keys: string
  readonly db: string
  readonly head: string
  readonly blobs: string
}
export declare function layoutOf(folder: string): Layout

/** Makes the folder (or takes an empty one) with its subfolders. @throws DalelError vault/exists, vault/not-empty */
export declare function createFolder(disk: Disk, folder: string): Promise<Layout>

export declare function writeHint(disk: Disk, layout: Layout, hint: Hint): Promise<void>
/** @throws DalelError vault/not-found, vault/damaged ("vault.json"), vault/newer-format */
export declare function readHint(disk: Disk, layout: Layout): Promise<Hint>

/** Refuses to write in a folder that other machines write too. @throws DalelError vault/network-folder */
export declare function refuseSharedFolder(disk: Disk, folder: string): Promise<void>

/** What of the machine decides where a person's state is kept. */
export interface Surroundings {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}
/** The folder for what this device keeps about this vault outside of it: its key, the third head. Not created. */
export declare function stateFolder(around: Surroundings, vault: VaultId, realPath: string): string
