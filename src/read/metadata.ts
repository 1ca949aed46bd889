import type { Metadatum, ZoneKind } from "../model/reading.js"
import { attribute, type Element, isElement, type Node, outward, type Root } from "./formats/tree.js"
import { type Judged, kindsAround } from "./zones/article.js"

/** What a page says of itself where machines look: its head, its microdata, its JSON-LD. Nothing is decided here. */
export interface Declared {
  readonly metas: readonly (readonly [name: string, content: string])[]
  readonly ld: readonly Record<string, unknown>[]
  readonly title: string | null
  readonly canonical: string | null
  readonly lang: string | null
  /** Elements with `itemprop`, and `<time>`s. */
  readonly marked: readonly Element[]
}

/** JSON-LD longer than this is no description of an article, in characters. */
const LONGEST_LD = 1_000_000

export function declaredBy(root: Root): Declared {
  const metas: [string, string][] = []
  const ld: Record<string, unknown>[] = []
  const marked: Element[] = []
  let title: string | null = null
  let canonical: string | null = null
  let lang: string | null = null
  const queue: Node[] = [...root.childNodes].reverse()
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!isElement(node)) continue
    const { tagName } = node
    if (tagName === "html") lang = attribute(node, "lang") ?? attribute(node, "xml:lang")
    else if (tagName === "meta") {
      const name = attribute(node, "property") ?? attribute(node, "name") ?? attribute(node, "http-equiv")
      const content = attribute(node, "content")?.trim()
      if (name && content) metas.push([name.toLowerCase(), content])
    } else if (tagName === "title" && node.namespaceURI.endsWith("xhtml")) title ??= wordsOf(node)
    else if (tagName === "link" && attribute(node, "rel")?.toLowerCase() === "canonical")
      canonical ??= attribute(node, "href")
    else if (tagName === "script") {
      if (/^application\/ld\+json/i.test(attribute(node, "type") ?? "")) ld.push(...jsonLd(node))
      continue
    }
    if (tagName === "time" || attribute(node, "itemprop") !== null) marked.push(node)
    for (let i = node.childNodes.length - 1; i >= 0; i--) queue.push(node.childNodes[i]!)
  }
  return { metas, ld, title, canonical, lang: lang?.trim().toLowerCase() || null, marked }
}

/** Is it an article, by its own account? Null when it does not say. */
export function kindDeclared({ metas, ld, marked }: Declared): "article" | "other" | null {
  const is = (type: RegExp) => ld.some((one) => typesOf(one).some((name) => type.test(name)))
  if (metas.some(([name]) => name === "article:published_time") || is(ARTICLE)) return "article"
  if (is(/^(?:Product|ItemList|CollectionPage|DiscussionForumPosting|QAPage|SearchResultsPage)$/)) return "other"
  const type = metas.find(([name]) => name === "og:type")?.[1] ?? ""
  if (/^article|^news/i.test(type)) return "article"
  if (/product/i.test(type)) return "other"
  return marked.some((one) => attribute(one, "itemprop")?.includes("articleBody")) ? "article" : null
}

/** Every candidate for what an archive wants to know, best first within a name, each with where it was found. */
export function metadataOf(declared: Declared, judged: readonly Judged[], url: string | undefined): Metadatum[] {
  const found: Metadatum[] = []
  const add = (name: string, value: unknown, from: string) => {
    if (typeof value !== "string") return
    const words = value.replace(/\s+/g, " ").trim()
    if (words === "" || words.length > 500) return
    if (!found.some((one) => one.name === name && one.value === words && one.from === from))
      found.push({ name, value: words, from })
  }
  const addDay = (name: string, value: unknown, from: string) =>
    add(name, typeof value === "string" ? dayIn(value) : null, from)

  const article = declared.ld.find((one) => typesOf(one).some((type) => ARTICLE.test(type)))
  const page = declared.ld.find((one) => typesOf(one).some((type) => /WebPage$/.test(type)))
  for (const one of [article, page]) {
    if (!one) continue
    addDay("published", one.datePublished, "json-ld")
    addDay("modified", one.dateModified, "json-ld")
    add("title", one.headline ?? (one === article ? one.name : null), "json-ld")
    for (const name of namesIn(one.author)) add("byline", name, "json-ld")
    for (const name of namesIn(one.publisher)) add("publisher", name, "json-ld")
    add("language", one.inLanguage, "json-ld")
  }
  for (const [name, content] of declared.metas) {
    const row = METAS.get(name)
    if (!row) continue
    const from = /^(?:og|article|twitter):/.test(name) ? "opengraph" : "meta"
    if (row === "published" || row === "modified") addDay(row, content, from)
    else if (row !== "byline" || !/^https?:|^\d+$/.test(content)) add(row, content, from)
  }
  add("title", declared.title, "title")
  add("canonical", declared.canonical, "link")
  add("language", declared.lang, "html")
  marks(declared, judged, add, addDay)
  seen(judged, add, addDay)
  const path = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:\/|-|$)/.exec(
    url ?? declared.canonical ?? "",
  )
  if (path) addDay("published", `${path[1]}-${path[2]}-${path[3]}`, "address")
  return found
}

