import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { chmod, cp, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { checkAll } from "../src/index/check.js"
import { openVault } from "../src/index/open.js"
import { search } from "../src/index/search.js"
import { DalelError } from "../src/model/refusals.js"
import { FORMAT } from "../src/vault/folder.js"
import type { Way } from "../src/vault/open.js"
import { inPlace, type Place } from "./place.suite.js"

/** Vaults that were written once and are kept: see test/vaults/README.md. */

const KEPT = join(process.cwd(), "test", "vaults")
const formats = readdirSync(KEPT).filter((name) => /^format-\d+$/.test(name))

async function copied(place: Place, format: string): Promise<Way> {
  await cp(join(KEPT, format, "vault"), place.folder, { recursive: true })
  await cp(join(KEPT, format, "identity"), place.identityFile)
  await chmod(place.identityFile, 0o600)
  return { identityFile: place.identityFile }
}

test("there is a kept vault of the present format", () => {
  assert.ok(formats.includes(`format-${FORMAT}`), formats.join())
})

for (const format of formats)
  test(`the kept vault of ${format} opens with its identity and its passphrase, is whole, and goes on`, () =>
    inPlace(async (place) => {
      const identity = await copied(place, format)
      for (const way of [identity, { passphrase: "seven quiet mountains in rain" }]) {
        const vault = await openVault(place.world(), place.folder, way)
        assert.deepEqual((await checkAll(vault)).faults, [])
        assert.equal((await search(vault.db, "Testova", 5)).hits[0]?.kind, "entity")
        await vault.commit([{ kind: "backup", body: { bytes: 1, sha256: "0".repeat(64) } }])
        await vault.close()
      }
    }))

interface Damage {
  readonly title: string
  readonly remove?: string
  readonly cut?: string
  readonly flip?: string
  readonly fill?: string
  readonly replace?: string
  readonly find?: string
  readonly with?: string
  readonly at?: number
  readonly says: string
}

const damages = JSON.parse(readFileSync(join(KEPT, "damaged.json"), "utf8")) as Damage[]

for (const damage of damages)
  test(`damaged: ${damage.title} is named, and nothing else comes of it`, () =>
    inPlace(async (place) => {
      const way = await copied(place, `format-${FORMAT}`)
      await spoil(place.folder, damage)
      assert.match(await verdict(place, way), new RegExp(`^(?:${damage.says})`, "m"))
    }))

async function spoil(folder: string, damage: Damage): Promise<void> {
  const { remove, cut, flip, fill, replace, at = 0 } = damage
  const path = join(folder, (remove ?? cut ?? flip ?? fill ?? replace)!)
  if (remove !== undefined) return rm(path)
  const bytes = await readFile(path)
  if (flip !== undefined) bytes[at < 0 ? bytes.length + at : at]! ^= 16
  if (fill !== undefined) bytes.fill(0)
  const text = bytes.toString("latin1")
  if (replace !== undefined) assert.ok(text.includes(damage.find!), "the corpus fits its vault")
  const changed = replace === undefined ? bytes : Buffer.from(text.replace(damage.find!, damage.with!), "latin1")
  await writeFile(path, cut === undefined ? changed : bytes.subarray(0, at))
}

/** How it is refused, else what verifying finds, a line each. */
async function verdict(place: Place, way: Way): Promise<string> {
  try {
    const vault = await openVault(place.world(), place.folder, way)
    try {
      return (await checkAll(vault)).faults.map(({ fault }) => fault).join("\n")
    } finally {
      await vault.close()
    }
  } catch (error) {
    if (error instanceof DalelError) return error.code
    throw error
  }
}
