import assert from "node:assert/strict"
import { connect } from "node:net"
import { networkInterfaces } from "node:os"
import { after, before, test } from "node:test"
import { type Answered, type Asked, ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { makeDesk } from "../../test/desk/fake.js"
import { type Running, runSite } from "../../test/desk/site.js"
import { CHECKS, type CheckName, HEADERS } from "./guard.js"
import type { Site } from "./server.js"

/**
 * One attack for each line of the guard. Each is refused with the guard whole and gets through with that one line taken
 * out: so every line is needed, and every test can fail.
 */
interface Attack {
  readonly what: string
  /** What is taken out of the server. */
  readonly without: Partial<Site>
  run(site: Running, cookie: string): Promise<Answered>
}

const without = (name: CheckName): Partial<Site> => ({ checks: CHECKS.filter((check) => check.name !== name) })

const own = ({ address }: Running) => new URL(address).host
const get = (site: Running, cookie: string, path: string, more: Asked["headers"] = {}, host = own(site)) =>
  ask(site.port, path, host, { headers: { Cookie: cookie, ...more } })
const post = (site: Running, cookie: string, path: string, body: string, more: Asked["headers"] = {}) =>
  ask(site.port, path, own(site), {
    method: "POST",
    headers: { Cookie: cookie, Origin: site.address, "Content-Type": "application/x-www-form-urlencoded", ...more },
    body,
  })
const token = async (site: Running, cookie: string) => tokenIn((await get(site, cookie, "/settings")).body)

const ATTACKS: readonly Attack[] = [
  {
    what: "host: a page of the web that points its own name at 127.0.0.1",
    without: without("host"),
    run: (site, cookie) => get(site, cookie, "/", {}, `evil.example:${site.port}`),
  },
  {
    what: "upgrade: a WebSocket from any page",
    without: without("upgrade"),
    run: (site, cookie) => get(site, cookie, "/", { Connection: "Upgrade", Upgrade: "websocket" }),
  },
  {
    what: "service worker: a script that would outlive the server",
    without: without("service-worker"),
    run: (site, cookie) => get(site, cookie, "/assets/desk.js", { "Service-Worker": "script" }),
  },
  {
    what: "Sec-Fetch-Site: another local server's page (same site) asks",
    without: without("fetch-site"),
    run: (site, cookie) => get(site, cookie, "/", { "Sec-Fetch-Site": "same-site" }),
  },
  {
    what: "Sec-Fetch-Site: `none` is no excuse for a write",
    without: without("fetch-site"),
    run: async (site, cookie) =>
      post(site, cookie, "/language", `lang=ru&token=${await token(site, cookie)}`, { "Sec-Fetch-Site": "none" }),
  },
  {
    what: "Origin: a form of another page, token and all",
    without: without("origin"),
    run: async (site, cookie) =>
      post(site, cookie, "/language", `lang=ru&token=${await token(site, cookie)}`, { Origin: "http://evil.example" }),
  },
  {
    what: "Origin: null, as a sandboxed frame sends it",
    without: without("origin"),
    run: async (site, cookie) =>
      post(site, cookie, "/language", `lang=ru&token=${await token(site, cookie)}`, { Origin: "null" }),
  },
  {
    what: "cookie: another user of this computer, who knows the address",
    without: without("cookie"),
    run: (site) => get(site, "", "/assets/dalel.css"),
  },
  {
    what: "cookie: one we did not sign",
    without: without("cookie"),
    run: (site, cookie) =>
      get(
        site,
        cookie.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
        "/assets/dalel.css",
      ),
  },
  {
    what: "form token: a form that this server did not make",
    without: { checkForms: false },
    run: (site, cookie) => post(site, cookie, "/language", "lang=ru"),
  },
]

for (const attack of ATTACKS)
  test(`refused: ${attack.what}`, async () => {
    for (const [change, refused] of [
      [{}, true],
      [attack.without, false],
    ] as const) {
      const site = await runSite(makeDesk({ state: "open", filled: true }), change)
      const { status } = await attack.run(site, await signIn(site.port, site.link()))
      await site.stop()
      if (refused) assert.ok(status === 0 || (status >= 400 && status < 500), `answered ${status}`)
      else assert.ok(status >= 200 && status < 400, `refused (${status}) without that line: another line does its work`)
    }
  })

test("refused: the passphrase page is not the only locked page", async () => {
  for (const [change, location] of [
    [{}, "/unlock"],
    [{ checkPassphrase: false }, undefined],
  ] as const) {
    const site = await runSite(makeDesk({ state: "locked", filled: true }), change)
    const { headers, status } = await get(site, await signIn(site.port, site.link()), "/settings")
    await site.stop()
    assert.equal(headers.location, location)
    if (location === undefined) assert.equal(status, 200)
  }
})

let site: Running
let cookie: string
before(async () => {
  site = await runSite(makeDesk({ state: "open", filled: true }))
  cookie = await signIn(site.port, site.link())
})
after(() => site.stop())

test("only 127.0.0.1 listens", async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== "127.0.0.1" && !address.startsWith("fe80"))
  for (const host of [...others, "127.0.0.2"]) {
    const refused = await new Promise((resolve) => {
      const socket = connect({ host, port: site.port })
      socket.on("connect", () => {
        socket.destroy()
        resolve(false)
      })
      socket.on("error", () => resolve(true))
    })
    assert.ok(refused, host)
  }
})

