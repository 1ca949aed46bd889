import assert from "node:assert/strict"
import { cp, readdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { membersIn } from "../src/index/members.js"
import { openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { writeBackup } from "../src/keep/backup.js"
import { writeBundle } from "../src/keep/bundle.js"
import { leave } from "../src/keep/leave.js"
import { mergeBundles } from "../src/keep/merge.js"
import { drillShares } from "../src/keep/shares.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import { addMember, changeRole, removeMember } from "../src/vault/members.js"
import { makeRecovery } from "../src/vault/recovery.js"
import { changeSecret } from "../src/vault/rewrite.js"
import { combineShares, formatShare, splitKey } from "../src/vault/shares.js"
import type { Vault } from "../src/vault/vault.js"
import { dalel } from "./command.suite.js"
import { inPlace, type Place } from "./place.suite.js"

const CLAIMED = { url: null, published: null, lang: null, savedAt: null }

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

test("by command: add, list, role, bundle, merge, quarantine, adopt, remove", () =>
  inPlace(async (place) => {
    const run = async (...args: string[]) => {
      const { code, lines, said } = await dalel(place, ...args)
      assert.equal(code, 0, said)
      return lines.map((line) => JSON.parse(line))
    }
    await (await place.create()).close()
    const identity = join(place.root, "his")
    const [{ member }] = await run("members", "add", "review", "--new-identity-file", identity)
    const copy = join(place.root, "copy")
    await cp(place.folder, copy, { recursive: true })
    const his: Place = { ...place, folder: copy, identityFile: identity }
    const vault = await openVault(place.world(), copy, { identityFile: identity })
    const device = vault.device
    await vault.commit([naming(vault, "Bolat Testov")])
    await vault.close()
    const [removed] = await run("members", "remove", member)
    assert.equal(removed.removed, member)
    const out = join(place.root, "bundle")
    assert.equal((await dalel(his, "bundle", "--out", out)).code, 0)
    const [preview] = await run("merge", out, "--preview")
    assert.ok(preview.quarantined >= 3 && preview.kinds[member].assert === 1)
    await run("merge", out)
    const [held] = await run("members", "quarantine")
    assert.deepEqual([held.why, held.adopt.device, held.members], ["cut", device, [member]])
    const count = async () => {
      const open = await place.open()
      const row = await open.db.one<{ n: number }>("SELECT count(*) AS n FROM i_statement WHERE live = 1")
      await sound(open)
      await open.close()
      return row!.n
    }
    assert.equal(await count(), 0)
    await run("members", "adopt", device)
    assert.equal(await count(), 1)
    assert.deepEqual(await run("members", "quarantine"), [])
    assert.equal((await dalel(place, "members", "adopt", device)).code, 1)
    const rows = await run("members")
    assert.deepEqual(
      rows
        .filter((row) => row.state)
        .map((row) => row.state)
        .sort(),
      ["member", "removed"],
    )
    assert.equal(rows.filter((row) => row.device).length, 2)
  }))

test("the shares drill opens a folder and a backup, and names the share that does not fit", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const shares = await splitKey(await makeRecovery(vault))
    const backup = join(place.root, "backup")
    await writeBackup(vault, backup)
    await vault.close()
    const files: string[] = []
    for (const share of shares) {
      files.push(join(place.root, `share-${share.index}`))
      await writeFile(files.at(-1)!, formatShare(share).join(" "))
    }
    const drill = (...args: string[]) => dalel(place, "members", "drill", ...args)
    const two = await drill("--share-file", files[0]!, "--share-file", files[2]!)
    assert.deepEqual([two.code, JSON.parse(two.lines[0]!).opens], [0, "vault"])
    const whole = await drill("--share-file", files[1]!, "--share-file", files[2]!, "--backup", backup)
    assert.deepEqual([whole.code, JSON.parse(whole.lines[0]!).opens], [0, "backup"])
    const other = {
      ...shares[1]!,
      bytes: Uint8Array.from(shares[1]!.bytes, (byte, at) => (at === 3 ? byte ^ 1 : byte)),
    }
    await writeFile(files[1]!, formatShare(other).join(" "))
    const named = await drill(...files.flatMap((file) => ["--share-file", file]))
    assert.deepEqual([named.code, JSON.parse(named.lines[0]!).wrongShare], [0, 2])
    assert.equal((await drill("--share-file", files[0]!, "--share-file", files[1]!)).code, 1)
    assert.equal((await drill("--share-file", files[0]!)).code, 2)
  }))

test("the drill on the desk opens a copy of the database with the shares alone, names the wrong one, and leaves nothing", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const shares = await splitKey(await makeRecovery(vault))
    const texts = shares.map((share) => formatShare(share).join(" "))
    const [before, keys] = [await readdir(place.folder), await readdir(join(place.folder, "keys"))]
    const { n } = (await vault.db.one<{ n: number }>("SELECT count(*) AS n FROM record"))!
    assert.deepEqual(await drillShares(vault, texts.slice(1)), { records: n, wrong: null })
    const bytes = Uint8Array.from(shares[1]!.bytes, (byte, at) => (at === 3 ? byte ^ 1 : byte))
    const odd = formatShare({ ...shares[1]!, bytes }).join(" ")
    assert.deepEqual(await drillShares(vault, [texts[0]!, odd, texts[2]!]), { records: n, wrong: 2 })
    await assert.rejects(drillShares(vault, [texts[0]!, odd]), refused("recovery/wrong-key"))
    await assert.rejects(drillShares(vault, [texts[0]!]), refused("share/too-few"))
    assert.deepEqual([await readdir(place.folder), await readdir(join(place.folder, "keys"))], [before, keys])
    await sound(vault)
    await vault.close()
  }))

test("who leaves must be held by another device, and then opens nothing here", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("words")), CLAIMED)
    await vault.close()
    const copy = join(place.root, "copy")
    await cp(place.folder, copy, { recursive: true })
    const carry = async (from: string, to: string, n: number) => {
      const out = join(place.root, `bundle-${n}`)
      const sender = await place.open({ folder: from })
      await writeBundle(sender, { out })
      await sender.close()
      const taker = await place.open({ folder: to })
      await mergeBundles(taker, out)
      return taker
    }
    const one = await place.open()
    await one.commit([naming(one, "Aida Testova")])
    await assert.rejects(leave(one), refused("member/not-acknowledged"))
    await one.close()
    await (await carry(place.folder, copy, 1)).close()
    const back = await carry(copy, place.folder, 2)
    assert.equal((await leave(back)).length, 1)
    await assert.rejects(place.open(), (error) => error instanceof DalelError)
    assert.deepEqual(await readdir(join(place.folder, "keys")), [])
    const other = await place.open({ folder: copy })
    assert.deepEqual([(await checkAll(other)).faults, (await checkAll(other)).checked.blobs], [[], 1])
    await other.close()
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
