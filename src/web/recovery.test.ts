import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { encode } from "uqr"
import { ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { makeDesk, PASSPHRASE } from "../../test/desk/fake.js"
import { type Running, runSite } from "../../test/desk/site.js"
import type { Desk } from "./desk.js"

const NEW = "nine loud rivers under snow"
let site: Running
let desk: Desk
let cookie = ""

before(async () => {
  desk = makeDesk({ state: "none" })
  site = await runSite(desk)
  cookie = await signIn(site.port, site.link())
})
after(() => site.stop())

const host = () => new URL(site.address).host
const get = (path: string) => ask(site.port, path, host(), { headers: { Cookie: cookie } })
async function post(path: string, fields: Readonly<Record<string, string>>, form: string) {
  const token = tokenIn((await get(form)).body)
  return ask(site.port, path, host(), {
    method: "POST",
    headers: { Cookie: cookie, Origin: site.address, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }).toString(),
  })
}
const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")

let groups: string[] = []

test("after the passphrase comes the sheet, before the first source; the desk reminds until it is on paper", async () => {
  const made = await post("/start", { passphrase: PASSPHRASE, again: PASSPHRASE }, "/start")
  assert.match(plain(made.body), /The vault is made. About \d+ bits.*Show the sheet/)
  assert.match(plain((await get("/recovery")).body), /Show the sheet/)
  assert.match(plain((await get("/")).body), /Put the recovery sheet on paper/)
  const sheet = await post("/recovery/sheet", {}, "/recovery")
  assert.equal(sheet.status, 200)
  assert.match(String(sheet.headers["cache-control"]), /no-store/)
  groups = [...sheet.body.matchAll(/<li>(\d{5})<\/li>/g)].map((match) => match[1]!)
  assert.equal(groups.length, 12)
  assert.match(plain((await get("/")).body), /Nobody has said yet/)
  const kept = await post("/recovery/kept", {}, "/recovery")
  assert.equal(kept.headers.location, "/")
  assert.doesNotMatch(plain((await get("/")).body), /Put the recovery sheet|Nobody has said yet/)
  for (const path of ["/", "/recovery", "/settings/keys", "/ledger"])
    for (const group of groups.slice(1)) assert.ok(!(await get(path)).body.includes(group), `${path} shows the key`)
})

test("the QR code on the sheet is that of the groups, drawn cell for cell", async () => {
  const { body } = await post("/recovery/sheet", {}, "/recovery")
  groups = [...body.matchAll(/<li>(\d{5})<\/li>/g)].map((match) => match[1]!)
  const { size, data } = encode(groups.join(" "), { ecc: "M", border: 4 })
  const drawn = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  const path = /class="qr"[\s\S]*?<path d="([^"]+)"/.exec(body)![1]!
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(run))
  assert.deepEqual(drawn, data)
  assert.match(body, new RegExp(`viewBox="0 0 ${size} ${size}"`))
})

test("a locked vault opens with the sheet and a new passphrase; a mistyped group is named and nothing is lost", async () => {
  assert.match((await post("/lock", {}, "/recovery")).headers.location as string, /unlock/)
  assert.match((await get("/unlock")).body, /href="\/recover"/)
  const typed = (change: Record<string, string>) =>
    post("/recover", { groups: groups.join(" "), passphrase: NEW, again: NEW, ...change }, "/recover")
  const wrong = groups
    .with(
      6,
      groups[6]!.replace(/^./, (digit) => String((Number(digit) + 1) % 10)),
    )
    .join(" ")
  const mistyped = await typed({ groups: wrong })
  assert.equal(mistyped.status, 400)
  assert.match(plain(mistyped.body), /A group of digits is mistyped\. Where: 7 · recovery\/wrong-group/)
  assert.ok(mistyped.body.includes(wrong), "what was typed is given back")
  assert.match(plain((await typed({ again: "other" })).body), /not the same/)
  assert.match(plain((await typed({ passphrase: "short", again: "short" })).body), /would be guessed/)
  assert.equal((await typed({})).headers.location, "/")
})

test("three shares come once, each with its own groups and code; the drill names a mistyped one; two open a locked vault", async () => {
  const own = makeDesk({ state: "open" })
  const other = await runSite(own)
  const mine = await signIn(other.port, other.link())
  const at = new URL(other.address).host
  const look = (path: string) => ask(other.port, path, at, { headers: { Cookie: mine } })
  const send = async (path: string, fields: readonly (readonly [string, string])[], form: string) =>
    ask(other.port, path, at, {
      method: "POST",
      headers: { Cookie: mine, Origin: other.address, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(
        [["token", tokenIn((await look(form)).body)] as const, ...fields].map(([a, b]): [string, string] => [a, b]),
      ).toString(),
    })
  try {
    assert.match(plain((await look("/recovery/drill")).body), /no recovery key/)
    const { body } = await send("/recovery/shares", [], "/recovery")
    const sheets = body.split('class="recovery-sheet share"').slice(1)
    const shares = sheets.map((sheet) => [...sheet.matchAll(/<li>(\d{5})<\/li>/g)].map((match) => match[1]!).join(" "))
    assert.deepEqual(
      shares.map((share) => share.split(" ").length),
      [13, 13, 13],
    )
    assert.equal(new Set(shares).size, 3)
    assert.deepEqual(
      sheets.map((sheet) => sheet.split('class="qr"').length),
      [2, 2, 2],
    )
    const drill = (...typed: string[]) =>
      send(
        "/recovery/drill",
        typed.map((text) => ["share", text] as const),
        "/recovery/drill",
      )
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      assert.match(plain((await drill(shares[a]!, shares[b]!, "")).body), /open a copy of this vault/)
    const mistyped = await drill(
      shares[0]!,
      shares[1]!.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    )
    assert.equal(mistyped.status, 400)
    assert.match(plain(mistyped.body), /\d{4}-2: 13/)
    assert.ok(mistyped.body.includes(shares[0]!), "nobody types 65 digits again for one of them")
    assert.equal((await drill(shares[0]!, "")).status, 400)
    await own.lock()
    const [passphrase, again] = [NEW, NEW]
    const opened = (groups: string) => send("/recover", Object.entries({ groups, passphrase, again }), "/recover")
    assert.notEqual((await opened(`${shares[0]} ${shares[0]}`)).status, 303, "one alone opens nothing")
    assert.equal((await opened(`${shares[0]}\n${shares[2]}`)).headers.location, "/")
  } finally {
    await other.stop()
  }
})

test("a passphrase is changed by whoever knows the old one, and is told what it is worth", async () => {
  const change = (fields: Record<string, string>) =>
    post("/settings/keys", { old: NEW, passphrase: PASSPHRASE, again: PASSPHRASE, ...fields }, "/settings/keys")
  assert.equal((await change({ old: PASSPHRASE })).status, 403)
  assert.match(plain((await change({ again: "other" })).body), /Nothing was changed/)
  const done = await change({})
  assert.equal(done.status, 200)
  assert.match(plain(done.body), /Changed\..* about 40 bits/)
  assert.match(plain(done.body), /still opens copies and backups/)
})

test("the sample makes no recovery sheet, and its desk does not ask for one", async () => {
  const sample = await runSite(makeDesk({ state: "open", sample: true }))
  const mine = await signIn(sample.port, sample.link())
  const at = new URL(sample.address).host
  const look = (path: string) => ask(sample.port, path, at, { headers: { Cookie: mine } })
  assert.doesNotMatch((await look("/recovery")).body, /action="\/recovery\/sheet"/)
  assert.doesNotMatch(plain((await look("/")).body), /recovery sheet/)
  await sample.stop()
})
