import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { getRequestListener, type HttpBindings } from "@hono/node-server"
import { type Context, Hono } from "hono"
import type { Clock, Random } from "../model/clock.js"
import { DalelError, REFUSALS, type RefusalCode } from "../model/refusals.js"
import type { DeskHere } from "../views/here.js"
import { Crumbs, Page, Refusal } from "../views/page.js"
import { isLang, type Lang, refusalWords, say } from "../views/words/say.js"
import type { Desk } from "./desk.js"
import { cookieName, type Door, formToken, isFormToken, makeCookie, readCookie } from "./door.js"
import type { Asset } from "./files.js"
import { withFonts } from "./fonts.js"
import { NOTHING_SENT, readForm, type Sent, WORDS_LIMIT } from "./form.js"
import { CHECKS, type Check, guard, HEADERS, isRead } from "./guard.js"
import type { Vaults } from "./launcher.js"
import { deskLinks } from "./links.js"
import { makeMemory } from "./memory.js"
import { ROUTES } from "./pages/index.js"
import { makePatience, type Patience } from "./patience.js"
import { topicOf } from "./topics.js"
import { makeTours, type Tours } from "./tour.js"
import type { Answer, Route, Visit } from "./visit.js"

export interface Site {
  readonly desk: Desk
  readonly door: Door
  readonly clock: Clock
  readonly random: Random
  readonly assets: ReadonlyMap<string, Asset>
  /** Without one the server has its own, and forgets with it. */
  readonly patience?: Patience
  /** The vault that can be gone to from here, beside this one. */
  readonly other?: Vaults | null
  /** Called when a page has locked the vault; its answer waits until the next process gets the connections. */
  ending(next: Vaults | null): Promise<void>
  /** Called once that answer is on its way. */
  end(): void
  /** Tests drop one at a time. */
  readonly checks?: readonly Check[]
  readonly checkForms?: boolean
  readonly checkPassphrase?: boolean
}

type App = Hono<{ Bindings: HttpBindings }>

/** The HTTP server of one site; it listens nowhere by itself. */
export function makeServer(site: Site): Server {
  const app = makeApp(site)
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  // A request without a Host is the guard's to refuse, in silence.
  const server = createServer({
    requestTimeout: 120_000,
    headersTimeout: 10_000,
    maxHeaderSize: 16_384,
    requireHostHeader: false,
  })
  const meet = (request: IncomingMessage, response: ServerResponse) => {
    const verdict = guard(request, site.door, site.checks ?? CHECKS)
    if (verdict === "close") request.socket.destroy()
    else if (verdict !== null) refuseStranger(request, response, verdict)
    else void listener(request, response)
  }
  server.on("request", meet)
  // By default these are answered before anybody is asked.
  server.on("checkContinue", meet)
  server.on("checkExpectation", meet)
  server.on("clientError", (_, socket) => socket.destroy())
  return server
}

