import assert from "node:assert/strict"
import { test } from "node:test"
import { coarsened, GAZETTEER, type GazetteerPlace, nameOn } from "./gazetteer.js"
import { type PlaceAsked, placeNamed } from "./resolve.js"

function ids(text: string, asked?: PlaceAsked): string[] {
  const answer = placeNamed(text, asked)
  if (answer === null) return []
  return "one" in answer ? [answer.one.place.id] : answer.several.map(({ place }) => place.id)
}

const one = (text: string, asked?: PlaceAsked) => {
  const answer = placeNamed(text, asked)
  assert.ok(answer && "one" in answer, text)
  return answer.one
}

test("one place under all its names, in every script", () => {
  const cases: [id: string, names: string[]][] = [
    ["kz-astana", ["Astana", "Nur-Sultan", "Nursultan", "Tselinograd", "Целиноград", "Нұр-Сұлтан", "نۇر-سۇلتان", "استانا", "阿斯塔纳"]],
    ["kz-almaty", ["Almaty", "Alma-Ata", "Алма-Ата", "الماتى", "ئالمۇتا", "阿拉木图", "Алматы қаласы", "г. Алматы"]],
    ["xj-ghulja", ["Ghulja", "Kulja", "Yining", "Кульджа", "Құлжа", "قۇلجا", "غۇلجا", "伊宁市"]],
    ["xj-kashgar", ["Kashgar", "Kashi", "Кашгар", "قاشقار", "قەشقەر", "喀什"]],
    ["xj-urumqi", ["Urumqi", "Ürümqi", "Urumchi city", "ٴۇرىمجى", "ئۈرۈمچى"]],
    ["kz-karaganda", ["Karaganda oblast", "Карагандинская область", "Қарағанды облысы"]],
    ["kz-kokshetau", ["Kokshetau", "Көкшетау", "Kökşetau", "Kokchetav"]],
    ["kg-capital", ["Bishkek", "Frunze", "بىشكەك", "比什凯克"]],
  ] // biome-ignore format: a table
  for (const [id, names] of cases) for (const name of names) assert.deepEqual(ids(name), [id], name)
})

test("a name out of its days is told to be so", () => {
  assert.equal(one("Nur-Sultan", { on: "2019-07-29" }).outOfDate, false)
  assert.equal(one("Astana", { on: "2019-07-29" }).outOfDate, true)
  assert.equal(one("Astana", { on: "2022-10" }).outOfDate, false)
  assert.equal(one("Astana", { on: "2019" }).outOfDate, false, "for the first months of that year it was")
  const astana = GAZETTEER.get("kz-astana")!
  const called = ["1975-05-01", "1995-05-01", "2010-05-01", "2019-07-29", "2026-11-24"]
  assert.deepEqual(
    called.map((day) => nameOn(astana, "en", day)),
    ["Tselinograd", "Akmola", "Astana", "Nur-Sultan", "Astana"],
  )
  assert.equal(nameOn(astana, "ru", "2020"), "Нур-Султан")
})

test("a misspelling is resolved and kept as it was written", () => {
  const cases: [string, string][] = [
    ["Almatty", "kz-almaty"],
    ["Karagnada", "kz-qaraghandy"],
    ["Жаркенте", "kz-zharkent"],
    ["Москве", "ru-capital"],
    ["Kazahstan", "kz"],
    ["Шыңжаңда", "xj"],
    ["Астанадағы", "kz-astana"],
    ["ئۈرۈمچىدە", "xj-urumqi"],
    ["قەشقەردىن", "xj-kashgar"],
  ]
  for (const [written, id] of cases) {
    const found = one(written)
    assert.equal(found.place.id, id, written)
    assert.equal(found.written, written)
    assert.equal(found.how, "spelling", written)
  }
})

test("an institution is where it says it sits, not what its name has in it", () => {
  assert.deepEqual(ids("Almaty District Court No. 2 of Nur-Sultan"), ["kz-astana"])
  assert.deepEqual(ids("Алматинский районный суд № 2 города Астана"), ["kz-astana"])
  assert.deepEqual(ids("Almaty District Court"), [])
  assert.deepEqual(ids("Kashgar Prison"), [])
  assert.deepEqual(ids("Алматы аудандық соты"), [])
  assert.deepEqual(ids("Нұр-Сұлтан қаласының Алматы аудандық соты"), ["kz-astana"])
})

test("two places of one name are for a person, unless the question tells them apart", () => {
  assert.deepEqual(ids("Aksu"), ["kz-aksu", "xj-aksu"])
  assert.deepEqual(ids("Aksu", { country: "CN" }), ["xj-aksu"])
  assert.deepEqual(ids("Akmola", { on: "2020" }), ["kz-akmola"])
})

test("what nobody told the gazetteer of is nowhere", () => {
  for (const name of ["Springfield", "Dalakent", "Baker Street", "Bektau", "Yunze", "Moiynsai", "", "…"])
    assert.deepEqual(ids(name), [], name)
})

test("in public a quarter is its city, a city its region, and all of it a country", () => {
  const told = (id: string) =>
    (["city", "region", "country"] as const).map((precision) => coarsened(GAZETTEER.get(id)!, precision).id)
  assert.deepEqual(told("kz-almaty-auezov-district"), ["kz-almaty", "kz-almaty", "kz"])
  assert.deepEqual(told("kz-zharkent"), ["kz-zharkent", "kz-zhetisu", "kz"])
  assert.deepEqual(told("xj-tacheng"), ["xj-tacheng", "xj", "cn"])
  assert.deepEqual(told("kz"), ["kz", "kz", "kz"])
})

test("the table is whole: every place is somewhere, called something, within one country", () => {
  const wrong = (place: GazetteerPlace) =>
    !(Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180) ||
    place.names.every(({ language }) => language !== "en") ||
    (place.kind === "country") !== (place.within.length === 0) ||
    place.names.some(({ from, to }) => from !== null && to !== null && from > to)
  assert.deepEqual(
    [...GAZETTEER.values()].filter(wrong).map(({ id }) => id),
    [],
  )
  const inside = [...GAZETTEER.values()].filter(({ country }) => country === "KZ")
  for (const { id, latitude, longitude } of inside)
    assert.ok(latitude > 40 && latitude < 56 && longitude > 46 && longitude < 88, id)
})
