import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { TOPICS } from "../../src/views/manual/topics.js"
import { makeDesk } from "../desk/fake.js"
import { type Running, runSite } from "../desk/site.js"
import { startChromium } from "./chromium.js"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const FAULTS = readFileSync(new URL("faults.js", import.meta.url), "utf8")

export let browser: Browser | null = null
export let why = ""
export let sites: Record<"fresh" | "decided" | "none" | "locked" | "empty", Running>
/** Every page of the desk: which site, which address. */
export let pages: readonly (readonly [name: string, site: Running, path: string])[] = []

export async function openPages(): Promise<void> {
  const started = await startChromium()
  browser = started.browser
  if (started.browser === null) {
    why = started.why
    return
  }
  const fresh = makeDesk({ state: "open", filled: true })
  const decided = makeDesk({ state: "open", filled: true, sample: true })
  const [first, second] = (await decided.sources({ page: 1, size: 9 })).rows.map(({ card }) => card.id)
  for (const id of [first!, second!])
    for (const { proposal } of (await decided.source(id)).proposals) {
      const verdict =
        proposal.number === 9
          ? ({ is: "reject", why: null } as const)
          : ({ is: "accept", audience: "team", bulk: proposal.number === 8 } as const)
      await decided.decide({ source: id, numbers: [proposal.number], verdict, same: {} })
    }
  const person = (await decided.cases({ page: 1, size: 9 })).rows[0]!.id
  const standing = (await decided.source(first!)).statements.map((one) => one.statement)
  const statement = standing[0]!.id
  const pointing = standing.find(({ value }) => value.type === "entity")!.id
  await decided.withdraw(standing.at(-1)!.id, "mistake")
  const asked = { target: { is: "person", entity: person }, reason: "danger", fates: new Map() } as const
  await decided.askExpunge(asked)
  await decided.expunge(asked, (await decided.expungePlan(asked)).digest)
  const open = (await fresh.sources({ page: 1, size: 9 })).rows[0]!.card.id
  const words = (await fresh.source(open)).reading!.text.indexOf("under house arrest")
  const job = await fresh.add(
    [
      { kind: "pasted", text: "words" },
      { kind: "file", name: "empty.pdf", mediaType: "application/pdf", bytes: new Uint8Array() },
    ],
    { published: null, url: null, lang: null },
  )
  sites = {
    fresh: await runSite(fresh),
    decided: await runSite(decided, { other: "own" }),
    none: await runSite(makeDesk({ state: "none" }), { other: "sample" }),
    locked: await runSite(makeDesk({ state: "locked", sample: true }), { other: "own" }),
    empty: await runSite(makeDesk({ state: "open" })),
  }
  pages = [
    ["welcome", sites.none, "/welcome"],
    ["choice", sites.none, "/welcome/choice"],
    ["set-up", sites.none, "/start"],
    ["unlock", sites.locked, "/unlock"],
    ["empty desk", sites.empty, "/"],
    ["no case files", sites.empty, "/cases"],
    ["desk", sites.fresh, "/"],
    ["sources", sites.fresh, "/sources"],
    ["add", sites.fresh, "/add"],
    ["adding", sites.fresh, `/add/${job}`],
    ["review", sites.fresh, `/sources/${open}?n=3`],
    ["edit", sites.fresh, `/sources/${open}?n=8&edit=1`],
    ["grave", sites.fresh, `/sources/${open}?n=9`],
    ["batch", sites.fresh, `/sources/${open}/batch`],
    ["as sealed", sites.fresh, `/sources/${open}/sealed`],
    ["state by hand", sites.fresh, `/sources/${open}/state?p=${words}-${words + 18}&schema=Sentence`],
    ["source decided", sites.decided, `/sources/${first}`],
    ["case file", sites.decided, `/cases/${person}`],
    ["dossier", sites.decided, `/cases/${person}/dossier`],
    ["keys", sites.decided, "/settings/keys"],
    ["members", sites.decided, "/members"],
    ["removing a member", sites.decided, `/members/${"d".repeat(26)}/remove`],
    ["recovery", sites.decided, "/recovery"],
    ["drill", sites.decided, "/recovery/drill"],
    ["recover", sites.locked, "/recover"],
    ["entity", sites.decided, `/entities/${person}`],
    ["statement", sites.decided, `/statements/${statement}`],
    ["search", sites.decided, "/search"],
    ["correct", sites.decided, `/statements/${statement}/correct`],
    ["correct an entity", sites.decided, `/statements/${pointing}/correct`],
    ["trash", sites.decided, "/trash"],
    ["empty trash", sites.empty, "/trash"],
    ["ledger", sites.decided, "/ledger"],
    ["tour", sites.decided, "/tour"],
    ["settings", sites.decided, "/settings"],
    ["manual", sites.decided, "/manual"],
    ["manual, locked", sites.locked, "/manual/unlock"],
    ["manual: review", sites.decided, "/manual/review"],
    ["destroy a person", sites.decided, `/expunge/person/${person}`],
    ["destroy a source", sites.decided, `/expunge/source/${first}`],
    ["destroyed", sites.decided, "/expunge/progress"],
    ["asked to be destroyed", sites.decided, "/expunge"],
    ["no such page", sites.decided, "/nothing"],
  ]
}

/** The whole manual: pages that differ in their words alone. */
export function manualPages(): Named[] {
  return Object.keys(TOPICS).map((topic) => [`manual: ${topic}`, sites.fresh, `/manual/${topic}`])
}

export async function closePages(): Promise<void> {
  await browser?.close()
  for (const site of Object.values(sites ?? {})) await site.stop()
}

/** What a picky reader has to say about a page: rules broken, words cut off. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(FAULTS)
}

export interface Window {
  readonly options: BrowserContextOptions
  /** Turned right to left. */
  readonly turned: boolean
}

type Named = readonly [name: string, site: Running, path: string]

/** Every page once in this window: the faults of all. */
export async function look({ options, turned }: Window, shown: readonly Named[] = pages): Promise<string[]> {
  const context = await browser!.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  let name = ""
  page.on("console", (message) => {
    // That the page is not there is what the browser says of it; whatever else it says is a fault.
    const expected = name === "no such page" && /the server responded with a status of 404/u.test(message.text())
    if (!expected) faults.push(`${name}: console: ${message.text()}`)
  })
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`))
  const all = new Set(shown.map(([, site]) => site))
  page.on("request", (request) => {
    const { host } = new URL(request.url())
    if (![...all].some((site) => new URL(site.address).host === host)) faults.push(`${name}: asks ${request.url()}`)
  })
  for (const site of all) await page.goto(site.link())
  for (const [title, site, path] of shown) {
    name = title
    await page.goto(site.address + path)
    if (turned) await page.evaluate("document.documentElement.dir = 'rtl'")
    for (const fault of await faultsOf(page)) faults.push(`${name}: ${fault}`)
  }
  await context.close()
  return faults
}
