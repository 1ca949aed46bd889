import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import fc from "fast-check"
import { type Answered, ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { makeDesk, PASSPHRASE } from "../../test/desk/fake.js"
import { type Running, runSite } from "../../test/desk/site.js"
import type { EntryId, SourceId } from "../model/id.js"
import type { Desk } from "./desk.js"
import { ROUTES } from "./pages/index.js"

const desk: Desk = makeDesk({ state: "open", filled: true })
let site: Running
let cookie = ""
let source: SourceId
let token = ""

before(async () => {
  site = await runSite(desk)
  cookie = await signIn(site.port, site.link())
  source = (await desk.sources({ page: 1, size: 1 })).rows[0]!.card.id
  token = tokenIn((await get("/settings")).body)
})
after(() => site.stop())

const host = () => new URL(site.address).host
const get = (path: string) => ask(site.port, path, host(), { headers: { Cookie: cookie } })
function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  type?: string,
  body?: string | Uint8Array,
): Promise<Answered> {
  return ask(site.port, path, host(), {
    method: "POST",
    headers: { Cookie: cookie, Origin: site.address, "Content-Type": type ?? "application/x-www-form-urlencoded" },
    body: body ?? new URLSearchParams({ token, ...fields }).toString(),
  })
}
/** A form sent, and the page it leads to. */
async function done(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { status, headers } = await post(path, fields)
  assert.equal(status, 303, path)
  return (await get(String(headers.location))).body
}
const plain = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ")

test("accept, undo, reject, edit: each a form, each shown where it was done", async () => {
  const at = `/sources/${source}`
  const accepted = await done(`${at}/decide`, { number: "1", verdict: "accept", audience: "team" })
  assert.match(plain(accepted), /Accepted: person: Dana Oralbek Undo/)
  assert.match(plain(accepted), /1 of 9 decided/)
  assert.match(plain(accepted), /Proposal 2 of 9/, "the next one is shown")
  const entry = /name="entry" value="(\w+)"/.exec(accepted)![1]!
  assert.match(plain(await done("/undo", { entry, back: `${at}?n=1` })), /0 of 9 decided .*Proposal 1 of 9/)

  assert.match(
    plain(await done(`${at}/decide`, { number: "2", verdict: "reject" })),
    /Rejected: organisation: Ashyq Esik/,
  )
  assert.equal((await post(`${at}/decide`, { number: "2", verdict: "accept", audience: "team" })).status, 409)

  const form = (await get(`${at}?n=3&edit=1`)).body
  assert.match(form, /name="s3.edtf" value="2031-05-14"/)
  const edited = await done(`${at}/decide`, {
    number: "3",
    verdict: "edit",
    audience: "restricted",
    "s0.code": "hearing",
    "s1.entity": "p1",
    "s2.entity": "l1",
    "s2.out": "yes",
    "s3.edtf": "2031-05-15",
    "s3.words": "on May 14",
  })
  assert.match(plain(edited), /Accepted as edited/)
  const view = await desk.source(source)
  const { state } = view.proposals[2]!
  assert.equal(state.is, "edited")
  if (state.is !== "edited") return
  assert.deepEqual(
    state.as.map(({ property, value }) => [
      property,
      value.type === "code" ? value.code : value.type === "date" ? value.edtf : value.type,
    ]),
    [
      ["kind", "hearing"],
      ["person", "entity"],
      ["date", "2031-05-15"],
    ],
  )
  assert.equal(state.audience, "restricted")
})

test("a wrong edit says what is wrong and changes nothing", async () => {
  const answer = await post(`/sources/${source}/decide`, {
    number: "5",
    verdict: "edit",
    audience: "team",
    "s4.edtf": "sometime",
  })
  assert.equal(answer.status, 400)
  assert.match(plain(answer.body), /This date cannot be read\. Where: date/)
  assert.equal((await desk.source(source)).proposals[4]!.state.is, "proposed")
})