type Add = (name: string, value: unknown, from: string) => void

/** Microdata and `<time>`, only where the article is: the one in a list of other news is another article's. */
function marks({ marked }: Declared, judged: readonly Judged[], add: Add, addDay: Add): void {
  const kindAround = kindsAround(judged)
  const first = judged.findIndex(({ kind }) => kind === "body")
  const title = judged.findIndex(({ kind }) => kind === "title")
  const head = new Set(judged.slice(Math.max(0, title), Math.max(first, title + 8)).map(({ leaf }) => leaf.element))
  for (const element of marked) {
    const prop = attribute(element, "itemprop")?.toLowerCase() ?? ""
    const value = attribute(element, "datetime") ?? attribute(element, "content") ?? wordsOf(element)
    const besides = BESIDES.has(kindAround(element) ?? "body")
    if (besides) continue
    if (/^datepublished/.test(prop)) addDay("published", value, "microdata")
    else if (/^datemodified/.test(prop)) addDay("modified", value, "microdata")
    else if (prop === "author" && !attribute(element, "itemscope"))
      add("byline", wordsOf(element) || value, "microdata")
    else if (element.tagName === "time" && prop === "") {
      const near = attribute(element, "pubdate") !== null || under(element, head)
      const names = attribute(element, "class") ?? ""
      if (near) addDay(/updat|modif/i.test(names) ? "modified" : "published", value, "time")
    }
  }
}

const BESIDES = new Set<ZoneKind>(["related", "nav", "widget", "bio"])

function under(element: Element, some: ReadonlySet<Element>): boolean {
  for (const one of outward(element, 4)) if (some.has(one)) return true
  return false
}

/** The lines a reader sees about the title: a byline, a date. */
function seen(judged: readonly Judged[], add: Add, addDay: Add): void {
  const title = judged.findIndex(({ kind }) => kind === "title")
  if (title === -1) return
  add("title", judged[title]!.words, "text")
  for (const { words, kind } of judged.slice(title + 1, title + 9)) {
    if (kind === "body" || words.length > 120) break
    const by = /^(?:by|автор|авторы|текст|мәтін)[:\s]\s*(\p{Lu}[\p{L}\p{M}'’.,& -]{2,60})$/iu.exec(words)
    if (by) add("byline", by[1], "text")
    if (kind === "dateline" || kind === "byline" || kind === "other") {
      const day = dayInWords(words)
      if (day) addDay(/updat|modif|обновл|жаңарт|更新/iu.test(words) ? "modified" : "published", day, "text")
    }
  }
}

const ARTICLE = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|NewsReport|OpinionNewsArticle|ClaimReview)$/

const METAS = new Map<string, string>([
  ...rows(
    "published",
    "article:published_time og:article:published_time og:published_time article:published pubdate publishdate publish-date publish_date publication_date publication-date date dc.date dc.date.issued dcterms.date dcterms.issued dcterms.created dc.date.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime cxenseparse:pageinfo:publishtime originalpublicationdate citation_publication_date datepublished date_published article_date_original rnews:datepublished ptime pdate displaydate bt:pubdate vr:published_time",
  ),
  ...rows(
    "modified",
    "article:modified_time og:updated_time og:modified_time lastmod last-modified datemodified dcterms.modified dc.date.modified revised",
  ),
  ...rows("title", "og:title twitter:title dc.title dcterms.title headline sailthru.title parsely-title"),
  ...rows(
    "byline",
    "author article:author og:article:author dc.creator dcterms.creator byl parsely-author sailthru.author citation_author cxenseparse:author",
  ),
  ...rows("publisher", "og:site_name dc.publisher dcterms.publisher publisher article:publisher_name application-name"),
  ...rows("canonical", "og:url"),
  ...rows("language", "og:locale content-language dc.language dcterms.language language"),
  ...rows("description", "og:description description dc.description"),
])

function rows(name: string, metas: string): [string, string][] {
  return metas.split(" ").map((meta) => [meta, name])
}

function typesOf(one: Record<string, unknown>): string[] {
  const type = one["@type"]
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string")
}

function namesIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((one) => {
    if (typeof one === "string") return /^https?:/.test(one) ? [] : [one]
    const name = typeof one === "object" && one !== null ? Reflect.get(one, "name") : null
    return typeof name === "string" ? [name] : []
  })
}

