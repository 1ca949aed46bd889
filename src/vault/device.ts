import { join } from "node:path"
import { canonical, parseCanonical } from "../ledger/canonical.js"
import { type Signer, signerOf } from "../ledger/signature.js"
import { type DeviceId, makeId, parseId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { seal, unseal } from "./age.js"
import { isMissing, readWhole } from "./disk.js"
import { writeDurably } from "./durable.js"
import type { DerivedKeys } from "./keys.js"
import type { World } from "./world.js"

/**
 * What makes this machine a device of the vault. It lies outside the vault folder, sealed under the vault secret, with
 * a copy of the head: so a copied folder starts a new device by itself, and an old copy put back is noticed.
 */
export interface Device {
  readonly id: DeviceId
  readonly seed: Uint8Array
  readonly signer: Signer
}

const FILE = "device.age"

export function makeDevice(world: World): Device {
  const seed = world.random(32)
  return { id: makeId<DeviceId>(world.random), seed, signer: signerOf(seed) }
}

/** `undefined` when this machine has never opened the folder (or the folder was copied or moved here). */
export async function readDevice(
  world: World,
  state: string,
  keys: readonly DerivedKeys[],
): Promise<Device | undefined> {
  let sealed: Uint8Array
  try {
    sealed = await readWhole(world.disk, join(state, FILE))
  } catch (error) {
    if (isMissing(error) || (error instanceof DalelError && error.code === "file/not-found")) return undefined
    throw error
  }
  // After an interrupted change of secret it may still be sealed under the one before.
  for (const key of keys) {
    try {
      const text = Buffer.from(await unseal(sealed, { identity: key.device })).toString()
      const { device, seed } = parseCanonical(text) as { device: string; seed: string }
      const bytes = Uint8Array.from(Buffer.from(seed, "hex"))
      return { id: parseId<DeviceId>(device), seed: bytes, signer: signerOf(bytes) }
    } catch (error) {
      if (error instanceof DalelError && error.code === "age/no-identity-matches") continue
      throw new DalelError("vault/key-damaged", FILE, { cause: error })
    }
  }
  throw new DalelError("vault/key-damaged", FILE)
}

export async function writeDevice(world: World, state: string, device: Device, keys: DerivedKeys): Promise<void> {
  await world.disk.makeFolder(state)
  const text = canonical({ device: device.id, seed: Buffer.from(device.seed).toString("hex") })
  const sealed = await seal(Buffer.from(text), { recipients: [keys.device.recipient] }, world.random)
  await writeDurably(world.disk, join(state, FILE), sealed)
}

/** The copy of the head that lies beside the device's key. */
export function stateHeadPath(state: string): string {
  return join(state, "head")
}
