import type { Sentence } from "../../sentences/index.js"
import type { Word } from "../../sentences/words.js"
import { FAMILY_ENDING, FAMILY_FIRST, GIVEN } from "./given.js"
import type { Piece } from "./runs.js"
import { HUMAN_VERB, KIN, PERSONAL, ROLES } from "./words.js"

/** How much a sentence says for its run of capitals being a person, and for being an organisation. */
export interface Evidence {
  readonly person: number
  readonly organization: number
  /** What the words beside it call the person: "lawyer". */
  readonly roles: readonly string[]
}

/** A name whose evidence reaches this is taken for one. */
export const ENOUGH = 2

const SAY_BEFORE =
  /^(?:said|says|say|told|wrote|added|according|by|asked|named|called|including|like|against|with|accused)$/
const LEADS =
  /^(?:leader|head|founder|co-founder|chairman|chairwoman|chairperson|chair|director|member|members|spokesman|spokeswoman|spokesperson|president|editor|editor-in-chief|representative|coordinator|secretary|activist|activists|lawyer|lawyers|journalist|reporter|correspondent|employee|employees|staff|supporters|offices?|headquarters|branch|registration|owner)$/
const BODY =
  /^(?:group|organization|organisation|movement|party|foundation|newspaper|website|station|channel|outlet|company|network|NGO|ngo|magazine|agency|association|charity|union|militia|coalition|platform|firm|app|program|show)$/
const AGE = /^\d{1,2}$/

