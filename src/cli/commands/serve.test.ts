import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { test } from "node:test"
import { fileURLToPath } from "node:url"
import { ask, signIn, tokenIn } from "../../../test/desk/ask.js"
import { inPlace, type Place } from "../../../test/place.suite.js"

const program = fileURLToPath(new URL("../../../../bin/dalel.mjs", import.meta.url))

function serve(place: Place, ...args: string[]) {
  const child = spawn(process.execPath, [program, "serve", "--vault", place.folder, ...args], {
    env: { ...process.env, DALEL_STATE: place.state, LANG: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  child.stderr.on("data", (chunk) => {
    said += chunk
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exited = once(child, "exit").then(([code]) => code as number)
  return { child, exited, said: () => said, line: async () => String((await lines.next()).value) }
}

test("serve: two links, an open desk, fresh links, lock, and a clean end on SIGTERM", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const server = serve(place, "--identity-file", place.identityFile)
    const [named, numbered] = [await server.line(), await server.line()]
    assert.match(named, /^http:\/\/[a-z2-7]{16}\.localhost:\d+\/in\/[\w-]{43}$/)
    assert.match(numbered, /^http:\/\/127\.0\.0\.1:\d+\/in\/[\w-]{43}$/)
    const { port, host, origin } = new URL(named)
    const cookie = await signIn(Number(port), named)
    const get = (path: string) => ask(Number(port), path, host, { headers: { Cookie: cookie } })
    const home = await get("/")
    assert.match(home.body, /No sources yet/, "the identity file opened it")

    const again = serve(place, "--link")
    const fresh = await again.line()
    assert.equal(await again.exited, 0)
    assert.equal(new URL(fresh).host, host)
    assert.notEqual(fresh, named)

    const second = serve(place, "--identity-file", place.identityFile)
    assert.equal(await second.exited, 1)
    assert.match(second.said(), /Another process has this vault open/)

    const locked = await ask(Number(port), "/lock", host, {
      method: "POST",
      headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
      body: `token=${tokenIn(home.body)}`,
    })
    assert.equal(locked.status, 303)
    assert.equal((await get("/")).headers.location, "/unlock", "the identity file does not open it again")

    server.child.kill("SIGTERM")
    assert.equal(await server.exited, 0)
    assert.equal(server.said(), "")
    const none = serve(place, "--link")
    assert.equal(await none.exited, 1)
    assert.match(none.said(), /No server of this vault is running/)
    await (await place.open()).close()
  }))
