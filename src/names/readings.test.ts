import assert from "node:assert/strict"
import { test } from "node:test"
import { nearest } from "./match.js"
import { nameOnly, parseName } from "./readings.js"

const first = (name: string) => parseName(name).ways[0]![0]!

test("one word in several scripts and orthographies is near itself, whatever was lost on the way", () => {
  const words: [string, string, string][] = [
    ["Біләш", "Bilash", "Kazakh Cyrillic"],
    ["ٴبىلاش", "Bilash", "Kazakh Arabic with its sign of front vowels"],
    ["سەرىكجان", "Serikzhan", "Kazakh Arabic"],
    ["Серікжан", "Serikjan", "zh and j"],
    ["Билашу", "Bilash", "Russian dative"],
    ["Назарбаевым", "Nazarbayev", "Russian instrumental"],
    ["Şäken", "Шәкен", "Kazakh Latin of 2021"],
    ["Sháken", "Шәкен", "Kazakh Latin of 2018"],
    ["ئەركىن", "Erkin", "Uyghur Arabic"],
    ["Әхмәт", "Exmet", "Uyghur Cyrillic and Latin"],
    ["محمد", "Muhammad", "Arabic without vowels"],
    ["买买提江", "Memetjan", "Turkic elements in Chinese"],
    ["赫尔穆特", "Helmut", "a foreign name in Chinese"],
    ["Щербаков", "Schtscherbakow", "German spelling"],
    ["Мольє", "Mollet", "a last consonant that French does not say"],
  ]
  for (const [a, b, why] of words) assert.ok(nearest(first(a), first(b)).near > 0.8, `${a} ${b}: ${why}`)
})

test("other words stay apart", () => {
  const words: [string, string][] = [
    ["Серик", "Bilash"],
    ["Ахмет", "Memet"],
    ["Нурлан", "Nursultan"],
    ["محمد", "Mahdi"],
    ["艾尔肯", "Qurban"],
  ]
  for (const [a, b] of words) assert.ok(nearest(first(a), first(b)).near < 0.8, `${a} ${b}`)
})

test("a Chinese surname is read from Beijing to Penang, a Chinese name by Pinyin, Wade and Hong Kong", () => {
  const [surname, given] = parseName("蔡英文").ways[0]!
  const latin = (part = surname!) => part.forms.map((form) => form.latin)
  for (const spelling of ["cai", "tsai", "choi", "chua"]) assert.ok(latin().includes(spelling), spelling)
  assert.ok(latin(given).includes("yingwen"))
})

test("titles and suffixes are no part of a name, and a surname that stands first goes last", () => {
  const names: [string, string][] = [
    ["Dr. Aigul Sadyk", "Aigul Sadyk"],
    ["Садык, Айгуль", "Айгуль Садык"],
    ["Aigul Sadyk, Jr.", "Aigul Sadyk"],
    ["Aigul Sadyk (politician)", "Aigul Sadyk"],
    ["艾尔肯先生", "艾尔肯"],
  ]
  for (const [written, name] of names) assert.equal(nameOnly(written), name)
})

test("initials, patronymics and particles are told from names", () => {
  const roles = (name: string) => parseName(name).ways[0]!.map(({ role }) => role)
  assert.deepEqual(roles("A. Sadyk"), ["initial", "name"])
  assert.deepEqual(roles("А.Б. Садык"), ["initial", "initial", "name"])
  assert.deepEqual(roles("Садык Ермек Нурланулы"), ["name", "name", "patronymic"])
  assert.deepEqual(roles("Айгуль Ермековна Садык"), ["name", "patronymic", "name"])
  assert.deepEqual(roles("Omar bin Sadyk"), ["name", "particle", "name"])
})
