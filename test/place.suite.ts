import { randomBytes } from "node:crypto"
import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createVault, openVault } from "../src/index/open.js"
import { clockAt } from "../src/model/clock.js"
import { type Disk, realDisk } from "../src/vault/disk.js"
import type { Opening } from "../src/vault/open.js"
import type { Vault } from "../src/vault/vault.js"
import type { World } from "../src/vault/world.js"

/** A place for one vault: its folder, its state folder, its identity file; gone after the test. */
export interface Place {
  readonly root: string
  readonly folder: string
  readonly state: string
  readonly identityFile: string
  world(disk?: Disk): World
  create(): Promise<Vault>
  open(more?: { recover?: boolean; folder?: string; disk?: Disk }): Promise<Vault>
}

/** A place under a folder that is there; whoever made the folder removes it. */
export function placeIn(root: string): Place {
  const [folder, state, identityFile] = [join(root, "vault"), join(root, "state"), join(root, "identity")]
  const world = (disk: Disk = realDisk): World => ({
    disk,
    clock: clockAt(Date.now),
    random: (count) => new Uint8Array(randomBytes(count)),
    around: { platform: process.platform, env: { DALEL_STATE: state }, home: root },
    program: "dalel test",
    process: process.pid,
  })
  return {
    root,
    folder,
    state,
    identityFile,
    world,
    create: () => createVault(world(), folder, { identityFile, sample: false }),
    open: ({ recover = false, folder: other = folder, disk } = {}) => {
      const opening: Opening = { identityFile, recover }
      return openVault(world(disk), other, opening)
    },
  }
}

/** A disk image of the vault and of what is kept for it. Answers what puts it back as it was. */
export async function imageOf({ root, folder, state }: Place): Promise<() => Promise<void>> {
  const image = join(root, "image")
  const kept = [folder, state].map((path, at) => [path, join(image, String(at))] as const)
  for (const [path, copy] of kept) await cp(path, copy, { recursive: true })
  return async () => {
    for (const [path, copy] of kept) {
      await rm(path, { recursive: true })
      await cp(copy, path, { recursive: true })
    }
  }
}

export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "dalel-test-"))
  try {
    return await work(placeIn(root))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