test("what rests on a rejected proposal, or on one to be decided alone, is not among the rest", async () => {
  const at = `/sources/${source}`
  const offered = async () =>
    [...(await get(`${at}/batch`)).body.matchAll(/name="number" value="(\d+)"/g)].map((match) => Number(match[1]))
  const { proposals } = await desk.source(source)
  const pointsAt = (about: string) =>
    proposals
      .filter(({ proposal, state }) => state.is === "proposed" && proposal.grave === null && proposal.about !== about)
      .filter(({ proposal }) =>
        proposal.statements.some(({ value }) => value.type === "entity" && value.entity === about),
      )
      .map(({ proposal }) => proposal.number)
  const before = await offered()
  const named = proposals.find(
    ({ proposal, state }) => state.is === "proposed" && pointsAt(proposal.about).some((one) => before.includes(one)),
  )!.proposal
  const entry = await desk.decide({ source, numbers: [named.number], verdict: { is: "reject", why: null }, same: {} })
  const after = await offered()
  for (const number of [named.number, ...pointsAt(named.about)]) assert.ok(!after.includes(number), String(number))
  await desk.undo(entry)
  assert.deepEqual(await offered(), before)
})

test("accepting the rest leaves out what must be decided alone, even when it is asked for", async () => {
  const at = `/sources/${source}`
  const page = plain((await get(`${at}/batch`)).body)
  assert.match(page, /It speaks of a death/)
  const numbers = [...(await get(`${at}/batch`)).body.matchAll(/name="number" value="(\d+)"/g)].map(
    (match) => match[1]!,
  )
  assert.ok(!numbers.includes("9"))
  const body = new URLSearchParams([
    ["token", token],
    ...[...numbers, "9"].map((number): [string, string] => ["number", number]),
  ]).toString()
  const { headers } = await post(`${at}/batch`, {}, undefined, body)
  const after = plain((await get(String(headers.location))).body)
  assert.match(after, new RegExp(`${numbers.length} proposals accepted in bulk Undo`))
  assert.equal((await desk.source(source)).proposals[8]!.state.is, "proposed")
  assert.match(after, /in bulk/)
})

test("a fact by hand: paste, choose the place, say what it tells", async () => {
  const at = `/sources/${source}`
  const missing = await post(`${at}/words`, { words: "these words are not there" })
  assert.equal(missing.status, 400)
  assert.match(plain(missing.body), /do not stand in the text/)
  const many = await post(`${at}/words`, { words: "Belkent" })
  assert.match(plain(many.body), /more than once/)
  const places = [...many.body.matchAll(/state\?p=(\d+-\d+)/g)].map((match) => match[1]!)
  assert.ok(places.length > 1)
  const found = await post(`${at}/words`, { words: "detained   in\r\nBelkent" })
  assert.equal(found.status, 303, "white space is folded")
  const place = /p=(\d+-\d+)$/.exec(String(found.headers.location))![1]!
  const stated = await done(`${at}/state`, {
    p: place,
    schema: "Detention",
    about: "",
    "f.kind.code": "arrest",
    "f.place.name": "Belkent",
    "f.date.edtf": "2031-01",
    "f.date.words": "",
    audience: "team",
  })
  assert.match(plain(stated), /Stated by hand: date January 2031 Undo/)
  assert.match(plain(stated), /by hand/)
  assert.equal((await post(`${at}/state`, { p: place, schema: "Detention", about: "", audience: "team" })).status, 400)
})

test("a selection knows its place: the same words twice need no question", async () => {
  const { reading } = await desk.source(source)
  const second = reading!.text.indexOf("Belkent", reading!.text.indexOf("Belkent") + 1)
  const { headers } = await post(`/sources/${source}/words`, { words: "Belkent", from: String(second) })
  assert.equal(headers.location, `/sources/${source}/state?p=${second}-${second + 7}`)
})

