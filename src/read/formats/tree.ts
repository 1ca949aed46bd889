import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type ParserOptions, type Token } from "parse5"
import { DalelError } from "../../model/refusals.js"

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
export type Root = DefaultTreeAdapterTypes.Document

export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null

export const isElement = (node: Node | Root | Element["parentNode"]): node is Element =>
  node !== null && "tagName" in node

/** An element and those it lies in, innermost first, at most so many. */
export function* outward(element: Element, most = Number.POSITIVE_INFINITY): Generator<Element> {
  let left = most
  for (let node: Element["parentNode"] = element; isElement(node) && left > 0; node = node.parentNode, left--)
    yield node
}

/**
 * A run of characters and the stretch of the source it was written as. `chars` is null when the source says just that;
 * otherwise (an entity, a lone carriage return, a zero byte) the stretch stands for `chars` as a whole.
 */
export interface Run {
  readonly from: number
  readonly to: number
  readonly chars: string | null
}

/** Elements open at once. Real pages stay under a few hundred; a million nested tags would take a gigabyte. */
export const DEEPEST = 5000

/**
 * The HTML tree, every text node with the runs it was written as. `scripts`: read as by a browser that runs them, which
 * takes `<noscript>` for text. @throws DalelError reading/too-deep
 */
export function parseTree(source: string, scripts = true): Root {
  return TracedParser.parse(source, { scriptingEnabled: scripts, treeAdapter: tracedAdapter() }) as Root
}

/** The runs of a text node, in the order of its characters. */
export function runsOf(node: Node): readonly Run[] {
  return (node as Traced).runs ?? []
}

interface Traced {
  readonly type?: number
  runs?: Run[]
}

/**
 * What is used of the tokenizer's inside (parse5 is pinned; `tree.test.ts` fails if it changes). Every character of text
 * passes `_flushRun`, either as a slice of the input or as a substitute; only there is its true place known, since the
 * locations of whole text nodes swallow tags and are wrong at entities.
 */
interface Inside {
  preprocessor: { html: string; pos: number; bufferWaterline: number }
  state: number
  returnState: number
  currentToken: object | null
  currentCharacterToken: Traced | null
  runStart: number
  runEnd: number
  entityStartPos: number
  _flushRun(text: string): void
  _extendRunWith(text: string, offset: number): void
  _isCharacterReferenceInAttribute(): boolean
  _ensureCharacterToken(type: number): void
  _stateData(code: number): void
  _stateRawtext(code: number): void
  _stateScriptData(code: number): void
  _stateAttributeValueDoubleQuoted(code: number): void
  _stateAttributeValueSingleQuoted(code: number): void
}

// parse5's State and TokenType, which it does not export.
const DATA = 0
const RAWTEXT = 2
const SCRIPT_DATA = 3
const DOUBLE_QUOTED = 35
const SINGLE_QUOTED = 36
const CHARACTER_REFERENCE = 71
const CHARACTERS = 0

type Adapter = typeof defaultTreeAdapter & { arriving: Run[] }

function tracedAdapter(): Adapter {
  const adapter: Adapter = {
    ...defaultTreeAdapter,
    arriving: [],
    insertText(parent, text) {
      defaultTreeAdapter.insertText(parent, text)
      arrive(parent.childNodes.at(-1)!)
    },
    insertTextBefore(parent, text, reference) {
      defaultTreeAdapter.insertTextBefore(parent, text, reference)
      const { childNodes } = parent
      const last = childNodes.length - 1
      arrive(childNodes[(childNodes[last] === reference ? last : childNodes.indexOf(reference)) - 1]!)
    },
  }
  function arrive(node: Node) {
    const traced = node as Traced
    if (traced.runs) traced.runs.push(...adapter.arriving)
    else traced.runs = adapter.arriving
    adapter.arriving = []
  }
  return adapter
}

class TracedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  constructor(options: ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>) {
    super(options)
    const inside = this.tokenizer as unknown as Inside
    trace(inside)
    hurry(inside, this)
  }

  override onItemPush(node: DefaultTreeAdapterTypes.ParentNode, tid: number, isTop: boolean): void {
    if (this.openElements.stackTop > DEEPEST) throw new DalelError("reading/too-deep", String(DEEPEST))
    super.onItemPush(node, tid, isTop)
  }

  override _insertCharacters(token: Token.CharacterToken): void {
    ;(this.treeAdapter as Adapter).arriving = shown(token.chars, (token as Traced).runs ?? [])
    super._insertCharacters(token)
  }
}

