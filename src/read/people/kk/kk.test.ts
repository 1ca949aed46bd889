import assert from "node:assert/strict"
import { test } from "node:test"
import { readText } from "../../formats/text.js"
import { sentencesOf } from "../../sentences/index.js"
import { findNames } from "../index.js"

function names(text: string) {
  const page = readText(new TextEncoder().encode(text), { lang: "kk" })
  const { entities, mentions } = findNames(page.text, sentencesOf(page.text, page.blocks), "kk", [])
  const words = (id: string) =>
    mentions.filter(({ entity }) => entity === id).map(({ start, end }) => page.text.slice(start, end))
  return { entities, words }
}
const people = (text: string) =>
  names(text)
    .entities.filter(({ kind }) => kind === "Person")
    .map(({ name }) => name)

test("a Kazakh full name licenses its surname with any ending", () => {
  const { entities, words } = names(
    "Сот Гүлнұр Тастемірді кінәлі деп таныды. Тастемір үндемеді. Тастемірдің қорғаушысы Айдос Беріков шағым түсіреді.",
  )
  const [first, second] = entities.filter(({ kind }) => kind === "Person")
  assert.equal(first!.name, "Гүлнұр Тастемір")
  assert.deepEqual(words(first!.id), ["Гүлнұр Тастемірді", "Тастемір", "Тастемірдің"])
  assert.equal(second!.name, "Айдос Беріков")
})

test("Kazakh names in Arabic letters, which have no capitals", () => {
  assert.deepEqual(people("قورعاۋشىسى ٴاليا كەنجەتاي سوتقا كەلدى."), ["ٴاليا كەنجەتاي"])
})

test("what is no person in Kazakh", () => {
  for (const text of [
    "Дүйсенбі күні Жоғарғы сот шағымды қарайды.",
    "Сыртқы істер министрлігі мұны жоққа шығарды.",
    "Қазақстан мен Қытай келісімге қол қойды.",
  ])
    assert.deepEqual(people(text), [], text)
})

test("Kazakh courts, named groups and places", () => {
  const { entities } = names(
    "Ақтолқын аудандық соты «Сағыныш» тобының шағымын қарады. Қазақстанда бұл туралы айтылмады.",
  )
  assert.deepEqual(
    entities.map(({ kind, name, country }) => [kind, name, country].filter(Boolean).join(" ")),
    ["Organization Ақтолқын аудандық соты", "Organization Сағыныш", "Place Қазақстан KZ"],
  )
})
