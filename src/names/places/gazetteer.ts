import { kazakhArabic, kazakhLatin } from "./kazakh.js"
import { TABLE } from "./table.js"

export type PlaceKind = "country" | "region" | "city" | "town" | "district"
export type PlaceTongue = "en" | "ru" | "kk" | "kk-Latn" | "kk-Arab" | "ug" | "zh"

/** A name of a place and the days on which it held; null: no bound is known. Days are ISO 8601, both counted in. */
export interface PlaceName {
  readonly text: string
  readonly language: PlaceTongue
  readonly from: string | null
  readonly to: string | null
  /** Made from the Kazakh Cyrillic name by rule, not from a source. */
  readonly derived: boolean
}

export interface GazetteerPlace {
  /** Ours, and steady: "kz-astana". */
  readonly id: string
  readonly kind: PlaceKind
  /** What it lies in, the nearest first, the country last; empty for a country. */
  readonly within: readonly GazetteerPlace[]
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** WGS 84 degrees: of a town its middle, of what is larger its seat. */
  readonly latitude: number
  readonly longitude: number
  /** The usual name of each language first. */
  readonly names: readonly PlaceName[]
}

const TONGUES = ["en", "ru", "kk", "ug", "zh"] as const

/** Kazakhstan and Xinjiang to district and county, regions of their neighbours, countries and capitals. By id. */
export const GAZETTEER: ReadonlyMap<string, GazetteerPlace> = read()

function read(): Map<string, GazetteerPlace> {
  const places = new Map<string, GazetteerPlace>()
  for (const line of TABLE.trim().split("\n")) {
    const [id = "", kind = "", within = "", where = "", ...cells] = line.split("|")
    const above = places.get(within)
    const around = above === undefined ? [] : [above, ...above.within]
    const [latitude = 0, longitude = 0] = where.split(",").map(Number)
    places.set(id, {
      id,
      kind: kind as PlaceKind,
      within: around,
      country: (around.at(-1)?.id ?? id).toUpperCase(),
      latitude,
      longitude,
      names: TONGUES.flatMap((language, at) => namesIn(cells[at] ?? "", language)),
    })
  }
  return places
}

function namesIn(cell: string, language: (typeof TONGUES)[number]): PlaceName[] {
  return cell.split(",").flatMap((item) => {
    const [text = "", days = ".."] = item.split("@")
    if (text === "") return []
    const [from, to] = days.split("..").map((day) => day || null)
    const name = { text, language, from: from ?? null, to: to ?? null, derived: false }
    if (language !== "kk") return [name]
    return [
      name,
      { ...name, text: kazakhLatin(text), language: "kk-Latn", derived: true },
      { ...name, text: kazakhArabic(text), language: "kk-Arab", derived: true },
    ]
  })
}

/** Did a place go by this name on that day? A day may be a month or a year: then on any day of it. */
export function heldOn({ from, to }: Pick<PlaceName, "from" | "to">, on: string): boolean {
  return (from === null || from.slice(0, on.length) <= on) && (to === null || to.slice(0, on.length) >= on)
}

/** What a place is called in a language on a day; in English where that language has no name for it. */
export function nameOn({ names }: GazetteerPlace, language: PlaceTongue, on: string): string {
  for (const tongue of [language, "en"] as const) {
    const own = names.filter((name) => name.language === tongue)
    const held = own.find((name) => heldOn(name, on)) ?? own[0]
    if (held) return held.text
  }
  return ""
}

export type PlacePrecision = "country" | "region" | "city"

/**
 * The place that may be told of in public: itself, or what it lies in. A quarter is told as its city; a district or
 * county of the country counts as a city does.
 */
export function coarsened(place: GazetteerPlace, precision: PlacePrecision): GazetteerPlace {
  const chain = [place, ...place.within]
  if (precision === "country") return chain.at(-1)!
  // The first division of the country: a city of its own rank is its own region.
  if (precision === "region") return chain.at(-2) ?? place
  return place.kind === "district" && place.within[0]?.kind === "city" ? place.within[0] : place
}
