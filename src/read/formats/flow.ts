import type { ByteMap } from "../../model/reading.js"
import type { Decoded } from "../bytes/decode.js"
import { MappedText } from "../bytes/map.js"
import { attribute, type Element, isElement, type Node, parseTree, type Root, runsOf } from "./tree.js"

/** A stretch of text between two block boundaries (or two line breaks in a row), and the block it stands in. */
export interface Leaf {
  readonly start: number
  readonly end: number
  readonly element: Element
  /** How many of its characters are in links or buttons. */
  readonly linked: number
}

/** Something the page shows that is not text, and where in the text it stands. */
export interface Medium {
  readonly at: number
  readonly element: Element
}

export interface Flow {
  readonly text: string
  readonly map: ByteMap
  readonly leaves: readonly Leaf[]
  readonly media: readonly Medium[]
  readonly root: Root
}

const words = (list: string) => new Set(list.split(" "))

const BLOCKS = words(
  "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form " +
    "frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li listing main menu nav ol optgroup option p " +
    "plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul xmp",
)
/** Blocks with an empty line around them. */
const APART = words("article blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul")
/** Never part of what the page says. */
const UNSAID = words("area base datalist head link meta noembed noframes param rp script style template title")
const UNSAID_IN_SVG = words("defs desc metadata script style symbol title")
const MEDIA = words("audio embed iframe img object video picture")
const KEPT_AS_WRITTEN = words("listing pre plaintext textarea xmp")

/**
 * Writes down what a page says, as a browser's `innerText` would lay it out, with the way back to the bytes.
 * @throws DalelError reading/too-deep
 */
export function flowOf(source: Decoded): Flow {
  const root = parseTree(source.text)
  const shown = write(root, source, "hidden noscript")
  if (shown.text.length > LITTLE) return shown
  // Some pages hide their body until a script runs, some keep it for those without scripts: better that than nothing.
  const all = write(root, source, "noscript")
  if (all.text.length > LITTLE * 3) return all
  if (!/<noscript/i.test(source.text)) return shown
  const plain = write(parseTree(source.text, false), source, "")
  return plain.text.length > LITTLE * 3 ? plain : shown
}

/** A page with fewer characters shows next to nothing. */
const LITTLE = 400

