import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdir, readdir, stat, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { test } from "node:test"
import { createVault } from "../src/index/open.js"
import { dalel } from "./command.suite.js"
import { ask, signIn } from "./desk/ask.js"
import { inPlace, type Place } from "./place.suite.js"

/** A vault that is open in one process: commands are handed to it, by its own user and member alone. */

async function served(
  place: Place,
  work: (get: (path: string) => Promise<{ body: string }>, lock: () => void) => Promise<void>,
) {
  const program = join(process.cwd(), "bin/dalel.mjs")
  const args = ["serve", "--vault", place.folder, "--identity-file", place.identityFile]
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DALEL_STATE: place.state },
    stdio: ["ignore", "pipe", "inherit"],
  })
  try {
    const [link] = (await once(createInterface({ input: child.stdout }), "line")) as [string]
    const { port, host } = new URL(link)
    const cookie = await signIn(Number(port), link)
    await work(
      (path) => ask(Number(port), path, host, { headers: { Cookie: cookie } }),
      () => child.kill("SIGTERM"),
    )
  } finally {
    if (child.exitCode === null) {
      child.kill("SIGTERM")
      await once(child, "exit")
    }
  }
}

const doorIn = async (place: Place) =>
  join(place.state, (await readdir(place.state)).find((name) => name.startsWith("door-"))!)

test("commands for a vault that the desk has open run in its process, with their lines, errors and exit codes", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const folder = join(place.root, "pages")
    await mkdir(folder)
    await writeFile(join(folder, "a.txt"), "Words about a kestrel.\n")
    await served(place, async (get) => {
      const door = await doorIn(place)
      const { mode } = await stat(door)
      assert.equal(mode & 0o777, 0o600)
      const before = process.cwd()
      process.chdir(folder)
      const added = await dalel(place, "add", "a.txt", "--read", "--json").finally(() => process.chdir(before))
      assert.equal(added.code, 0, added.said)
      assert.equal(JSON.parse(added.lines[0]!).status, "sealed", "found from the folder it was called in")
      assert.match((await get("/sources")).body, /a\.txt/, "the desk sees it at once")
      const found = await dalel(place, "search", "kestrel", "--json")
      assert.equal(found.lines.length, 1)
      const missing = await dalel(place, "add", join(folder, "none.txt"))
      assert.deepEqual([missing.code, missing.lines], [1, []])
      assert.match(missing.said, /file\/not-found/)
      const verified = await dalel(place, "verify", "--json")
      assert.deepEqual([verified.code, JSON.parse(verified.lines[0]!).ok], [0, true])
      const { source } = JSON.parse(added.lines[0]!)
      const what = ["expunge", "--source", source, "--reason", "error"]
      const digest = JSON.parse((await dalel(place, ...what, "--json")).lines[0]!).digest
      assert.equal((await dalel(place, ...what, "--confirm", digest)).code, 0)
      assert.doesNotMatch((await get("/sources")).body, /a\.txt/, "and goes on with the new database")
      assert.equal((await dalel(place, "search", "kestrel", "--json")).lines.length, 0)
    })
    await (await place.open()).close()
  }))

test("whoever has not the vault's keys is not served, and a door that others could have hung is not spoken to", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const other = join(place.root, "other-identity")
    await (await createVault(place.world(), join(place.root, "other"), { identityFile: other, sample: false })).close()
    await served(place, async () => {
      const door = await doorIn(place)
      for (const line of ["{}", "junk", JSON.stringify({ asked: '{"name":"dump","args":[],"cwd":"/"}', mac: "x" })]) {
        const socket = connect(door)
        const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
        assert.match(String((await lines.next()).value), /^\{"nonce":"[\w+/]{43}="\}$/)
        socket.write(`${line}\n`)
        assert.match(String((await lines.next()).value), /"failed"/)
        assert.equal((await lines.next()).done, true)
      }
      const endless = connect(door)
      endless.on("error", () => {})
      await new Promise((done) => endless.once("data", done))
      endless.write("x".repeat(2 << 20))
      await new Promise((done) => endless.once("close", done))
      assert.equal((await dalel(place, "search", "anything")).code, 0, "it still serves")

      await chmod(door, 0o666)
      const shy = await dalel(place, "search", "anything")
      assert.equal(shy.code, 1)
      assert.match(shy.said, /dalel serve, process \d+/, "says who holds it instead")
    })
  }))
