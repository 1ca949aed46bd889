import type { Child } from "hono/jsx"
import type { RefusalCode } from "../model/refusals.js"
import type { DeskHere } from "./here.js"
import { Icon } from "./icon.js"
import { TourStrip } from "./tour.js"
import { directionOf, refusalWords, say } from "./words/say.js"

type Entry = NonNullable<DeskHere["at"]>

const NAVIGATION: readonly (readonly [at: Entry, address: string])[] = [
  ["home", "/"],
  ["sources", "/sources"],
  ["cases", "/cases"],
  ["ledger", "/ledger"],
]
const MORE: typeof NAVIGATION = [
  ["add", "/add"],
  ["settings", "/settings"],
]

/**
 * Every page of the desk. The title is the same everywhere: the browser's history is part of what can be seized.
 * `wide`: two columns of text need the whole window.
 */
export function Page({ here, wide = false, children }: { here: DeskHere; wide?: boolean; children?: Child }) {
  const { lang } = here
  return (
    <html lang={lang} dir={directionOf(lang)} translate="no">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{say(lang, "app.name")}</title>
        <link rel="stylesheet" href="/assets/dalel.css" />
        <link rel="icon" href="/assets/icon.svg" />
        <script src="/assets/desk.js" defer />
      </head>
      <body class={wide ? "wide" : ""}>
        <a class="skip" href="#content">
          {say(lang, "app.skip")}
        </a>
        {here.sample && <Sample here={here} />}
        <Top here={here} />
        <TourStrip here={here} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

function Sample({ here }: { here: DeskHere }) {
  const { lang, state, other } = here
  return (
    <aside class="sample">
      <p>{say(lang, "app.sample")}</p>
      {state === "open" && (
        <div class="unprinted">
          <a href="/tour">{say(lang, "tour.title")}</a>
          {other === "own" && (
            <Form here={here} action="/elsewhere">
              <button type="submit" name="to" value="own" class="plain">
                {say(lang, "elsewhere.own")}
              </button>
            </Form>
          )}
        </div>
      )}
    </aside>
  )
}

function Top({ here }: { here: DeskHere }) {
  const { lang } = here
  const lit = (at: Entry) => (here.at === at ? { "aria-current": "page" as const } : {})
  if (here.state !== "open")
    return (
      <header class="top">
        <span class="brand">{say(lang, "app.name")}</span>
        <Help here={here} />
      </header>
    )
  return (
    <header class="top">
      <details class="menu">
        <summary>{say(lang, "nav.menu")}</summary>
        <nav aria-label={say(lang, "nav.label")}>
          {[...NAVIGATION, ...MORE].map(([at, address]) => (
            <a href={address} {...lit(at)}>
              {say(lang, `nav.${at}`)}
            </a>
          ))}
        </nav>
      </details>
      <nav class="bar" aria-label={say(lang, "nav.label")}>
        {NAVIGATION.map(([at, address]) => (
          <a href={address} {...lit(at)}>
            {say(lang, `nav.${at}`)}
          </a>
        ))}
      </nav>
      <div class="tools">
        <Form here={here} action="/search" class="search" role="search">
          <input
            type="search"
            name="query"
            aria-label={say(lang, "search.label")}
            placeholder={say(lang, "nav.search")}
            autocomplete="off"
            spellcheck={false}
          />
        </Form>
        {MORE.map(([at, address]) => (
          <a href={address} {...lit(at)}>
            {say(lang, `nav.${at}`)}
          </a>
        ))}
      </div>
      <Help here={here} />
      <Form here={here} action="/lock" class="locking">
        <button type="submit" class="lock" title={say(lang, "lock.title")} data-key="L">
          <Icon is="lock" /> {say(lang, "lock.now")}
        </button>
      </Form>
    </header>
  )
}

/** Opens beside, so that nothing typed on the page is lost. */
function Help({ here }: { here: DeskHere }) {
  const title = say(here.lang, "manual.help")
  const address = here.topic === null ? "/manual" : `/manual/${here.topic}`
  return (
    <a class="help" href={address} target="dalel-manual" title={title} aria-label={title} data-key="?">
      ?
    </a>
  )
}

/** A form of the desk: always posted, always with its token, never remembered by the browser. */
export function Form({
  here,
  action,
  children,
  files = false,
  ...rest
}: {
  here: DeskHere
  action: string
  children?: Child
  files?: boolean
  class?: string
  role?: "search"
  id?: string
}) {
  return (
    <form
      method="post"
      action={action}
      autocomplete="off"
      {...(files ? { enctype: "multipart/form-data" } : {})}
      {...rest}
    >
      <input type="hidden" name="token" value={here.token ?? ""} />
      {children}
    </form>
  )
}

/** First in a form with several buttons: what the Enter key presses. */
export function OnEnter({ children }: { children?: Child }) {
  return (
    <button type="submit" hidden>
      {children}
    </button>
  )
}

/** What, where, what now: the three lines of every refusal. Never a name or a passage. */
export function Refusal({ here, code, where }: { here: DeskHere; code: RefusalCode; where: string | null }) {
  const { lang } = here
  const { what, remedy } = refusalWords(lang, code)
  return (
    <div class="refusal" role="alert">
      <p class="what">{what}</p>
      <p class="quiet">
        {say(lang, "error.where")}: <code>{where === null ? code : `${where} · ${code}`}</code>
      </p>
      <p class="remedy">{remedy}</p>
    </div>
  )
}

/** Plain words above a list, each an address. What is chosen is pressed again to be let go. */
export function Filters({
  count,
  choices,
  children,
}: {
  count: string
  choices: readonly { readonly words: string; readonly chosen: boolean; readonly address: string }[]
  children?: Child
}) {
  return (
    <p class="filters">
      {count}
      {choices.map(({ words, chosen, address }) => (
        <>
          {" · "}
          <a href={address} {...(chosen ? { "aria-current": "true" as const } : {})}>
            {words}
          </a>
        </>
      ))}
      {children}
    </p>
  )
}

/** What belongs here, and the first step. */
export function Empty({ what, step, children }: { what: string; step?: string; children?: Child }) {
  return (
    <div class="empty">
      <p>{what}</p>
      {step && <p class="quiet">{step}</p>}
      {children}
    </div>
  )
}

/** `address(page)` is where a page of the list is. Nothing is shown when one page holds all. */
export function Pager({
  here,
  page,
  size,
  total,
  more,
  address,
}: {
  here: DeskHere
  page: number
  size: number
  total: number
  more: boolean
  address: (page: number) => string
}) {
  const { lang } = here
  const pages = Math.max(1, Math.ceil(total / size))
  if (pages === 1 && !more) return null
  return (
    <nav class="pager" aria-label={say(lang, "page.label")}>
      {page > 1 && <a href={address(page - 1)}>{say(lang, "page.previous")}</a>}
      <span>{say(lang, "page.of", { page, pages })}</span>
      {(page < pages || more) && <a href={address(page + 1)}>{say(lang, "page.next")}</a>}
    </nav>
  )
}

/** Where am I: the way back, one link a step. The last step is the page itself. */
export function Crumbs({
  here,
  steps,
}: {
  here: DeskHere
  steps: readonly (readonly [words: string, address: string])[]
}) {
  return (
    <nav class="crumbs" aria-label={say(here.lang, "nav.crumbs")}>
      {steps.map(([words, address]) => (
        <a href={address}>
          <bdi>{words}</bdi>
        </a>
      ))}
    </nav>
  )
}