/** The tree builder may drop a first line break (`<pre>`) or turn zero bytes into one U+FFFD: the runs follow. */
function shown(chars: string, runs: Run[]): Run[] {
  const length = runs.reduce((sum, run) => sum + (run.chars?.length ?? run.to - run.from), 0)
  if (length === chars.length && chars !== "\uFFFD") return runs
  const first = runs[0]!
  if (chars === "\uFFFD") return [{ from: first.from, to: runs.at(-1)!.to, chars }]
  return first.chars === null && first.to - first.from > 1
    ? [{ ...first, from: first.from + 1 }, ...runs.slice(1)]
    : runs.slice(1)
}

function trace(inside: Inside): void {
  // Nothing is dropped from the input as it is read, so positions in it stay true.
  inside.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY
  const flush = inside._flushRun
  const extend = inside._extendRunWith

  const add = (token: Traced, run: Run) => {
    token.runs ??= []
    const last = token.runs.at(-1)
    if (!last || last.to !== run.from || last.chars !== null || run.chars !== null) token.runs.push(run)
    else token.runs[token.runs.length - 1] = { from: last.from, to: run.to, chars: null }
  }

  inside._flushRun = (text) => {
    const token = inside.currentToken === null ? inside.currentCharacterToken : null
    if (token) {
      const { runStart, runEnd, preprocessor } = inside
      if (runEnd > runStart) add(token, { from: runStart, to: runEnd, chars: null })
      const { pos, html } = preprocessor
      if (text === "\n" && html[pos + 1] === "\n") add(token, { from: pos + 1, to: pos + 2, chars: null })
      else if (text !== "") add(token, { from: pos, to: pos + 1, chars: text })
    }
    flush.call(inside, text)
  }

  inside._extendRunWith = (text, offset) => {
    if (inside.state !== CHARACTER_REFERENCE || inside._isCharacterReferenceInAttribute()) {
      extend.call(inside, text, offset)
      return
    }
    inside._flushRun("")
    const token = inside.currentCharacterToken!
    const from = inside.entityStartPos
    const to = inside.preprocessor.pos + 1
    const last = token.runs?.at(-1)
    // Some references name two characters, which come one by one.
    if (last && last.from === from && last.chars !== null)
      token.runs![token.runs!.length - 1] = { from, to, chars: last.chars + text }
    else add(token, { from, to, chars: text })
    inside.runStart = to
    inside.runEnd = to
    flush.call(inside, text)
  }
}

/**
 * The tokenizer looks at each character of scripts, styles, attributes and words; four fifths of a page are these.
 * Once such a stretch has begun, its rest is taken at once, up to the first character that means something.
 */
function hurry(inside: Inside, parser: { insertionMode: number }): void {
  const { preprocessor } = inside

  const take = (stop: number, entities: boolean) => {
    const { html, pos } = preprocessor
    // A line feed after a carriage return is none.
    if (html.charCodeAt(pos) === 13) return
    let end = pos + 1
    for (; end < html.length; end++) {
      const code = html.charCodeAt(end)
      if (code === stop || code === 0 || code === 13 || (entities && code === 38)) break
    }
    if (end === pos + 1) return
    if (inside.runEnd !== pos + 1) {
      inside._flushRun("")
      inside.runStart = pos + 1
    }
    inside.runEnd = end
    preprocessor.pos = end - 1
  }

  const raw = (name: "_stateRawtext" | "_stateScriptData", state: number) => {
    const step = inside[name]
    inside[name] = (code) => {
      step.call(inside, code)
      if (inside.state !== state || code === -1) return
      inside._ensureCharacterToken(CHARACTERS)
      take(60, false)
    }
  }
  raw("_stateRawtext", RAWTEXT)
  raw("_stateScriptData", SCRIPT_DATA)

  const quoted = (
    name: "_stateAttributeValueDoubleQuoted" | "_stateAttributeValueSingleQuoted",
    state: number,
    quote: number,
  ) => {
    const step = inside[name]
    inside[name] = (code) => {
      step.call(inside, code)
      if (inside.state === state && code !== -1) take(quote, true)
    }
  }
  quoted("_stateAttributeValueDoubleQuoted", DOUBLE_QUOTED, 34)
  quoted("_stateAttributeValueSingleQuoted", SINGLE_QUOTED, 39)

  const step = inside._stateData
  inside._stateData = (code) => {
    step.call(inside, code)
    // White space alone may mean something else than words; after a word it is part of the text. Not so in framesets.
    const token = inside.currentCharacterToken
    const frames = parser.insertionMode === 19 || parser.insertionMode === 20 || parser.insertionMode === 22
    if (inside.state === DATA && token?.type === CHARACTERS && code !== -1 && !frames) take(60, true)
  }
}