/** A plain page without style: whoever was not let in gets nothing else, not even the style sheet. */
function refuseStranger(request: IncomingMessage, response: ServerResponse, code: RefusalCode): void {
  const lang = preferred(request.headers["accept-language"])
  const { what, remedy } = refusalWords(lang, code)
  const body = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Dalel</title><h1>${what}</h1><p>${remedy}</p></html>`
  // The rest of a body that nobody wants to read must not be taken for the next request.
  response.writeHead(REFUSALS[code].status, {
    ...HEADERS,
    "Content-Type": "text/html; charset=utf-8",
    Connection: "close",
  })
  response.end(isHead(request.method) ? undefined : body)
}

const isHead = (method: string | undefined) => method === "HEAD"

function makeApp(site: Site): App {
  const app: App = new Hono()
  const memory = makeMemory(site.random)
  const patience = site.patience ?? makePatience(Date.now)
  const tours = makeTours()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  })
  app.get("/in/:token", (c) => letIn(site, c))
  app.get("/assets/:name", async (c) => {
    const asset = site.assets.get(c.req.param("name"))
    if (!asset) return refuse(site, c, new DalelError("web/not-found"))
    return c.body(asset.bytes, 200, { "Content-Type": asset.type })
  })
  for (const route of ROUTES)
    app.on(route.method, route.path, (c) =>
      visit(site, tours, c, route, (here, sent): Visit => {
        return {
          here,
          sent,
          memory,
          patience,
          tour: {
            at: () => tours.at(browserOf(site, c)),
            set: (stop) => tours.set(browserOf(site, c), stop),
          },
          desk: site.desk,
          today: site.clock.now().slice(0, 10),
          endAfterAnswer: (next) => endAfter(c, site, next ?? null),
          part: (name) => c.req.param(name) ?? "",
          query: (name) => c.req.query(name) ?? null,
        }
      }),
    )
  app.notFound((c) => refuse(site, c, new DalelError("web/not-found")))
  app.onError((error, c) => refuse(site, c, error))
  return app
}

type HonoContext = Context<{ Bindings: HttpBindings }>

async function letIn(site: Site, c: HonoContext): Promise<Response> {
  const { door } = site
  if (!(await door.redeem(c.req.param("token") ?? ""))) return refuse(site, c, new DalelError("web/link-used"))
  c.header("Set-Cookie", `${cookieName(door)}=${makeCookie(door, site.random)}; Path=/; HttpOnly; SameSite=Strict`)
  return c.redirect("/", 303)
}

async function visit(
  site: Site,
  tours: Tours,
  c: HonoContext,
  route: Route,
  makeVisit: (here: DeskHere, sent: Sent) => Visit,
): Promise<Response> {
  const sent = isRead(c.req.method) ? NOTHING_SENT : await readForm(c.req.raw, route.limit ?? WORDS_LIMIT)
  const browser = readCookie(site.door, c.req.header("cookie"))
  if (!isRead(c.req.method) && (site.checkForms ?? true) && !isFormToken(site.door, browser ?? "", sent.text("token")))
    throw new DalelError("web/form-expired")
  const here = { ...(await hereOf(site, c, tours)), topic: topicOf(route.path) }
  if (route.when !== "any" && route.when !== here.state && (site.checkPassphrase ?? true)) {
    // A form sent to a vault that was locked meanwhile must not seem to have worked.
    if (!isRead(c.req.method) && here.state === "locked") throw new DalelError("vault/locked")
    return c.redirect(START[here.state], 303)
  }
  return answer(c, await route.answer(makeVisit(here, sent)))
}

const START = { none: "/welcome", locked: "/unlock", open: "/" } as const

async function answer(c: HonoContext, given: Answer): Promise<Response> {
  if (given.is === "page")
    return c.html(withFonts(`<!doctype html>${await given.markup.toString()}`), given.status as 200)
  if (given.is === "file")
    return c.body(new Uint8Array(given.bytes), 200, {
      "Content-Type": given.type,
      "Content-Disposition": `attachment; filename="${given.name}"`,
    })
  if (given.is === "picture") return c.body(given.bytes, 200, { "Content-Type": given.type })
  if (given.lang !== undefined) c.header("Set-Cookie", `dalel-lang=${given.lang}; Path=/; HttpOnly; SameSite=Strict`)
  return c.redirect(given.to, 303)
}

/** Every refusal is a page with three lines; nothing of an unforeseen error is shown or written anywhere. */
async function refuse(site: Site, c: HonoContext, error: unknown): Promise<Response> {
  const { code, where } = error instanceof DalelError ? error : new DalelError("internal")
  const { status } = REFUSALS[code]
  const here = await hereOf(site, c).catch(() => null)
  const stranger = here === null || readCookie(site.door, c.req.header("cookie")) === null
  const lang = here?.lang ?? preferred(c.req.header("accept-language"))
  if (stranger) {
    const { what, remedy } = refusalWords(lang, code)
    return c.html(
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Dalel</title><h1>${what}</h1><p>${remedy}</p></html>`,
      status as 400,
    )
  }
  const page = (
    <Page here={here}>
      <Crumbs here={here} steps={[[say(lang, "nav.home"), "/"]]} />
      <h1>{say(lang, "error.title")}</h1>
      <Refusal here={here} code={code} where={where} />
      <p>
        <a href="/">{say(lang, "error.back")}</a>
      </p>
    </Page>
  )
  return c.html(`<!doctype html>${page}`, status as 400)
}

function browserOf(site: Site, c: HonoContext): string {
  return readCookie(site.door, c.req.header("cookie")) ?? ""
}

async function hereOf(site: Site, c: HonoContext, tours: Tours | null = null): Promise<DeskHere> {
  const browser = readCookie(site.door, c.req.header("cookie"))
  const { state, sample } = await site.desk.status()
  const path = c.req.path
  const stop = tours?.at(browser ?? "")
  return {
    state,
    sample,
    other: site.other ?? null,
    tour: typeof stop === "number" && sample && state === "open" ? stop : null,
    lang: chosenLanguage(c),
    links: deskLinks,
    topic: null,
    token: browser === null ? null : formToken(site.door, browser),
    at:
      ENTRIES.find(([, starts]) => starts.some((start) => path === start || path.startsWith(`${start}/`)))?.[0] ??
      (path === "/" ? "home" : null),
  }
}

const ENTRIES: readonly (readonly [NonNullable<DeskHere["at"]>, readonly string[]])[] = [
  ["sources", ["/sources"]],
  ["cases", ["/cases", "/entities"]],
  ["add", ["/add"]],
  ["search", ["/search"]],
  ["ledger", ["/ledger", "/statements", "/trash"]],
  ["settings", ["/settings"]],
]

function chosenLanguage(c: HonoContext): Lang {
  const chosen = /(?:^|;\s*)dalel-lang=([a-z]+)/.exec(c.req.header("cookie") ?? "")?.[1] ?? ""
  return isLang(chosen) ? chosen : preferred(c.req.header("accept-language"))
}

/** The first language of the browser's list that we speak; weights are ignored, browsers send them in order. */
function preferred(header: string | undefined): Lang {
  const wanted = (header ?? "").split(",").map((part) => part.trim().split(/[-;]/)[0]!.toLowerCase())
  return wanted.find(isLang) ?? "en"
}

async function endAfter(c: HonoContext, site: Site, next: Vaults | null): Promise<void> {
  await site.ending(next)
  const { outgoing } = c.env
  outgoing.shouldKeepAlive = false
  // Pages kept for the Back button go too, where the browser heeds it.
  c.header("Clear-Site-Data", '"cache"')
  outgoing.once("close", () => site.end())
}
