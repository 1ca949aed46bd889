import type { MemberId, VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { canonical, parseCanonical } from "./canonical.js"
import type { Role } from "./entry.js"
import { keysKeyName } from "./log.js"
import { openNote, signNote } from "./note.js"
import type { Signer } from "./signature.js"

/**
 * A warrant: a signed note by which an administrator vouches for a member's key. Members pin the founder's key alone; a
 * chain of warrants leads from it to whoever sealed `keys/vault.age`, before there is a ledger to ask.
 *
 *     dalel/warrant/v1
 *     <vault>
 *     <member>
 *     <Ed25519 public key, base64>
 *     <roles, with a space between>
 *
 * signed with the key name `dalel/1/<vault>/warrant`. Whoever signs another one must have the role administer.
 */
export interface Warrant {
  readonly vault: VaultId
  readonly member: MemberId
  readonly key: string
  readonly roles: readonly Role[]
}

const HEADER = "dalel/warrant/v1"
const warrantName = (vault: VaultId) => `dalel/1/${vault}/warrant`

export function signWarrant({ vault, member, key, roles }: Warrant, signer: Signer): string {
  return signNote(`${HEADER}\n${vault}\n${member}\n${key}\n${roles.join(" ")}\n`, [
    { name: warrantName(vault), signer },
  ])
}

/** @throws DalelError note/… */
export function openWarrant(note: string, vault: VaultId, publicKey: Uint8Array): Warrant {
  const [header, id, member = "", key = "", roles = "", ...rest] = openNote(note, [
    { name: warrantName(vault), publicKey },
  ]).split("\n")
  if (header !== HEADER || id !== vault || rest.join() !== "") throw new DalelError("note/malformed")
  return { vault, member: member as MemberId, key, roles: roles.split(" ") as Role[] }
}

/** What is sealed in `vault.age`: a note of the founder's, or a list of the note and the warrants behind its signer. */
export function vouched(note: string, warrants: readonly string[]): string {
  return warrants.length === 0 ? note : `${canonical([note, ...warrants])}\n`
}

/** The text of the note, when the founder signed it or someone to whom a chain of warrants leads. @throws DalelError note/… */
export function openVouched(sealed: string, vault: VaultId, founder: Uint8Array): string {
  let [note, warrants, key] = [sealed, [] as string[], founder]
  if (sealed.startsWith("[")) {
    const all = parseCanonical(sealed.slice(0, -1)) as string[]
    if (!Array.isArray(all) || all.length > 100 || all.some((one) => typeof one !== "string"))
      throw new DalelError("note/malformed")
    ;[note = "", ...warrants] = all
  }
  for (const [index, text] of warrants.entries()) {
    const warrant = openWarrant(text, vault, key)
    if (index < warrants.length - 1 && !warrant.roles.includes("administer")) throw new DalelError("note/bad-signature")
    key = Uint8Array.from(Buffer.from(warrant.key, "base64"))
  }
  return openNote(note, [{ name: keysKeyName(vault), publicKey: key }])
}

/** The warrants that lead from the founder to a member, founder's first; null when there is no such chain. */
export function warrantsTo(
  member: MemberId,
  vault: VaultId,
  founder: Uint8Array,
  known: readonly { readonly by: MemberId; readonly member: MemberId; readonly warrant: string }[],
  seen: ReadonlySet<MemberId> = new Set(),
): string[] | null {
  for (const { by, warrant } of known.filter((one) => one.member === member && !seen.has(one.by))) {
    for (const before of [[], warrantsTo(by, vault, founder, known, new Set([...seen, member]))]) {
      const chain = before && [...before, warrant]
      if (chain && leads(chain, vault, founder, member)) return chain
    }
  }
  return null
}

function leads(chain: readonly string[], vault: VaultId, founder: Uint8Array, member: MemberId): boolean {
  try {
    let key = founder
    for (const [index, text] of chain.entries()) {
      const warrant = openWarrant(text, vault, key)
      if (index < chain.length - 1 && !warrant.roles.includes("administer")) return false
      if (index === chain.length - 1) return warrant.member === member
      key = Uint8Array.from(Buffer.from(warrant.key, "base64"))
    }
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
  }
  return false
}
