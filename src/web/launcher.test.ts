import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdtemp, rm, stat } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { type FakeOptions, PASSPHRASE } from "../../test/desk/fake.js"
import { DalelError } from "../model/refusals.js"
import { bellPlace, hangBell, ring } from "./bell.js"
import { type Launching, launch } from "./launcher.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const fake = new URL("../../test/desk/fake.js", import.meta.url)

const LOCKED: FakeOptions = { state: "locked" }
const launching = (options: FakeOptions, more: Partial<Launching> = {}): Launching => ({
  port: 0,
  desk: fake,
  own: { first: options, again: LOCKED, chosen: LOCKED },
  idle: 0,
  random,
  now: Date.now,
  ...more,
})

test("locking ends the process with the keys; the browser stays let in and is asked for the passphrase", async () => {
  const launched = await launch(launching({ state: "open", filled: true }))
  try {
    const [link] = launched.links()
    const { host, origin } = new URL(link)
    const cookie = await signIn(launched.port, link)
    const get = (path: string) => ask(launched.port, path, host, { headers: { Cookie: cookie } })
    const post = async (path: string, from: string, body: string) =>
      ask(launched.port, path, host, {
        method: "POST",
        headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
        body: `${body}&token=${encodeURIComponent(tokenIn((await get(from)).body))}`,
      })
    assert.equal((await get("/settings")).status, 200)
    assert.equal((await ask(launched.port, new URL(link).pathname, host)).status, 403, "the link is used up")

    const locked = await post("/lock", "/settings", "")
    assert.equal(locked.headers.location, "/unlock")
    // A connection that comes while no process is there waits for the next one.
    assert.equal((await get("/settings")).headers.location, "/unlock")
    assert.equal((await post("/unlock", "/unlock", "passphrase=wrong")).status, 403)
    assert.equal((await post("/unlock", "/unlock", `passphrase=${PASSPHRASE.replaceAll(" ", "+")}`)).status, 303)
    // Nothing of the first process is left: the sample it held is gone with it.
    assert.match((await get("/")).body, /No sources yet/)
  } finally {
    await launched.stop()
  }
  assert.equal((await ask(launched.port, "/", "x")).status, 0)
})

test("the other vault is served by another process: the sample opens by itself, one's own asks", async () => {
  const sample = { state: "open", filled: true, sample: true } satisfies FakeOptions
  const again = { ...sample, state: "locked" } satisfies FakeOptions
  const none: FakeOptions = { state: "none" }
  const launched = await launch({
    ...launching(none),
    own: { first: none, again: none, chosen: none },
    sample: { first: sample, again, chosen: sample },
  })
  try {
    const [link] = launched.links()
    const { host, origin } = new URL(link)
    const cookie = await signIn(launched.port, link)
    const get = (path: string) => ask(launched.port, path, host, { headers: { Cookie: cookie } })
    const post = async (path: string, from: string, body: string) =>
      ask(launched.port, path, host, {
        method: "POST",
        headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
        body: `${body}&token=${encodeURIComponent(tokenIn((await get(from)).body))}`,
      })
    assert.equal((await post("/elsewhere", "/welcome", "to=sample")).headers.location, "/tour")
    assert.match((await get("/")).body, /Sample: invented people/)
    await post("/lock", "/settings", "")
    assert.equal((await get("/")).headers.location, "/unlock", "a lock is a lock, of the sample too")
    assert.equal((await post("/elsewhere", "/unlock", "to=sample")).headers.location, "/")
    assert.equal((await get("/settings")).status, 200)
    assert.equal((await post("/elsewhere", "/settings", "to=own")).headers.location, "/start")
    assert.equal((await get("/")).headers.location, "/welcome")
  } finally {
    await launched.stop()
  }
})

test("who guesses passphrases waits, and going to the sample and back does not shorten it", async () => {
  const sample = { state: "open", filled: true, sample: true } satisfies FakeOptions
  const both = launching(LOCKED, { sample: { first: sample, again: sample, chosen: sample } })
  const launched = await launch(both)
  try {
    const [link] = launched.links()
    const { host, origin } = new URL(link)
    const cookie = await signIn(launched.port, link)
    const post = async (path: string, from: string, body: string) =>
      ask(launched.port, path, host, {
        method: "POST",
        headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
        body: `${body}&token=${encodeURIComponent(
          tokenIn((await ask(launched.port, from, host, { headers: { Cookie: cookie } })).body),
        )}`,
      })
    const guess = async () => (await post("/unlock", "/unlock", "passphrase=wrong")).status
    const first = [await guess(), await guess(), await guess(), await guess(), await guess(), await guess()]
    assert.deepEqual([first.slice(0, 3), first.includes(429)], [[403, 403, 403], true])
    await post("/elsewhere", "/unlock", "to=sample")
    await post("/elsewhere", "/settings", "to=own")
    // A process that had forgotten would look at three more.
    assert.ok([await guess(), await guess(), await guess()].includes(429))
  } finally {
    await launched.stop()
  }
})

test("the process with the keys can reach nobody, whatever it runs", async () => {
  let reached = 0
  const canary = createServer(() => reached++).listen(0, "127.0.0.1")
  await once(canary, "listening")
  const desk = new URL("../../test/desk/outward.js", import.meta.url)
  const { port } = canary.address() as AddressInfo
  try {
    const launched = await launch({
      ...launching({ state: "locked" }),
      desk,
      own: { first: { port }, again: { port }, chosen: { port } },
    })
    await launched.stop()
    assert.equal(reached, 0)
  } finally {
    canary.close()
  }
})

test("a taken port and a desk that cannot be opened are refused by name", async () => {
  const launched = await launch(launching({ state: "locked" }))
  try {
    await assert.rejects(launch(launching({ state: "locked" }, { port: launched.port })), (error) => {
      assert.ok(error instanceof DalelError)
      return error.code === "web/port-taken"
    })
  } finally {
    await launched.stop()
  }
  const broken = launching({ state: "locked" }, { desk: new URL("file:///nowhere/desk.js") })
  await assert.rejects(launch(broken), (error) => error instanceof DalelError && error.code === "internal")
})

test("a server that runs can be asked for fresh links, by its own user only, and runs once", async (t) => {
  if (process.platform === "win32") return t.skip("file modes mean nothing on Windows")
  const state = await mkdtemp(join(tmpdir(), "dalel-"))
  const place = bellPlace(state, "/vault", process.platform)
  assert.equal(await ring(place), null)
  let rung = 0
  const bell = await hangBell(place, () => [`http://one/${rung++}`, "http://two/"])
  try {
    assert.deepEqual(await ring(place), ["http://one/0", "http://two/"])
    assert.deepEqual(await ring(place), ["http://one/1", "http://two/"])
    assert.equal((await stat(place)).mode & 0o777, 0o600)
    await assert.rejects(
      hangBell(place, () => []),
      (error) => error instanceof DalelError && error.code === "vault/in-use",
    )
    assert.equal(await ring(bellPlace(state, "/other", process.platform)), null)
  } finally {
    bell.close()
    await rm(state, { recursive: true })
  }
})
