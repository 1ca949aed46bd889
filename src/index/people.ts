import type { EntityId } from "../model/id.js"
import type { Listed } from "../names/overlap.js"
import type { Db } from "../vault/db.js"
import { byEntity, factsAbout } from "./facts.js"

/** People of the vault as a list, and how many are left out because all their names are restricted. */
export interface PeopleListed {
  readonly people: readonly Listed[]
  readonly restricted: number
}

/** People asked for at a time: a vault may hold tens of thousands. */
const AT_ONCE = 500

/** Everyone with a name that is not restricted; restricted names, dates and places are not among theirs. */
export async function peopleListed(db: Db): Promise<PeopleListed> {
  const ids = await db.all<{ id: EntityId }>(
    "SELECT DISTINCT canon AS id FROM i_entity WHERE schema = 'Person' ORDER BY canon",
  )
  const people: Listed[] = []
  let restricted = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const facts = await factsAbout(
      db,
      ids.slice(at, at + AT_ONCE).map(({ id }) => id),
    )
    for (const [key, own] of byEntity(facts)) {
      const open = own.filter(({ audience }) => audience !== "restricted")
      const said = (...properties: string[]) => open.filter(({ property }) => properties.includes(property))
      const names = [...said("name"), ...said("alias")].map(({ words }) => words).filter((name) => name.trim() !== "")
      if (names.length === 0) {
        if (own.some(({ property, audience }) => property === "name" && audience === "restricted")) restricted++
        continue
      }
      const born = said("birthDate").flatMap(({ value }) => (value.type === "date" ? [value.edtf] : []))
      const places = said("birthPlace", "residence").map(({ words }) => words)
      people.push({
        key,
        names: [...new Set(names)],
        born: born.filter((edtf) => /^\d{4}(?:-\d\d){0,2}$/.test(edtf)),
        places: [...new Set(places)].filter(Boolean),
      })
    }
  }
  return { people, restricted }
}
