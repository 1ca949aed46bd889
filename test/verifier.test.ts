import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { exportLog } from "../src/keep/logfile.js"
import type { Entry } from "../src/ledger/entry.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { addMember } from "../src/vault/members.js"
import { numbersFrom } from "../src/vault/simdisk.suite.js"
import type { Vault } from "../src/vault/vault.js"
import { dalel } from "./command.suite.js"
import { inPlace } from "./place.suite.js"
import { expungeEntries } from "./tombstone.suite.js"

const about = article("2020-01-01")
const python = spawnSync("python3", ["--version"]).status === 0 && spawnSync("openssl", ["version"]).status === 0
const script = join(process.cwd(), "docs/verify/verify.py")

async function naming(vault: Vault, text: string): Promise<Entry> {
  const person = makeId<EntityId>(vault.world.random)
  const { kind, body } = says(about, [person, "Person", "name", name(text)]) as Entry<"assert">
  return (await vault.commit([{ kind, body }]))[0]!
}

/** What both say of one file: exit code, and the faults as `fault  where`. */
async function both(place: Parameters<typeof dalel>[0], file: string) {
  const theirs = spawnSync("python3", [script, file], { encoding: "utf8" })
  const ours = await dalel(place, "verify", "--log", file)
  return { theirs: [theirs.status, theirs.stdout.trim(), theirs.stderr] as const, ours }
}

test(
  "the verifier in Python agrees with dalel verify on an exported log, good and damaged",
  {
    skip: python ? false : "needs python3 and openssl",
  },
  () =>
    inPlace(async (place) => {
      const vault = await place.create()
      const identityFile = join(place.root, "his")
      await addMember(vault, { role: "review", identityFile })
      const claimed = { url: null, published: null, lang: null, savedAt: null }
      await sealItem(vault, bytesItem("күн.txt", "upload", Buffer.from("words")), claimed)
      const gone = await naming(vault, "Gone Testov")
      await naming(vault, 'Айда \u{1f600} "Testova"')
      await expungeEntries(vault, [gone.id], { entities: [], sources: [], reason: "error" })
      const his = await openVault(place.world(), place.folder, { identityFile })
      await naming(his, "Bolat Testov")
      const file = join(place.root, "log")
      const { records } = await exportLog(his, file)
      await his.close()

      const good = await both(place, file)
      assert.equal(good.theirs[0], 0, good.theirs.join())
      assert.equal(good.ours.code, 0, good.ours.said)
      assert.match(good.theirs[1], new RegExp(`^OK ${records} records, 1 erased, `))
      const counts = (text: string) => text.match(/\d+ (records|erased|checkpoints)/g)
      assert.deepEqual(counts(good.theirs[1]), counts(good.ours.lines[0]!))

      const text = await readFile(file, "utf8")
      const lines = text.trimEnd().split("\n")
      const next = numbersFrom(7)
      const at = (kind: string) => lines.findIndex((line) => line.startsWith(`{"${kind}"`))
      const without = (n: number) => lines.filter((_, index) => index !== n)
      const swapped = (n: number) =>
        lines.map((line, index) => lines[index === n ? n + 1 : index === n + 1 ? n : index] ?? line)
      const changed = (n: number, from: string | RegExp, to: string) =>
        lines.map((line, index) => (index === n ? line.replace(from, to) : line))
      const last = lines.findLastIndex((line) => line.startsWith('{"note"'))
      const damaged: (readonly string[])[] = [
        without(at("note")),
        without(last),
        without(last - 1),
        without(at("open") + 1),
        without(at("c")),
        swapped(at("open")),
        swapped(at("c")),
        changed(at("note"), /\\n[0-9]+\\n/, "\\n1\\n"),
        changed(last, /(.)(....)"}$/, '$2$1"}'),
        changed(last, "/member/", "/member/x"),
        changed(at("open"), '\\"act\\":\\"found\\"', '\\"act\\":\\"add\\"'),
        changed(at("open") + 1, '\\"kind\\":\\"device\\"', '\\"kind\\":\\"devices\\"'),
        changed(lines.length - 2, /"first\\":\d+/, '"first\\":1'),
        [...lines.slice(0, -1), lines.at(-1)!.replace(/[A-Za-z](?=[^A-Za-z]*$)/, "A")],
        [...lines, '{"log":"00000000000000000000000000"}', '{"c":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}'],
      ]
      for (let round = 0; round < 12; round++) {
        const place = Math.floor(next() * text.length)
        const digit = String.fromCharCode(97 + Math.floor(next() * 26))
        damaged.push((text.slice(0, place) + digit + text.slice(place + 1)).trimEnd().split("\n"))
      }
      let named = 0
      for (const [n, some] of damaged.entries()) {
        const changedText = `${some.join("\n")}\n`
        if (changedText === text) continue
        await writeFile(file, changedText)
        const { theirs, ours } = await both(place, file)
        const told = `${n}: ${theirs.join(" ")} | ${ours.lines.join(" ")} ${ours.said}`
        assert.equal(theirs[2], "", told)
        assert.deepEqual([theirs[0], ours.code], [3, 3], told)
        // Where lines themselves cannot be read there is nothing to name.
        if (ours.lines.length === 0 || /^record-malformed {2}[A-Z]/.test(theirs[1])) continue
        named++
        assert.deepEqual(theirs[1].split("\n"), ours.lines, told)
      }
      assert.ok(named > 20, `${named} named`)
    }),
)
