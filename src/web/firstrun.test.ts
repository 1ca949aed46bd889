import assert from "node:assert/strict"
import { test } from "node:test"
import { ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { type FakeOptions, makeDesk, PASSPHRASE } from "../../test/desk/fake.js"
import { runSite } from "../../test/desk/site.js"
import type { Desk } from "./desk.js"
import type { Vaults } from "./launcher.js"

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")

/** One browser before one desk, beside which the other vault can be gone to. */
async function withBrowser(
  options: FakeOptions,
  other: Vaults | null,
  work: (browser: {
    get(path: string): Promise<{ body: string; to: unknown }>
    post(path: string, fields: Readonly<Record<string, string>>): Promise<{ body: string; status: number; to: unknown }>
    left: (Vaults | null)[]
  }) => Promise<void>,
  change: Partial<Desk> = {},
): Promise<void> {
  const left: (Vaults | null)[] = []
  const site = await runSite(
    { ...makeDesk(options), ...change },
    { other, ending: async (next) => void left.push(next) },
  )
  try {
    const cookie = await signIn(site.port, site.link())
    const { host } = new URL(site.address)
    const get = async (path: string) => {
      const { body, headers } = await ask(site.port, path, host, { headers: { Cookie: cookie } })
      return { body, to: headers.location }
    }
    const form = tokenIn((await get({ none: "/start", locked: "/unlock", open: "/settings" }[options.state])).body)
    await work({
      left,
      get,
      async post(path, fields) {
        const answered = await ask(site.port, path, host, {
          method: "POST",
          headers: { Cookie: cookie, Origin: site.address, "Content-Type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({ token: form, ...fields }).toString(),
        })
        return { body: answered.body, status: answered.status, to: answered.headers.location }
      },
    })
  } finally {
    await site.stop()
  }
}

test("whoever has no vault is asked for the language, each by its own name, then for the way", () =>
  withBrowser({ state: "none" }, "sample", async ({ get }) => {
    assert.equal((await get("/")).to, "/welcome")
    const welcome = plain((await get("/welcome")).body)
    for (const name of ["English", "Русский", "Қазақша", "Go on in English", "Продолжить по-русски"])
      assert.ok(welcome.includes(name), name)
    const choice = plain((await get("/welcome/choice")).body)
    assert.match(choice, /Look at the sample.*Start a vault/)
  }))

test("a server of one vault offers no other", () =>
  withBrowser({ state: "none" }, null, async ({ get, post, left }) => {
    assert.doesNotMatch((await get("/welcome/choice")).body, /Look at the sample/)
    assert.equal((await post("/elsewhere", { to: "sample" })).status, 404)
    assert.deepEqual(left, [])
  }))

test("the strength of a passphrase is told when it is asked for, and nothing typed comes back", () =>
  withBrowser({ state: "none" }, null, async ({ get, post }) => {
    const told = await post("/start", { passphrase: "qwerty 1999 qwerty", check: "yes" })
    assert.match(plain(told.body), /About \d+ bits, estimated low/)
    assert.doesNotMatch(told.body, /qwerty/)
    assert.equal((await get("/")).to, "/welcome", "no vault was made")
  }))

test("a passphrase that can be found by trying is taken only when a person says so again", () =>
  withBrowser({ state: "none" }, null, async ({ get, post }) => {
    const weak = { passphrase: "summer snow 2019", again: "summer snow 2019" }
    const asked = await post("/start", weak)
    assert.equal(asked.status, 400)
    assert.match(plain(asked.body), /found by trying.*Take it all the same/)
    assert.equal((await get("/")).to, "/welcome", "no vault was made")
    assert.match(plain((await post("/start", { ...weak, anyway: "yes" })).body), /The vault is made/)
  }))

test("from nothing, the desk says what is done, what is next and what comes", () =>
  withBrowser({ state: "none" }, null, async ({ get, post }) => {
    await post("/start", { passphrase: PASSPHRASE, again: PASSPHRASE })
    const lead = async () => /class="button lead" href="([^"]+)"/.exec((await get("/")).body)?.[1]
    assert.equal(await lead(), "/recovery", "the sheet comes before the first source")
    await post("/recovery/sheet", {})
    await post("/recovery/kept", {})
    assert.equal(await lead(), "/add")
    await post("/add", { text: "pasted words" })
    await get((await get("/")).to as string)
    const source = await lead()
    assert.match(source ?? "", /^\/sources\//)
    for (const number of ["1", "2", "3"])
      await post(`${source}/decide`, { number, verdict: "accept", audience: "team" })
    assert.doesNotMatch((await get("/")).body, /First steps/, "a case file is there")
  }))

test("going from the sample to one's own vault locks the sample first", () =>
  withBrowser({ state: "open", filled: true, sample: true }, "own", async ({ get, post, left }) => {
    assert.match((await get("/")).body, /To your own vault/)
    assert.equal((await post("/elsewhere", { to: "own" })).to, "/start")
    assert.deepEqual(left, ["own"])
    assert.equal((await get("/")).to, "/unlock")
  }))

test("who would leave while files are being added is asked first", () =>
  withBrowser(
    { state: "open" },
    "sample",
    async ({ post, left }) => {
      const asked = await post("/elsewhere", { to: "sample" })
      assert.equal(asked.status, 409)
      assert.match(plain(asked.body), /Stay here Leave all the same/)
      assert.deepEqual(left, [])
      assert.equal((await post("/elsewhere", { to: "sample", anyway: "yes" })).status, 303)
      assert.deepEqual(left, ["sample"])
    },
    { busy: async () => true },
  ))

test("a locked sample says so and opens again without a passphrase", () =>
  withBrowser({ state: "locked", sample: true }, "own", async ({ get, post, left }) => {
    const page = (await get("/unlock")).body
    assert.match(plain(page), /Sample: invented people/)
    assert.doesNotMatch(page, /name="passphrase"/)
    assert.equal((await post("/elsewhere", { to: "sample" })).to, "/")
    assert.deepEqual(left, ["sample"])
  }))

test("the tour goes over six real pages, is remembered here and not in the browser, and ends when asked", () =>
  withBrowser({ state: "open", filled: true, sample: true }, "own", async ({ get, post }) => {
    assert.doesNotMatch((await get("/")).body, /class="tour"/, "it begins when a person begins it")
    const seen: string[] = []
    for (let stop = 1; stop <= 6; stop++) {
      const { to } = await post("/tour", { stop: String(stop) })
      const page = await get(String(to).replace(/#.*/, ""))
      assert.match(plain(page.body), new RegExp(`${stop} of 6:`))
      assert.equal((await get("/tour/here")).to, to)
      seen.push(String(to))
    }
    assert.equal(new Set(seen).size >= 4, true, seen.join(" "))
    assert.match((await get("/settings")).body, /6 of 6/, "it waits while one looks elsewhere")
    await post("/tour", { stop: "over" })
    assert.match(plain((await get("/tour")).body), /The tour is over/)
    assert.doesNotMatch((await get("/")).body, /class="tour"/)
  }))

test("a vault of one's own has no tour", () =>
  withBrowser({ state: "open", filled: true }, "sample", async ({ get, post }) => {
    assert.equal((await get("/tour")).to, "/")
    assert.equal((await post("/tour", { stop: "1" })).status, 404)
  }))

test("the sample says that it takes nothing before anything is chosen", () =>
  withBrowser({ state: "open", sample: true }, "own", async ({ get }) => {
    const { body } = await get("/add")
    assert.match(plain(body), /The sample takes nothing.*To your own vault/)
    assert.doesNotMatch(body, /name="files"/)
  }))

test("empty pages say what they will hold, and lead to the one next step", () =>
  withBrowser({ state: "open" }, null, async ({ get }) => {
    for (const path of ["/cases", "/sources", "/search"]) {
      const { body } = await get(path)
      assert.match(body, /<div class="empty">[\s\S]*class="button lead" href="\/add"/, path)
      assert.equal(body.split('class="button lead"').length, 2, `${path}: one action leads`)
    }
    assert.match((await get("/trash")).body, /can be brought back from here/)
  }))
