import { createHash } from "node:crypto"
import { basename, dirname, join, resolve } from "node:path"
import { isId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { type Disk, readWhole } from "./disk.js"
import { writeDurably } from "./durable.js"

/** The format of vault that this program writes. */
export const FORMAT = 1

/** What `vault.json` says: only a hint, the database holds the truth. */
export interface Hint {
  readonly format: number
  readonly vault: VaultId
  readonly generation: number
  /** So that a locked vault can say that it is the sample. Opening refuses one that says so wrongly. */
  readonly sample: boolean
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

export function layoutOf(folder: string): Layout {
  return {
    folder,
    hint: join(folder, "vault.json"),
    keys: join(folder, "keys"),
    db: join(folder, "vault.db"),
    head: join(folder, "head"),
    blobs: join(folder, "blobs"),
  }
}

/** Makes the folder (or takes an empty one) with its subfolders. @throws DalelError vault/exists, vault/not-empty */
export async function createFolder(disk: Disk, folder: string): Promise<Layout> {
  const layout = layoutOf(folder)
  const there = await disk.stat(folder)
  if (there !== undefined && there.kind !== "folder") throw new DalelError("vault/not-empty")
  if (there !== undefined && (await disk.list(folder)).length > 0)
    throw new DalelError((await disk.stat(layout.hint)) === undefined ? "vault/not-empty" : "vault/exists")
  for (const path of [folder, layout.keys, layout.blobs]) await disk.makeFolder(path)
  await disk.makePrivate(folder)
  await disk.syncFolder(folder)
  await disk.syncFolder(dirname(folder))
  return layout
}

/** Written last when a vault is made: a folder without it is no vault. */
export async function writeHint(disk: Disk, layout: Layout, hint: Hint): Promise<void> {
  await writeDurably(disk, layout.hint, Buffer.from(formatHint(hint)))
}

/** @throws DalelError vault/not-found, vault/damaged ("vault.json"), vault/newer-format */
export async function readHint(disk: Disk, layout: Layout): Promise<Hint> {
  if ((await disk.stat(layout.hint)) === undefined) throw new DalelError("vault/not-found")
  return parseHint(Buffer.from(await readWhole(disk, layout.hint)).toString())
}

/** @throws DalelError vault/damaged ("vault.json"), vault/newer-format */
export function parseHint(text: string): Hint {
  const damaged = new DalelError("vault/damaged", "vault.json")
  let said: { format?: unknown; vault?: unknown; generation?: unknown; sample?: unknown } | null
  try {
    said = JSON.parse(text)
  } catch {
    throw damaged
  }
  const { format, vault, generation, sample } = said ?? {}
  if (typeof format !== "number" || !isId(vault) || typeof generation !== "number") throw damaged
  // Before the spelling: a newer program may say more.
  if (format > FORMAT) throw new DalelError("vault/newer-format", String(format))
  const hint = { format, vault: vault as VaultId, generation, sample: sample === true }
  if (formatHint(hint) !== text) throw damaged
  return hint
}

export function formatHint({ format, vault, generation, sample }: Hint): string {
  return `${JSON.stringify({ format, vault, generation, ...(sample && { sample }) })}\n`
}

// Linux, statfs(2): on these another machine may write too, and locks or fsync may be a pretence.
const NETWORK = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x65735546, "FUSE"],
  [0x01021997, "9P"],
  [0x5346414f, "AFS"],
  [0x73757245, "Coda"],
  [0x00c36400, "Ceph"],
  [0x786f4256, "VirtualBox"],
])

/** Names of folders which a program on this machine copies to others while we write. */
const SYNCED =
  /^((dropbox|onedrive)([ -].*)?|google ?drive|my drive|mobile documents|cloudstorage|icloud ?drive|nextcloud|owncloud|seafile|yandex\.?disk|mega(sync)?|pcloud ?drive|tresorit|syncthing|resilio sync)$/i

/** What such programs leave in the folders they look after. */
const MARKERS = [".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".sync"]

/**
 * Refuses to write in a folder that other machines write too: two writers of one log are a fork, and a half-copied
 * database is a damaged one. (Bundles are how a vault travels.)
 * @throws DalelError vault/network-folder (where: the kind of file system, or "synced")
 */
export async function refuseSharedFolder(disk: Disk, folder: string): Promise<void> {
  let existing = resolve(folder)
  while ((await disk.stat(existing)) === undefined && dirname(existing) !== existing) existing = dirname(existing)
  const real = await disk.realPath(existing)
  if (/^[\\/]{2}/.test(real)) throw new DalelError("vault/network-folder", "SMB")
  // A signed 32-bit number on some systems.
  const network = NETWORK.get((await disk.fileSystem(real)).type >>> 0)
  if (network !== undefined) throw new DalelError("vault/network-folder", network)
  const wanted = resolve(
    real,
    resolve(folder)
      .slice(existing.length)
      .replace(/^[\\/]+/, ""),
  )
  for (let path = wanted; ; path = dirname(path)) {
    const marked = await Promise.all(MARKERS.map((name) => disk.stat(join(path, name)).catch(() => undefined)))
    if (SYNCED.test(basename(path)) || marked.some((found) => found !== undefined))
      throw new DalelError("vault/network-folder", "synced")
    if (dirname(path) === path) return
  }
}

/** What of the machine decides where a person's state is kept. */
export interface Surroundings {
  /** `process.platform` */
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * The folder for what this device keeps about this vault outside of it (its key, the third head); not created here. It
 * goes by vault and place, so that a copied vault folder finds none and starts a new device.
 */
export function stateFolder({ platform, env, home }: Surroundings, vault: VaultId, realPath: string): string {
  const name = createHash("sha256").update(`${vault}\n${realPath}`).digest("hex")
  return join(stateOf({ platform, env, home }), name)
}

/** Where this user keeps what programs remember on this machine. */
export function stateOf({ platform, env, home }: Surroundings): string {
  if (env.DALEL_STATE) return resolve(env.DALEL_STATE)
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "Dalel")
  if (platform === "darwin") return join(home, "Library", "Application Support", "Dalel")
  // XDG: a relative path is to be ignored.
  const base = env.XDG_STATE_HOME?.startsWith("/") ? env.XDG_STATE_HOME : join(home, ".local", "state")
  return join(base, "dalel")
}
