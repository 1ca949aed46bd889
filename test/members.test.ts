import assert from "node:assert/strict"
import { cp } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { checkAll } from "../src/index/check.js"
import { membersIn } from "../src/index/members.js"
import { openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import { addMember, changeRole, removeMember } from "../src/vault/members.js"
import { makeRecovery } from "../src/vault/recovery.js"
import { changeSecret } from "../src/vault/rewrite.js"
import { combineShares, splitKey } from "../src/vault/shares.js"
import type { Vault } from "../src/vault/vault.js"
import { inPlace } from "./place.suite.js"

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code
const about = article("2020-01-01")

function naming(vault: Vault, text: string): Draft {
  const person = makeId<EntityId>(vault.world.random)
  const { kind, body } = says(about, [person, "Person", "name", name(text)]) as Entry<"assert">
  return { kind, body }
}

async function sound(vault: Vault): Promise<void> {
  assert.deepEqual((await checkAll(vault)).faults, [])
}

test("a member is added with a passphrase of his own, may do what his role says, and no more", () =>
  inPlace(async (place) => {
    const founder = await place.create()
    const passphrase = "seven quiet mountains in rain"
    const member = await addMember(founder, { role: "contribute", passphrase, work: 10 })
    assert.deepEqual((await membersIn(founder.db)).map(({ roles, state }) => [roles.length, state]).sort(), [
      [2, "member"],
      [4, "member"],
    ])
    await sound(founder)
    await founder.close()

    const his = await openVault(place.world(), place.folder, { passphrase })
    assert.equal(his.member, member)
    await assert.rejects(his.commit([naming(his, "Aida Testova")]), refused("member/no-right"))
    await assert.rejects(addMember(his, { role: "administer", passphrase, work: 10 }), refused("member/no-right"))
    await sound(his)
    await his.close()

    const again = await place.open()
    await changeRole(again, member, "administer")
    await again.close()
    const promoted = await openVault(place.world(), place.folder, { passphrase })
    await promoted.commit([naming(promoted, "Aida Testova")])
    // Whoever is vouched for may seal the vault anew, and it opens for everyone.
    await changeSecret(promoted)
    await (await openVault(place.world(), place.folder, { passphrase })).close()
    const last = await place.open()
    await sound(last)
    await last.close()
  }))

test("who is removed opens the vault no more, his copy of it does not open the new secret, and what he wrote stands", () =>
  inPlace(async (place) => {
    const founder = await place.create()
    const passphrase = "seven quiet mountains in rain"
    const member = await addMember(founder, { role: "review", passphrase, work: 10 })
    await founder.close()
    const his = await openVault(place.world(), place.folder, { passphrase })
    await his.commit([naming(his, "Bolat Testov")])
    await his.close()

    const copy = join(place.root, "copy")
    await cp(place.folder, copy, { recursive: true })
    const again = await place.open()
    await assert.rejects(removeMember(again, again.member), refused("member/last-administrator"))
    const { cuts } = await removeMember(again, member)
    assert.equal(cuts.length, 1)
    // The only key file there was is gone: the founder has an identity file.
    await assert.rejects(openVault(place.world(), place.folder, { passphrase }), refused("vault/key-damaged"))
    const now = await place.open()
    const row = await now.db.one<{ n: number }>("SELECT count(*) AS n FROM i_statement WHERE live = 1")
    assert.equal(row!.n, 1, "what he wrote before stands")
    assert.deepEqual((await membersIn(now.db)).map(({ state }) => state).sort(), ["member", "removed"])
    await sound(now)
    await now.close()
    // What he took with him he has: that is said, not prevented.
    await (await openVault(place.world(), copy, { passphrase })).close()
  }))

test("two of three shares open a copy of the vault", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const shares = await splitKey(await makeRecovery(vault))
    await vault.close()
    for (const left of [0, 1, 2]) {
      const recovery = await combineShares(shares.filter((_, at) => at !== left))
      await (await openVault(place.world(), place.folder, { recovery })).close()
    }
    const typo = { ...shares[1]!, bytes: Uint8Array.from(shares[1]!.bytes, (byte, at) => (at === 3 ? byte ^ 1 : byte)) }
    const recovery = await combineShares([shares[0]!, typo])
    await assert.rejects(openVault(place.world(), place.folder, { recovery }), refused("recovery/wrong-key"))
  }))
