import type { ZoneKind } from "../../model/reading.js"
import type { Leaf } from "../formats/flow.js"
import { attribute, type Element, isElement } from "../formats/tree.js"
import { furnitureOf, isArticleBody } from "./furniture.js"
import { isDesignation, isLegalWarning, isProse, playerLine } from "./signs.js"

/** A leaf and what was made of it. */
export interface Judged {
  readonly leaf: Leaf
  readonly words: string
  readonly kind: ZoneKind
}

interface Marked {
  readonly leaf: Leaf
  readonly words: string
  readonly prose: boolean
  /** Share of its characters that are links. */
  readonly linked: number
  /** The elements it stands in, innermost first. */
  readonly path: readonly Element[]
  furniture: ZoneKind | null
}

/** What is content on a page that is no article, though beside the matter in one. */
const CONTENT = new Set<ZoneKind>(["caption", "byline", "dateline", "bio"])

/** The kind of what stands in an element, or nearest above it: its first leaf's. */
export function kindsAround(judged: readonly Judged[]): (element: Element) => ZoneKind | null {
  const kinds = new Map<Element, ZoneKind>()
  for (const { leaf, kind } of judged)
    for (let node: Element["parentNode"] = leaf.element; isElement(node) && !kinds.has(node); node = node.parentNode)
      kinds.set(node, kind)
  return (element) => {
    let up = 0
    for (let node: Element["parentNode"] = element; isElement(node) && up < 4; node = node.parentNode, up++) {
      const kind = kinds.get(node)
      if (kind) return kind
    }
    return null
  }
}

/** What a page's head says of it. */
export interface Head {
  /** What it is called, best first. */
  readonly titles: readonly string[]
  readonly kind: "article" | "other" | null
}

/** Says of every leaf of a page what it is. */
export function judge(text: string, leaves: readonly Leaf[], head: Head): Judged[] {
  const paths = pathFinder()
  const marked: Marked[] = []
  for (const leaf of leaves) {
    const words = text.slice(leaf.start, leaf.end).trim()
    if (words === "") continue
    const linked = leaf.linked / words.length
    marked.push({
      leaf,
      words,
      linked,
      prose: linked <= 0.5 && isProse(words),
      path: paths(leaf.element),
      furniture: null,
    })
  }
  const title = titleAmong(marked, head.titles)
  placeFurniture(marked, title)
  placeSigns(marked)
  const article = head.kind === "other" ? null : articleKinds(marked, title, head.kind === "article")
  const kinds = article ?? pageKinds(marked, title)
  return marked.map((one, i) => ({
    leaf: one.leaf,
    words: one.words,
    kind: kinds[i] === "body" ? formOf(one) : kinds[i]!,
  }))
}

function pathFinder(): (element: Element) => readonly Element[] {
  const known = new Map<Element, readonly Element[]>()
  return (element) => {
    let path = known.get(element)
    if (path) return path
    const found: Element[] = []
    for (let node: Element["parentNode"] = element; isElement(node); node = node.parentNode) found.push(node)
    path = found
    known.set(element, path)
    return path
  }
}

/** The article's own words may be a quotation set apart or a cell. Whole pages are laid out in tables: prose is no cell. */
function formOf({ path, leaf, prose }: Marked): ZoneKind {
  if (path.some(({ tagName }) => tagName === "blockquote")) return "quote"
  const { tagName } = leaf.element
  return !prose && (tagName === "td" || tagName === "th") ? "table" : "body"
}

/** The leaf that is the page's title: best a heading that says what the head says. -1 when none is. */
function titleAmong(marked: readonly Marked[], titles: readonly string[]): number {
  const wanted = titles.map(folded).filter((title) => title.length > 3)
  let best = -1
  let most = 0
  marked.forEach(({ words, leaf, path, prose }, i) => {
    if (words.length > 400 || words.length < 4 || path.some(({ tagName }) => tagName === "nav" || tagName === "footer"))
      return
    const here = folded(words)
    const alike = Math.max(...wanted.map((title) => likeness(here, title)), 0)
    if (alike < 0.3) return
    const { tagName } = leaf.element
    const score = alike * 3 + (tagName === "h1" ? 4 : /^h[2-4]$/.test(tagName) ? 2 : prose ? 0 : 1)
    if (score > most) {
      best = i
      most = score
    }
  })
  if (best !== -1) return best
  const heads = marked.flatMap(({ leaf }, i) => (leaf.element.tagName === "h1" ? [i] : []))
  return heads.length === 1 ? heads[0]! : -1
}

