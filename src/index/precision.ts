import type { EntityId } from "../model/id.js"
import {
  coarsened,
  type GazetteerPlace,
  nameOn,
  type PlacePrecision,
  type PlaceTongue,
} from "../names/places/gazetteer.js"
import { placeNamed } from "../names/places/resolve.js"
import { scriptOf } from "../names/readings.js"
import type { Fact } from "./facts.js"

/** A place that is told of in public by what it lies in. */
export interface Veil {
  readonly entity: EntityId
  /** Whatever it is called: none of this is to be read. */
  readonly names: readonly string[]
  /** What is read instead; null where nobody knows what it lies in: then nothing is. */
  readonly instead: string | null
}

/** Places that a person chose to tell of more coarsely than by their names. */
export function veilsIn(facts: readonly Fact[]): Veil[] {
  const own = placesIn(facts)
  return [...own].flatMap(([entity, { facts: about, names, precision }]): Veil[] => {
    if (precision === null) return []
    const known = knownAs(names)
    // Of a place no gazetteer has, only the person who chose can say that it is a city and not a street.
    if (known === null)
      return precision === "city" ? [] : [{ entity, names: calledBy(about, names, []), instead: null }]
    const told = coarsened(known, precision)
    if (told === known) return []
    const between = [known, ...known.within].slice(0, [known, ...known.within].indexOf(told))
    const instead = nameOn(told, TONGUES[scriptOf(names[0]!)] ?? "en", "9999")
    return [{ entity, names: calledBy(about, names, between), instead }]
  })
}

/** Is this a home that is not known to be a city or wider? A street or a village is not told of, whoever lives there. */
export function homesUntold(facts: readonly Fact[]): (fact: Fact) => boolean {
  const own = placesIn(facts)
  return ({ property, value }) => {
    if (property !== "residence" || value.type !== "entity") return false
    const place = own.get(value.entity)
    return place === undefined || (place.precision === null && !atLeastCity(place.names))
  }
}

/** Every name of it is a city, a district or wider; "Satpayev Street, Almaty" is not. */
function atLeastCity(names: readonly string[]): boolean {
  const known = knownAs(names)
  return known !== null && coarsened(known, "city") === known
}

const TONGUES: Partial<Record<ReturnType<typeof scriptOf>, PlaceTongue>> = { Cyrl: "ru", Hani: "zh" }

interface OwnPlace {
  readonly facts: Fact[]
  readonly names: string[]
  precision: PlacePrecision | null
}

function placesIn(facts: readonly Fact[]): Map<EntityId, OwnPlace> {
  const places = new Map<EntityId, OwnPlace>()
  for (const fact of facts) {
    if (fact.schema !== "Place") continue
    const own = places.get(fact.entity) ?? { facts: [], names: [], precision: null }
    places.set(fact.entity, own)
    own.facts.push(fact)
    if (fact.value.type === "name") own.names.push(fact.value.text)
    // Of two choices the more careful holds.
    if (fact.property === "precision" && fact.value.type === "code")
      own.precision = coarser(own.precision, fact.value.code as PlacePrecision)
  }
  return places
}

const ORDER: readonly PlacePrecision[] = ["city", "region", "country"]

const coarser = (a: PlacePrecision | null, b: PlacePrecision): PlacePrecision =>
  a !== null && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b

/** The one place all its names mean; null when they mean several, or one of them none. */
function knownAs(names: readonly string[]): GazetteerPlace | null {
  const found = new Set<GazetteerPlace | null>(
    names.map((name) => {
      const answer = placeNamed(name)
      return answer && "one" in answer ? answer.one.place : null
    }),
  )
  const [first] = found
  return found.size === 1 ? (first ?? null) : null
}

/** All it may be called by: its names, the words its sources have for it, and what the gazetteer calls it. */
function calledBy(facts: readonly Fact[], names: readonly string[], known: readonly GazetteerPlace[]): string[] {
  const quoted = facts.flatMap(({ property, ground }) =>
    ground.kind === "source" && (property === "name" || property === "alias")
      ? ground.passages.map(({ exact }) => exact)
      : [],
  )
  const others = known
    .flatMap((place) => place.names.map(({ text }) => text))
    .filter((text) => text.length > 2 || /\p{Script=Han}/u.test(text))
  return [...new Set([...names, ...quoted, ...others])].filter((name) => name.trim() !== "")
}
