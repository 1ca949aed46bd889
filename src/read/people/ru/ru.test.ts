import assert from "node:assert/strict"
import { test } from "node:test"
import { readText } from "../../formats/text.js"
import { sentencesOf } from "../../sentences/index.js"
import { findNames } from "../index.js"
import { familyOf, givenOf, stemOf } from "./forms.js"

function names(text: string) {
  const page = readText(new TextEncoder().encode(text), { lang: "ru" })
  const { entities, mentions } = findNames(page.text, sentencesOf(page.text, page.blocks), "ru", [])
  const words = (id: string) =>
    mentions.filter(({ entity }) => entity === id).map(({ start, end }) => page.text.slice(start, end))
  return { entities, mentions, words }
}
const people = (text: string) =>
  names(text)
    .entities.filter(({ kind }) => kind === "Person")
    .map(({ name }) => name)

test("a Russian full name licenses its surname in every case, and is kept in the nominative", () => {
  const { entities, words } = names(
    "Полиция задержала Айдара Оразова в Дальнегорске. Оразов молчал. Адвокат Оразова, Дарья Семёнова, пришла утром. К Оразову её не пустили. Семёнову отправили домой.",
  )
  const [first, second] = entities.filter(({ kind }) => kind === "Person")
  assert.equal(first!.name, "Айдар Оразов")
  assert.deepEqual(words(first!.id), ["Айдара Оразова", "Оразов", "Оразова", "Оразову"])
  assert.equal(second!.name, "Дарья Семёнова")
  assert.deepEqual(words(second!.id), ["Дарья Семёнова", "Семёнову"])
})

test("initials, patronymics, titles, a surname that does not end like one", () => {
  const cases: [text: string, found: string[]][] = [
    ["Судья Оспанкул М. Т. огласила решение.", ["Оспанкул М. Т."]],
    ["Защитник А. Н. Кенжетай возражала.", ["А. Н. Кенжетай"]],
    ["В отношении Ивана Петровича Долгих дело закрыли.", ["Иван Петрович Долгих"]],
    ["Мать Серикжана Билала живёт в селе. Билал писал ей.", ["Серикжан Билал"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(people(text), found, text)
})

test("what is no person in Russian", () => {
  const cases = [
    "В понедельник Верховный суд Казахстана рассмотрит жалобу.",
    "Министерство иностранных дел Китая опровергло это.",
    "Центральная Азия и Россия подписали договор.",
    "Уголовный кодекс и Конституция не изменились.",
    "Читайте также: Погода. Суды. Базары.",
  ]
  for (const text of cases) assert.deepEqual(people(text), [], text)
})

test("Russian names in their cases", () => {
  assert.deepEqual(["Билаша", "Билашем", "Билаш"].map(stemOf), ["билаш", "билаш", "билаш"])
  assert.deepEqual(givenOf("Марии"), { name: "мария", gender: "female" })
  assert.deepEqual(givenOf("Сергеем"), { name: "сергей", gender: "male" })
  assert.equal(familyOf("Ивановой", "female", true), "Иванова")
  assert.equal(familyOf("Горского", "male", true), "Горский")
  assert.equal(familyOf("Билаша", "male", true), "Билаш")
  assert.equal(familyOf("Кенжетай", "female", false), "Кенжетай")
})

test("courts, ministries, named groups and places in Russian", () => {
  const { entities } = names(
    "Актолкынский районный суд не принял жалобу группы «Сагыныш». В Казахстане и Синьцзяне об этом молчат.",
  )
  assert.deepEqual(
    entities.map(({ kind, name, country }) => [kind, name, country].filter(Boolean).join(" ")),
    ["Organization Актолкынский районный суд", "Organization Сагыныш", "Place Казахстан KZ", "Place Синьцзян CN"],
  )
})