/** Every object with a type in a JSON-LD script, `@graph`s opened. Nonsense gives none. */
function jsonLd(script: Element): Record<string, unknown>[] {
  const text = wordsOf(script).replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g,
    "",
  )
  if (text.length > LONGEST_LD) return []
  try {
    const found: Record<string, unknown>[] = []
    const queue: unknown[] = [JSON.parse(text)]
    for (let one = queue.shift(); one !== undefined && found.length < 100; one = queue.shift()) {
      if (Array.isArray(one)) queue.push(...one.slice(0, 100))
      else if (typeof one === "object" && one !== null) {
        const node = one as Record<string, unknown>
        if (node["@type"] !== undefined) found.push(node)
        if (node["@graph"] !== undefined) queue.push(node["@graph"])
        if (node.mainEntity !== undefined) queue.push(node.mainEntity)
      }
    }
    return found
  } catch {
    return []
  }
}

function wordsOf(element: Element): string {
  let words = ""
  const queue: Node[] = [...element.childNodes].reverse()
  for (let node = queue.pop(); node !== undefined && words.length <= LONGEST_LD; node = queue.pop()) {
    if (node.nodeName === "#text") words += (node as { value: string }).value
    else if (isElement(node)) queue.push(...[...node.childNodes].reverse())
  }
  return words.trim()
}

/** The day a machine-readable date names, as written (in its own time zone): ISO 8601, RFC 5322, 29.07.2019. */
export function dayIn(value: string): string | null {
  const iso = /^\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(value)
  if (iso) return real(iso[1]!, iso[2]!, iso[3]!)
  const dots = /^\s*(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?:\D|$)/.exec(value)
  if (dots) return real(dots[3]!, dots[2]!, dots[1]!)
  const slashes = /^\s*((?:19|20)\d\d)\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?:\D|$)/.exec(value)
  if (slashes) return real(slashes[1]!, slashes[2]!, slashes[3]!)
  return value.length < 80 ? dayInWords(value) : null
}

const MONTHS = [
  "jan|янв|қаңтар",
  "feb|фев|ақпан",
  "mar|мар|наурыз",
  "apr|апр|сәуір",
  "may|ма[йя]|мамыр",
  "jun|июн|маусым",
  "jul|июл|шілде",
  "aug|авг|тамыз",
  "sep|сен|қыркүйек",
  "oct|окт|қазан",
  "nov|ноя|қараша",
  "dec|дек|желтоқсан",
].map((names) => new RegExp(`^(?:${names})`, "iu"))

// Letters by range: `\p{L}` costs a millisecond to compile, and each page would pay it.
const MONTH_FIRST = /(?<![A-Za-z])([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)/g
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-zЀ-ӿ]{3,9})\.?,?\s+((?:19|20)\d\d)(?!\d)/g
const KAZAKH = /((?:19|20)\d\d)\s+жыл[Ѐ-ӿ]*\s+(\d{1,2})\s+([Ѐ-ӿ]{4,9})/g
const CHINESE = /((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?![\d.])/g
const DASHED = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/g

/** A day written out with its year: July 29, 2019; 29 июля 2019; 2019 жылғы 29 шілде; 2019年7月29日. Only if there is one. */
export function dayInWords(words: string): string | null {
  if (!/(?:19|20)\d\d/.test(words)) return null
  const days = new Set<string>()
  const add = (year: string, month: string, day: string) => {
    const number = /^\d/.test(month) ? Number(month) : MONTHS.findIndex((name) => name.test(month)) + 1
    const found = number > 0 ? real(year, String(number), day) : null
    if (found) days.add(found)
  }
  for (const [, month, day, year] of words.matchAll(MONTH_FIRST)) add(year!, month!, day!)
  for (const [, day, month, year] of words.matchAll(DAY_FIRST)) add(year!, month!, day!)
  for (const [, year, day, month] of words.matchAll(KAZAKH)) add(year!, month!, day!)
  for (const [, year, month, day] of words.matchAll(CHINESE)) add(year!, month!, day!)
  for (const [, day, month, year] of words.matchAll(DOTTED)) add(year!, month!, day!)
  for (const [, year, month, day] of words.matchAll(DASHED)) add(year!, month!, day!)
  return days.size === 1 ? [...days][0]! : null
}

function real(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return same ? date.toISOString().slice(0, 10) : null
}
