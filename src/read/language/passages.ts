import type { Span } from "../../model/passage.js"
import type { Block } from "../page.js"
import { identify, type Language } from "./index.js"

/** Fewer letters say too little against the page around them. */
const FEWEST = 24
const SURE = 0.8

/**
 * The language of each passage of a page: its own words' where they are enough to tell, else its paragraph's, else the
 * page's. A Russian quotation in a Kazakh page is Russian.
 */
export function languageOfPassages(
  text: string,
  blocks: readonly Block[],
  page: Language,
): (passage: Span) => Language {
  const known = new Map<string, Language | null>()
  const own = ({ start, end }: Span): Language | null => {
    const key = `${start}-${end}`
    const before = known.get(key)
    if (before !== undefined) return before
    const words = text.slice(start, end)
    const enough = (words.match(/\p{L}/gu)?.length ?? 0) >= (/\p{Script=Han}/u.test(words) ? FEWEST / 3 : FEWEST)
    const found = enough ? identify(words) : null
    const sure = found !== null && found.confidence >= SURE && found.language !== "und"
    known.set(key, sure ? found : null)
    return sure ? found : null
  }
  return (passage) => own(passage) ?? own(blockOf(blocks, passage) ?? passage) ?? page
}

function blockOf(blocks: readonly Block[], { start, end }: Span): Block | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= start) low = middle
    else high = middle - 1
  }
  const block = blocks[low]
  return block !== undefined && block.start <= start && end <= block.end ? block : undefined
}