function write(root: Root, source: Decoded, without: "hidden noscript" | "noscript" | ""): Flow {
  const out = new MappedText(source)
  const from = source.text
  const leaves: Leaf[] = []
  const media: Medium[] = []

  let block: Element | null = null
  let leaf: { start: number; element: Element; linked: number } | null = null
  let apart = 0 // line breaks due before the next leaf
  let breaks = 0 // <br> since the last character
  let space: { first: number; after: number; standing: boolean } | null = null
  let links = 0

  function endLeaf(distance: number) {
    space = null
    breaks = 0
    if (leaf) leaves.push({ ...leaf, end: out.length })
    leaf = null
    if (out.length > 0) apart = Math.max(apart, distance)
  }

  /** Called before every character that is not folded away. */
  function begin() {
    if (breaks > 1) endLeaf(2)
    if (!leaf) {
      if (apart > 0) out.breakLine(apart)
      apart = 0
      leaf = { start: out.length, element: block!, linked: 0 }
    } else if (breaks === 1) out.breakLine()
    else if (space) {
      if (space.standing || space.after - space.first !== 1 || from[space.first] !== " ")
        out.stand(" ", space.first, space.after)
      else out.copy(space.first, space.after)
    }
    breaks = 0
    space = null
  }

  function written(length: number) {
    if (links > 0) leaf!.linked += length
  }

  function folded(node: Node) {
    for (const run of runsOf(node)) {
      if (run.chars !== null) {
        if (isBlank(run.chars)) space ??= { first: run.from, after: run.to, standing: true }
        else {
          begin()
          out.stand(run.chars, run.from, run.to)
          written(run.chars.length)
        }
        continue
      }
      for (let i = run.from; i < run.to; ) {
        let end = i
        while (end < run.to && isSpace(from.charCodeAt(end))) end++
        if (end > i) space ??= { first: i, after: end, standing: false }
        i = end
        while (end < run.to && !isSpace(from.charCodeAt(end))) end++
        if (end === i) continue
        begin()
        out.copy(i, end)
        written(end - i)
        i = end
      }
    }
  }

  function asWritten(node: Node) {
    for (const run of runsOf(node)) {
      begin()
      if (run.chars === null) out.copy(run.from, run.to)
      // A line end written as a lone carriage return or an entity counts as one that comes from no byte.
      else if (run.chars === "\n" || run.chars === "\r") out.breakLine()
      else out.stand(isBlank(run.chars) ? " " : run.chars, run.from, run.to)
      written(run.to - run.from)
    }
  }

  /** Writes what stands before a node's children, and tells whether they are to be walked. */
  function open(node: Node, kept: boolean): Step | null {
    if (node.nodeName === "#text") {
      if (kept) asWritten(node)
      else folded(node)
      return null
    }
    if (!isElement(node) || isUnsaid(node) || (without.startsWith("hidden") && isHidden(node))) return null
    if (without !== "" && node.tagName === "noscript") return null
    const name = node.tagName
    if (MEDIA.has(name)) media.push({ at: out.length, element: node })
    if (name === "br") {
      if (leaf) breaks++
      space = null
    }
    if (name === "iframe" || node.childNodes.length === 0) return BLOCKS.has(name) ? rule(name) : null
    const distance = BLOCKS.has(name) ? distanceOf(name) : 0
    const link = (name === "a" && attribute(node, "href") !== null) || name === "button"
    const step = { element: node, next: 0, kept: kept || KEPT_AS_WRITTEN.has(name), distance, link, outer: block }
    if (distance > 0) {
      endLeaf(distance)
      block = node
    }
    if (link) links++
    return step
  }

  // A block that says nothing (`<hr>`, an empty `<p>`) still parts what is before it from what is after.
  function rule(name: string): null {
    endLeaf(distanceOf(name))
    return null
  }

  function close({ distance, link, outer }: Step) {
    if (link) links--
    if (distance === 0) return
    endLeaf(distance)
    block = outer
  }

  // No recursion: how deep a page goes is its author's choice.
  const path: Step[] = []
  for (const child of root.childNodes) {
    let step = open(child, false)
    while (step) {
      const next: Node | undefined = step.element.childNodes[step.next++]
      if (next === undefined) {
        close(step)
        step = path.pop() ?? null
        continue
      }
      const inner = open(next, step.kept)
      if (!inner) continue
      path.push(step)
      step = inner
    }
  }
  endLeaf(0)
  return { ...out.finish(), leaves, media, root }
}

interface Step {
  readonly element: Element
  next: number
  readonly kept: boolean
  /** Line breaks around a block; 0 for anything else. */
  readonly distance: number
  readonly link: boolean
  readonly outer: Element | null
}

function distanceOf(name: string): number {
  return APART.has(name) ? 2 : 1
}

function isUnsaid(element: Element): boolean {
  const { tagName, namespaceURI } = element
  return namespaceURI.endsWith("svg") ? UNSAID_IN_SVG.has(tagName) : UNSAID.has(tagName)
}

// The page as a whole is never hidden: some hide it until a script has run.
function isHidden(element: Element): boolean {
  const { tagName } = element
  if (tagName === "body" || tagName === "html" || tagName === "main" || tagName === "article") return false
  if (tagName === "dialog") return attribute(element, "open") === null
  if (attribute(element, "hidden") !== null) return true
  const style = attribute(element, "style")
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

/** HTML's white space; a no-break space is none. */
function isSpace(code: number): boolean {
  return code === 32 || (code <= 13 && (code === 10 || code === 9 || code === 13 || code === 12))
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false
  return true
}