test("a search leaves no word in any address", async () => {
  const { headers } = await post("/search", { query: "Dana Oralbek" })
  const address = String(headers.location)
  assert.match(address, /^\/search\/[0-9a-f]{24}$/)
  assert.match(plain((await get(address)).body), /Dana Oralbek/)
  assert.equal((await get("/search/000000000000000000000000")).status, 404)
})

test("a search by the letters as they are written keeps to it, page by page", async (t) => {
  const asked = t.mock.method(desk, "search")
  const sent = await post("/search", { query: "Dana Oralbek", only: "written" })
  const address = String(sent.headers.location)
  assert.match(address, /^\/search\/[0-9a-f]{24}\?only=written$/)
  assert.match((await get(address)).body, /<input[^>]+name="only"[^>]+checked/)
  assert.doesNotMatch((await get(address.split("?")[0]!)).body, /<input[^>]+name="only"[^>]+checked/)
  assert.deepEqual(
    asked.mock.calls.map(({ arguments: [query, , transliteration] }) => [query, transliteration]),
    [
      ["Dana Oralbek", false],
      ["Dana Oralbek", true],
    ],
  )
})

test("every page has one neutral title, and no address on it holds a name or a word", async () => {
  const person = (await desk.cases({ page: 1, size: 9 })).rows[0]!.id
  for (const path of [
    "/",
    "/sources",
    "/cases",
    `/cases/${person}`,
    `/entities/${person}`,
    `/sources/${source}`,
    "/ledger",
    "/add",
  ]) {
    const { body, status } = await get(path)
    assert.equal(status, 200, path)
    assert.match(body, /<title>Dalel<\/title>/, path)
    for (const [, address = ""] of body.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
      assert.match(address, /^(\/|#)/, `${path} leads elsewhere: ${address}`)
      assert.doesNotMatch(decodeURIComponent(address), /Dana|Oralbek|Karasu|Belkent|Courier/i, path)
    }
    // What would break the content security policy, or keep something in the browser.
    assert.doesNotMatch(body, / style=| on[a-z]+=|<style|<script(?! src)/, path)
    for (const [form] of body.matchAll(/<form[^>]*>/g)) assert.match(form, /autocomplete="off"/, path)
  }
})

test("hostile words are shown as words", async () => {
  const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`
  const { headers } = await post("/search", { query: hostile })
  const { body } = await get(String(headers.location))
  assert.ok(!body.includes("<script>alert"))
  assert.ok(!body.includes("<img"))
})

test("files: sealed, known by name, refused when empty; nothing chosen is said", async () => {
  const form = new FormData()
  form.set("token", token)
  form.append("files", new File(["<p>text</p>"], "page.html", { type: "text/html" }))
  form.append("files", new File([], "empty.pdf", { type: "application/pdf" }))
  const request = new Request("http://x/", { method: "POST", body: form })
  const type = request.headers.get("content-type")!
  const { headers, status } = await post("/add", {}, type, new Uint8Array(await request.arrayBuffer()))
  assert.equal(status, 303)
  const page = plain((await get(String(headers.location))).body)
  assert.match(page, /page\.html/)
  assert.match(page, /empty\.pdf The file is empty/)
  const nothing = await post("/add", { text: "  " })
  assert.equal(nothing.status, 400)
  assert.match(plain(nothing.body), /Choose a file or paste/)
  assert.equal((await post("/add", { text: "x", published: "yesterday" })).status, 400)
})

test("the way back is always ours", async () => {
  for (const back of [
    "//evil.example/",
    "http://evil.example",
    "/\\evil",
    "javascript:alert(1)",
    "",
    "/settings\r\nX: y",
  ]) {
    const { headers } = await post("/language", { lang: "en", back })
    assert.equal(headers.location, "/", back)
  }
  assert.equal((await post("/language", { lang: "ru", back: "/settings" })).headers.location, "/settings")
})

test("limits: a form too large is refused before it is read to the end", async () => {
  assert.equal((await post("/search", { query: "x".repeat(400_000) })).status, 413)
  assert.equal((await post("/search", { query: "x".repeat(500) })).status, 413)
  assert.equal((await post("/search", {}, undefined, `token=${token}${"&a=b".repeat(3000)}`)).status, 400)
})

test("set up and unlock", async () => {
  const own = await runSite(makeDesk({ state: "none" }))
  const mine = await signIn(own.port, own.link())
  const headers = { Cookie: mine }
  const at = new URL(own.address).host
  const start = await ask(own.port, "/start", at, { headers })
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    ask(own.port, path, at, {
      method: "POST",
      headers: { ...headers, Origin: own.address, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token: tokenIn(start.body), ...fields }).toString(),
    })
  assert.match(plain((await send("/start", { passphrase: PASSPHRASE, again: "other" })).body), /not the same/)
  assert.match(plain((await send("/start", { passphrase: "short", again: "short" })).body), /would be guessed/)
  const made = await send("/start", { passphrase: PASSPHRASE, again: PASSPHRASE })
  assert.match(plain(made.body), /The vault is made/)
  const locked = await send("/lock", {})
  assert.equal(locked.headers.location, "/unlock")
  assert.equal(locked.headers["clear-site-data"], '"cache"')
  assert.equal(own.ended(), 1)
  assert.equal((await send("/unlock", { passphrase: "wrong" })).status, 403)
  assert.equal((await send("/unlock", { passphrase: PASSPHRASE })).headers.location, "/")
  await own.stop()
})

test("no request makes it answer 500, whatever is asked of it", async () => {
  const ids = [source as string, "x", "0".repeat(26), "%00", "%E0%A4%A", "..%2f..", "𐍈"]
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("1", "-1", "0", "99999999999", "5-1", "0-3", "accept", "edit", "Person", ...ids),
  )
  const names = [
    "number",
    "verdict",
    "audience",
    "p",
    "schema",
    "about",
    "words",
    "from",
    "entry",
    "back",
    "lang",
    "query",
    "same.p1",
    "s0.edtf",
    "f.date.edtf",
    "f.kind.code",
    "holds",
    "passphrase",
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ROUTES.filter(({ path }) => path !== "/lock")),
      fc.constantFrom(...ids),
      fc.array(fc.tuple(fc.constantFrom(...names), word), { maxLength: 8 }),
      async (route, id, fields) => {
        const pairs = new URLSearchParams(fields)
        const path = route.path.replace(/:\w+/, encodeURI(id).replaceAll("%25", "%"))
        const answer =
          route.method === "GET" ? await get(`${path}?${pairs}`) : await post(path, Object.fromEntries(fields))
        assert.ok(answer.status >= 200 && answer.status < 500, `${route.method} ${path}?${pairs}: ${answer.status}`)
      },
    ),
    { numRuns: 300 },
  )
})

test("no body makes it answer 500", async () => {
  const cases: [type: string, body: string][] = [
    ["multipart/form-data; boundary=x", "--x\r\nno headers"],
    ["multipart/form-data", ""],
    ["multipart/form-data; boundary=", "x"],
    ["application/json", "{}"],
    ["", "token=x"],
    ["application/x-www-form-urlencoded", "%E0%A4%A=%"],
    ["application/x-www-form-urlencoded", "\xff\xfe"],
    ["text/plain", "token=x"],
  ]
  for (const [type, body] of cases) {
    const { status } = await post("/language", {}, type, Buffer.from(body, "latin1"))
    assert.ok(status >= 400 && status < 500, `${type}: ${status}`)
  }
})

test("no stack and no path in any refusal", async () => {
  const broken: Desk = { ...desk, ledger: () => Promise.reject(new Error("secret /home/someone Dana Oralbek")) }
  const own = await runSite(broken)
  const mine = await signIn(own.port, own.link())
  const { status, body } = await ask(own.port, "/ledger", new URL(own.address).host, { headers: { Cookie: mine } })
  await own.stop()
  assert.equal(status, 500)
  assert.doesNotMatch(body, /secret|someone|Oralbek|\bat .*:\d/)
})

test("a statement is corrected and withdrawn where its history is shown; undo stands beside", async () => {
  const name = (await desk.source(source)).statements.find(({ statement }) => statement.property === "name")
  assert.ok(name)
  const at = `/statements/${name.statement.id}`
  assert.match(plain((await get(at)).body), /History of a statement .*Correct….*Withdraw it/)
  const same = { "v.text": name.words, audience: name.statement.audience, reason: "mistake" }
  assert.equal((await post(`${at}/correct`, same)).status, 400)
  assert.equal((await post(`${at}/correct`, { ...same, "v.text": "Other", reason: "" })).status, 400)
  const corrected = await done(`${at}/correct`, { ...same, "v.text": "Another Name", reason: "exact" })
  assert.match(plain(corrected), /corrected Undo .*Another Name.*it can be said more exactly/)
  assert.match(plain((await get(at)).body), /This was corrected\. What stands now/)
  const entry = /name="entry" value="(\w+)"/.exec(corrected)![1]!
  assert.match(plain(await done("/undo", { entry, back: at })), /Correct…/)
  const withdrawn = await done(`${at}/withdraw`, { reason: "duplicate" })
  assert.match(plain(withdrawn), /withdrawn Undo This no longer stands\./)
  await desk.undo(/name="entry" value="(\w+)"/.exec(withdrawn)![1] as EntryId)
})

test("another entity is found by its name inside the form, without a script", async () => {
  const { statement } = (await desk.source(source)).statements.find(
    ({ statement }) => statement.value.type === "entity",
  )!
  assert.equal(statement.value.type, "entity")
  const [hit] = await desk.find("", ["Person", "Organization", "Place", "PublicBody"])
  const answer = await post(`/statements/${statement.id}/correct`, { find: "v", "v.name": hit!.name, audience: "team" })
  assert.equal(answer.status, 200)
  assert.match(plain(answer.body), /\d found: choose in the list/)
})

test("stating by hand, an entity of the vault is found by its name; what was typed stays", async () => {
  const [place] = await desk.find("", ["Place"])
  assert.ok(place)
  const at = `/sources/${source}/state`
  const typed = { p: "0-4", schema: "Hearing", audience: "restricted", "f.kind.code": "trial", holds: "2019" }
  const answer = await post(at, { ...typed, find: "f.place", "f.place.name": place.name })
  assert.equal(answer.status, 200)
  assert.match(plain(answer.body), /1 found: choose in the list/)
  for (const kept of [
    `value="${place.id}" selected`,
    'value="trial" selected',
    'value="restricted" selected',
    'value="2019"',
  ])
    assert.ok(answer.body.includes(kept), kept)
  const fields = { "f.place.entity": place.id, "f.place.name": place.name }
  const stated = await done(at, { ...typed, ...fields })
  assert.match(plain(stated), /Undo/)
  const { statements } = await desk.source(source)
  const made = statements.find(
    ({ statement }) => statement.schema === "Hearing" && statement.property === "place" && statement.holds !== null,
  )
  assert.deepEqual(made?.statement.value, { type: "entity", entity: place.id }, "no second place was made")
})

test("the trash brings back", async () => {
  const before = (await desk.trash({ page: 1, size: 9 })).rows
  assert.ok(before.length > 0)
  const page = (await get("/trash")).body
  assert.match(plain(page), /Trash .*rejected organisation: Ashyq Esik .*Bring back/)
  const entry = before.find(({ what }) => what === "rejected")!.entry
  await done("/undo", { entry, back: "/trash" })
  assert.equal((await desk.trash({ page: 1, size: 9 })).rows.length, before.length - 1)
})