/** How much of the longer one the shorter is, if it stands in it. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short !== "" && long.includes(short) ? short.length / long.length : 0
}

function folded(words: string): string {
  return (
    words
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ")
}

/**
 * Marks what stands in furniture. Class names accuse; an element that holds the title and prose is acquitted. If that
 * leaves next to nothing, so is one that holds much of the prose, and in the end even what calls itself comments: a
 * forum has nothing else.
 */
function placeFurniture(marked: readonly Marked[], title: number): void {
  const prose = new Map<Element, number>()
  let all = 0
  for (const { words, path, prose: is } of marked) {
    if (!is) continue
    all += words.length
    for (const element of path) prose.set(element, (prose.get(element) ?? 0) + words.length)
  }
  const share = (element: Element) => (prose.get(element) ?? 0) / all
  const aroundTitle = new Set(title === -1 ? [] : marked[title]!.path)
  const strict = (element: Element) => aroundTitle.has(element) && share(element) > 0.2
  const mild = (element: Element, kind: ZoneKind) => strict(element) || (kind !== "other" && share(element) > 0.4)
  const left = () => marked.reduce((sum, one) => sum + (one.prose && one.furniture === null ? one.words.length : 0), 0)

  accuse(marked, mild)
  const mildly = left()
  accuse(marked, strict)
  if (left() < Math.max(250, mildly * 0.2)) accuse(marked, mild)
  if (left() < 200) accuse(marked, (element) => share(element) > 0.4)
}

/** What says by its words what it is: a warning that saving is punished, a player that plays nothing. */
function placeSigns(marked: readonly Marked[]): void {
  for (const [i, one] of marked.entries()) {
    if (playerLine(one.words) !== null) one.furniture = "widget"
    if (!isLegalWarning(one.words)) continue
    one.furniture = "legal"
    for (let k = i - 1; k >= 0 && isDesignation(marked[k]!.words); k--) marked[k]!.furniture = "legal"
  }
}

function accuse(marked: readonly Marked[], acquits: (element: Element, kind: ZoneKind) => boolean): void {
  const known = new Map<Element, ZoneKind | null>()
  const furniture = (element: Element): ZoneKind | null => {
    let kind = known.get(element)
    if (kind === undefined) {
      kind = furnitureOf(element)
      if (kind !== null && acquits(element, kind)) kind = null
      known.set(element, kind)
    }
    return kind
  }
  // The outermost says it: a menu in a footer is part of the footer.
  for (const one of marked) {
    one.furniture = null
    for (const element of one.path) one.furniture = furniture(element) ?? one.furniture
  }
}

interface Weight {
  readonly element: Element
  /** Characters of prose, and of anything else, in what is not furniture. */
  prose: number
  junk: number
}

/** The kinds of a page that is an article; null when it is none. */
function articleKinds(marked: readonly Marked[], title: number, sure: boolean): ZoneKind[] | null {
  const from = startOf(marked, title)
  const home = homeOf(marked, from, sure)
  if (home === null) return null
  const kinds = marked.map((one, i): ZoneKind => {
    if (i === title) return "title"
    if (one.furniture !== null) return one.furniture
    if (i < from || !one.path.includes(home)) return "other"
    return one.linked > 0.7 ? "related" : "body"
  })
  linkLists(marked, kinds)
  labels(marked, kinds)
  edges(marked, kinds)
  return kinds
}

/** Lists of links are not what the article says. */
function linkLists(marked: readonly Marked[], kinds: ZoneKind[]): void {
  const lists = new Map<Element, { all: number; linked: number }>()
  const listOf = ({ path }: Marked) => path.find(({ tagName }) => tagName === "ul" || tagName === "ol")
  for (const [i, one] of marked.entries()) {
    const list = kinds[i] === "body" ? listOf(one) : undefined
    if (!list) continue
    const sum = lists.get(list) ?? { all: 0, linked: 0 }
    sum.all += one.words.length
    sum.linked += one.leaf.linked
    lists.set(list, sum)
  }
  for (const [i, one] of marked.entries()) {
    const sum = kinds[i] === "body" ? lists.get(listOf(one) ?? one.path[0]!) : undefined
    if (sum && sum.linked > sum.all * 0.5) kinds[i] = "related"
  }
}

/** Where the article is written in paragraphs, a short line that is none (`Text size`, `Advertisement`) is not its own. */
function labels(marked: readonly Marked[], kinds: ZoneKind[]): void {
  let all = 0
  let inParagraphs = 0
  for (const [i, { words, prose, leaf }] of marked.entries()) {
    if (kinds[i] !== "body" || !prose) continue
    all += words.length
    if (leaf.element.tagName === "p") inParagraphs += words.length
  }
  if (inParagraphs < all * 0.7) return
  for (const [i, { words, prose, leaf }] of marked.entries())
    if (kinds[i] === "body" && !prose && words.length < 80 && LABELS.has(leaf.element.tagName)) kinds[i] = "other"
}