export function evidenceFor(
  piece: Piece & { kind: "run" },
  sentence: Sentence,
  lowerSeen: ReadonlySet<string>,
): Evidence {
  const { words } = sentence
  const tokens = words.slice(piece.from, piece.to).filter((word) => word.text !== ".")
  const titleWords = piece.title === null ? 0 : piece.title.split(" ").length
  const start = piece.from
  const before = wordBefore(words, start, titleWords)
  const earlier = before === null ? null : (words[before - 1] ?? null)
  const previous = before === null ? null : words[before]!
  const next = words[piece.to]
  const second = words[piece.to + 1]
  let person = tokens.length === 1 ? 0 : tokens.length <= 3 ? 1 : 0.5
  let organization = 0
  const roles: string[] = []
  if (piece.title !== null) {
    person += 3
    roles.push(...rolesOf(piece.title))
  }
  const first = tokens[0]!.text
  const last = tokens.at(-1)!.text
  if (tokens.length > 1) {
    if (GIVEN.has(first)) person += 2
    else if (FAMILY_FIRST.has(first) && tokens.length <= 3) person += 1.5
    else if (GIVEN.has(last)) person += 1
    if (FAMILY_ENDING.test(last)) person += 1.5
    if (tokens.slice(1, -1).some((word) => /^\p{Lu}$/u.test(word.text))) person += 2
    if (tokens.slice(1, -1).some((word) => /^(?:bin|ibn|bint|van|von|de|da|dos|del)$/.test(word.text))) person += 1
    if (/^(?:al|el)[-‑']/iu.test(last) || /^Abu$/.test(first)) person += 1.5
  }
  for (const word of tokens) if (lowerSeen.has(word.lower) && !GIVEN.has(word.text)) person -= 1.2
  for (const word of tokens)
    if (/(?:tion|ment|ness|ship|ism|ists|ions|ings|ments|ology|gate)$/.test(word.lower)) person -= 1.5
  // A byline that is nothing but a name.
  if (sentence.kind === "byline" && tokens.length === words.length && tokens.length > 1) person += 1
  if (previous !== null) {
    const role = previous.lower
    if (ROLES.has(role) && !previous.capital) {
      person += LEADS.test(role) && tokens.length === 1 ? 2.5 : 3
      roles.push(role)
    }
    if (BODY.test(previous.text)) organization += 2.5
    if (role === "," && earlier && (ROLES.has(earlier.lower) || KIN.has(earlier.lower))) {
      person += KIN.has(earlier.lower) && next?.text === "," ? 3 : 2.5
      roles.push(earlier.lower)
    }
    // "One of them, Temir Aldan, died": told of between commas, then what happened to him.
    if (role === "," && next?.text === "," && tokens.length > 1 && second && HUMAN_VERB.test(second.lower))
      person += 1.1
    // "My name is Temir Aldan."; "W: Temir Aldan.", an answer that is only a name.
    if (role === "is" && earlier?.lower === "name") person += 3
    if (
      role === ":" &&
      earlier &&
      /^(?:W|A|Witness|Answer)$/.test(earlier.text) &&
      next?.text === "." &&
      tokens.length > 1
    )
      person += 2
    // "A driver who knew the road, Temir Aldan, was": someone told of at length before the name.
    if (role === "," && next?.text === "," && tokens.length > 1 && describesSomeone(words, before!)) {
      person += 2
    }
    if (role === "the") {
      person -= 3
      organization += 1
    }
    if (/^(?:in|at|near)$/.test(role)) person -= 1.5
    if (role === "of" && earlier && LEADS.test(earlier.lower)) organization += 3
    if (role === "the" && earlier?.lower === "of" && before !== null && LEADS.test(words[before - 2]?.lower ?? ""))
      organization += 3
    if (SAY_BEFORE.test(role)) person += 1
    if (role === "of" && earlier && KIN.has(earlier.lower)) person += 2.5
    if (
      role === "of" &&
      earlier &&
      /^(?:arrest|detention|murder|killing|death|assassination|trial|release|disappearance|case|imprisonment|abduction|kidnapping|shooting|family)$/.test(
        earlier.lower,
      )
    )
      person += 2
    if (
      /^(?:arrested|detained|killed|murdered|jailed|sentenced|imprisoned|released|kidnapped|abducted|tortured|shot|charged|convicted|free|freed|questioned|interrogated)$/.test(
        role,
      )
    )
      person += 1.5
    if (/^(?:named|identified)$/.test(role) || (role === "as" && /^(?:identified|named)$/.test(earlier?.lower ?? "")))
      person += 1.5
  }
  if (next !== undefined) {
    if (next.text === ",") {
      if (second && AGE.test(second.text)) person += 3
      else if (second && /^(?:who|whose|whom)$/.test(second.lower)) person += 2
      else if (
        second &&
        /^(?:a|an|the|his|her|their|one|another|former|then|then-|also|head|director|president|founder|chairman|executive|senior|chief)$/.test(
          second.lower,
        )
      ) {
        const role = roleWithin(words, piece.to + 1)
        if (role !== null) {
          person += 2.5
          roles.push(role)
        }
      } else if (second && ROLES.has(second.lower)) {
        person += 2.5
        roles.push(second.lower)
      }
    }
    if (next.text === "(" && second && AGE.test(second.text) && words[piece.to + 2]?.text === ")") person += 3
    if (HUMAN_VERB.test(next.lower))
      person += /^(?:who|whose|said|told|says|tweeted|himself|herself)$/.test(next.lower) ? 1.5 : 1.1
    if (
      next.lower === "was" &&
      second &&
      /^(?:arrested|born|detained|killed|sentenced|released|charged|convicted|murdered|shot|jailed|imprisoned|found|taken|beaten|tortured|abducted|kidnapped|accused)$/.test(
        second.lower,
      )
    )
      person += 1.5
    if (/^['’]s$/.test(next.text) && second && PERSONAL.test(second.lower)) person += 1.5
    if (BODY.test(next.text)) organization += 2.5
    // "Saghynysh, the group she founded", "Atlan Kenes (Friends of the Steppe), a rights group"
    if (
      next.text === "," &&
      second &&
      /^(?:the|a|an|his|her|their)$/.test(second.lower) &&
      bodyWithin(words, piece.to + 2)
    )
      organization += 2.5
    if (
      /^(?:Street|Avenue|Road|River|Lake|Mountains?|Valley|Island|Islands|Bridge|Square|Airport|Stadium|Bay|Beach|Hills?|County|Province|District|Village|City|Park|Day|Prize|Award|Act|Bill|Law|Cup|Games|War|Treaty|Agreement|Summit|Conference|State|Region|Highway|Festival|Convention|Declaration|Code|Constitution|Hotel|Building|Tower|Palace|Camp|Port|Canal|Dam|Desert|Forest|Sea|Ocean|Gulf)$/.test(
        next.text,
      )
    )
      person -= 3
  }
  for (const word of tokens)
    if (
      /^(?:Street|Avenue|Road|River|Lake|Mountains?|Valley|Island|Islands|Bridge|Square|Airport|Stadium|Bay|Beach|County|Province|District|Village|City|Day|Prize|Award|Awards|Act|Bill|Law|Cup|Games|War|Treaty|Agreement|Summit|Conference|State|States|Region|Highway|Festival|Convention|Declaration|Code|Constitution|Hotel|Building|Tower|Palace|Amendment|Rights|Human|Nations|World|National|International|Global|Republic|Revolution|Winter|Summer|Spring|Olympics|Covid-19|Coronavirus|Facebook|Twitter|East|West|North|South|Northern|Southern|Western|Eastern|Central|Chapter|Section|Article|Part|Rule|Title|House|Hall|Photo|Images|Getty|Image|Security|Criminal|Penal|Civil|Supreme|Special|Peace|Freedom|Justice|Climate|Health|Democracy|Free|Public|General|Affairs|Foreign|Islamic|Holy|Great|Grand|Royal|Black|White|Red|Green|Blue|Golden|Silver|New|Old|Young|Big|Little|High|American|Camp|Mount|Gulf|Cape|Fort|San|Santa|Valley|Christmas|Eve|Night|Morning)$/.test(
        word.text,
      )
    )
      person -= GIVEN.has(first) && word === tokens.at(-1) ? 0.8 : 1.8
  return { person, organization, roles }
}

/** The word before the run, its title and an opening bracket left out. */
function wordBefore(words: readonly Word[], start: number, titleWords: number): number | null {
  let at = start - 1 - titleWords
  if (titleWords > 0) while (at >= 0 && words[at]?.text === ".") at--
  return at >= 0 ? at : null
}

/** "A spokeswoman for the ministry, ": the clause before the comma begins with an article and holds a role. */
function describesSomeone(words: readonly Word[], comma: number): boolean {
  let from = comma - 1
  while (from >= 0 && comma - from < 14 && !/^[,.;:()“”"]$/u.test(words[from]!.text)) from--
  const phrase = words.slice(from + 1, comma)
  const head = phrase.findIndex(({ lower, capital }) => !capital && ROLES.has(lower))
  return head > 0 && head < 4 && /^(?:an?|the|his|her|their|another|one)$/.test(phrase[0]!.lower)
}

/** "…, the well-known group she founded": a word for a body before the clause goes on. */
function bodyWithin(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 4); at++) {
    const { text } = words[at]!
    if (BODY.test(text)) return true
    if (!/^\p{Ll}[\p{L}-]*$/u.test(text) || ROLES.has(text)) return false
  }
  return false
}

function roleWithin(words: readonly Word[], from: number): string | null {
  for (let at = from; at < Math.min(words.length, from + 9); at++) {
    const word = words[at]!
    if (/^[,.;:()]$/.test(word.text) || /^(?:that|who|which|said|says|is|was|has|had)$/.test(word.lower)) return null
    if (ROLES.has(word.lower)) return word.lower
  }
  return null
}

/** "Opposition Leader" → leader; a courtesy ("Mr.") is no role. */
export function rolesOf(title: string): string[] {
  return title
    .toLowerCase()
    .replace(/\./g, "")
    .split(" ")
    .filter((word) => ROLES.has(word))
    .slice(-1)
}
