import { deviceKeyName, memberKeyName } from "../ledger/log.js"
import { signNote } from "../ledger/note.js"
import type { Random } from "../model/clock.js"
import { decrypt, encrypt, sealedSize } from "./age.js"
import type { Bytes } from "./bytes.js"
import { parseRecipient } from "./identity.js"
import { standingOfVault } from "./keyring.js"
import { heldBy, type Vault } from "./vault.js"

/** What goes from one device to another: signed by device and member, sealed to the members of the day. */
export interface Letter {
  sign(text: string): string
  seal(plain: Bytes): AsyncGenerator<Uint8Array>
  /** How long what `seal` gives out is. */
  sealedSize(plain: number): number
  /** @throws DalelError age/… */
  open(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
}

export async function letterOf(vault: Vault): Promise<Letter> {
  const { device, keys, signer, world } = heldBy(vault)
  const random: Random = world.random
  const { members } = await standingOfVault(vault.db)
  const own = keys.identity.recipient
  const to = members.filter(({ state }) => state !== "removed").map(({ recipient }) => parseRecipient(recipient))
  const others = to.filter((one) => Buffer.compare(one, own) !== 0)
  const recipients = [own, ...others] as const
  return {
    sign: (text) =>
      signNote(text, [
        { name: deviceKeyName(vault.id, device.id), signer: device.signer },
        { name: memberKeyName(vault.id, keys.member), signer },
      ]),
    seal: (plain) => encrypt(plain, { recipients }, random),
    sealedSize: (plain) => sealedSize(plain, recipients.length),
    open: (sealed) => decrypt(sealed, { identity: keys.identity }),
  }
}