const LABELS = new Set(["div", "section", "article", "header", "figure", "body", "main", "center"])

/** What comes before the first sentences (bylines, hours) and after the last ones is not the article. */
function edges(marked: readonly Marked[], kinds: ZoneKind[]): void {
  const body = marked.flatMap(({ prose, leaf }, i) =>
    kinds[i] === "body" && (prose || LISTED.has(leaf.element.tagName)) ? [i] : [],
  )
  const first = body.find((i) => marked[i]!.prose) ?? 0
  const last = body.at(-1) ?? 0
  for (const i of kinds.keys()) {
    if (kinds[i] !== "body" || (i >= first && i <= last)) continue
    // A heading stands before what it heads.
    if (i < first && /^h[2-6]$/.test(marked[i]!.leaf.element.tagName) && i === first - 1) continue
    kinds[i] = "other"
  }
}

const LISTED = new Set(["li", "td", "th", "dd", "pre", "blockquote"])

/** The article begins after its title, if there is prose enough after it. */
function startOf(marked: readonly Marked[], title: number): number {
  let before = 0
  let after = 0
  for (const [i, { prose, furniture, words }] of marked.entries()) {
    if (!prose || furniture !== null) continue
    if (i < title) before += words.length
    else after += words.length
  }
  return after > 200 && after > before ? title : -1
}

/** The element the article stands in: it holds most prose for the least of anything else. */
function homeOf(marked: readonly Marked[], from: number, sure: boolean): Element | null {
  const weights = new Map<Element, Weight>()
  let everything = 0
  for (const [i, { words, path, prose, furniture }] of marked.entries()) {
    if (furniture !== null) continue
    everything += words.length
    if (i <= from) continue
    for (const element of path) {
      let weight = weights.get(element)
      if (!weight) {
        weight = { element, prose: 0, junk: 0 }
        weights.set(element, weight)
      }
      if (prose) weight.prose += words.length
      else weight.junk += words.length
    }
  }
  let best: Weight | null = null
  let named: Weight | null = null
  const worth = ({ prose, junk }: Weight) => prose - junk
  for (const weight of weights.values()) {
    if (!best || worth(weight) > worth(best)) best = weight
    if (isArticleBody(weight.element) && (!named || worth(weight) > worth(named))) named = weight
  }
  if (!best || best.prose < (sure ? 150 : everything * 0.4)) return null
  return named && named.prose > best.prose * 0.8 ? named.element : best.element
}

/** The kinds of any other page: a shop, a list, a forum. All of it is content but for what no page means. */
function pageKinds(marked: readonly Marked[], title: number): ZoneKind[] {
  const main = mainOf(marked)
  const kinds = marked.map(({ furniture, path }, i): ZoneKind => {
    if (i === title) return "title"
    if (furniture !== null && !CONTENT.has(furniture)) return furniture
    return main === null || path.includes(main) ? "body" : "other"
  })
  beforeTitle(marked, kinds, title)
  repeats(marked, kinds)
  return kinds
}

/** What the page itself calls its main part, if most of what is no furniture stands in it. */
function mainOf(marked: readonly Marked[]): Element | null {
  let all = 0
  const mains = new Map<Element, number>()
  for (const { words, path, furniture } of marked) {
    if (furniture !== null) continue
    all += words.length
    for (const element of path)
      if (element.tagName === "main" || attribute(element, "role") === "main")
        mains.set(element, (mains.get(element) ?? 0) + words.length)
  }
  for (const [element, length] of mains) if (length > all * 0.5) return element
  return null
}

/** Where most of a page stands below its title, what stands above it is furniture. */
function beforeTitle(marked: readonly Marked[], kinds: ZoneKind[], title: number): void {
  const length = (from: number, to: number) =>
    marked.slice(from, to).reduce((sum, { words }, i) => sum + (kinds[from + i] === "body" ? words.length : 0), 0)
  if (title < 1 || length(0, title) > length(title, marked.length) * 0.2) return
  for (let i = 0; i < title; i++) if (kinds[i] === "body") kinds[i] = "other"
}

/** Pages made for two screens say everything twice. */
function repeats(marked: readonly Marked[], kinds: ZoneKind[]): void {
  const said = new Set<string>()
  for (const [i, { words }] of marked.entries()) {
    if (kinds[i] !== "body" || words.length < 40) continue
    if (said.has(words)) kinds[i] = "other"
    said.add(words)
  }
}