test("a stranger's Host gets not a byte, two Hosts neither", async () => {
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      let heard = ""
      const socket = connect(site.port, "127.0.0.1", () => socket.write(text))
      socket.on("data", (chunk) => {
        heard += chunk
      })
      socket.on("close", () => resolve(heard))
      socket.on("error", () => {})
    })
  assert.equal(await raw(`GET / HTTP/1.1\r\nHost: localhost:${site.port}\r\n\r\n`), "")
  assert.equal(await raw(`GET / HTTP/1.1\r\nHost: ${own(site)}\r\nHost: ${own(site)}\r\n\r\n`), "")
  for (const host of [
    `evil-${own(site)}`,
    `evil.${own(site)}`,
    own(site).replace(":", ".evil.example:"),
    `${own(site)}0`,
  ])
    assert.equal(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`), "", host)
  assert.equal(await raw("GET / HTTP/1.1\r\n\r\n"), "")
  assert.equal(await raw("CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n"), "")
})

test("both names are answered, each with its own Origin only", async () => {
  const local = `127.0.0.1:${site.port}`
  assert.equal((await get(site, cookie, "/", {}, local)).status, 200)
  const crossed = await post(site, cookie, "/language", `lang=en&token=${await token(site, cookie)}`, {
    Origin: `http://${local}`,
  })
  assert.equal(crossed.status, 403)
})

test("a link works once, and only as it was given", async () => {
  const link = new URL(site.link())
  const first = await ask(site.port, link.pathname, link.host)
  assert.equal(first.status, 303)
  assert.equal(first.headers.location, "/")
  assert.match(String(first.headers["set-cookie"]), /; Path=\/; HttpOnly; SameSite=Strict$/)
  assert.equal((await ask(site.port, link.pathname, link.host)).status, 403)
  assert.equal((await ask(site.port, "/in/", link.host)).status, 404)
  assert.equal((await ask(site.port, "/in/AAAA", link.host)).status, 403)
})

test("every answer carries the headers, refusals and style sheets too", async () => {
  const answers = [
    await get(site, cookie, "/"),
    await get(site, cookie, "/assets/dalel.css"),
    await get(site, cookie, "/nowhere"),
    await get(site, "", "/"),
    await get(site, cookie, "/", { "Sec-Fetch-Site": "cross-site" }),
    await post(site, cookie, "/language", "lang=ru"),
  ]
  for (const { headers, status } of answers)
    for (const [name, value] of Object.entries(HEADERS))
      assert.equal(headers[name.toLowerCase()], value, `${status} ${name}`)
})

test("one browser's form token is not another's", async () => {
  const other = await signIn(site.port, site.link())
  const body = `lang=ru&token=${await token(site, other)}`
  assert.equal((await post(site, cookie, "/language", body)).status, 403)
  assert.equal((await post(site, other, "/language", body)).status, 303)
})

test("a write to a vault that was locked meanwhile says so", async () => {
  const desk = makeDesk({ state: "open", filled: true })
  const own = await runSite(desk)
  const mine = await signIn(own.port, own.link())
  const known = await token(own, mine)
  await desk.lock()
  const answer = await post(own, mine, "/undo", `entry=x&token=${known}`)
  await own.stop()
  assert.equal(answer.status, 403)
  assert.match(answer.body, /The vault is locked/)
})
