import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve, sep } from "node:path"
import { test } from "node:test"
import { fileURLToPath } from "node:url"
import { REFUSALS } from "../../model/refusals.js"
import { CODES, SCHEMATA } from "../../model/schema.js"
import * as en from "./en.js"
import { LANGUAGES } from "./index.js"
import { inHundredths, isLang, type Key, number, type Plural, say, type Words } from "./say.js"

const languages = Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, { words: Words }][]

test("every language has words for every refusal, schema, property and code of the tables", () => {
  const missing: string[] = []
  const need = (where: string, text: string | undefined) => {
    if (text === undefined || text.trim() === "") missing.push(where)
  }
  for (const [lang, { words }] of languages) {
    for (const code of Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]) {
      need(`${lang} ${code}`, words.refusals[code]?.what)
      need(`${lang} ${code} remedy`, words.refusals[code]?.remedy)
    }
    for (const schema of SCHEMATA) {
      need(`${lang} ${schema.name}`, words.schemas[schema.name])
      for (const { name } of schema.properties)
        need(`${lang} ${schema.name}.${name}`, words.properties[`${schema.name}.${name}`] ?? words.properties[name])
    }
    for (const [list, codes] of Object.entries(CODES)) {
      const labels: Readonly<Record<string, string>> = words.codes[list as keyof typeof CODES]
      for (const code of codes) need(`${lang} ${list}.${code}`, labels[code])
    }
  }
  assert.deepEqual(missing, [])
})

test("no language keeps labels of properties that the schema table no longer has", () => {
  const known = new Set(
    SCHEMATA.flatMap(({ name, properties }) => properties.flatMap((p) => [p.name, `${name}.${p.name}`])),
  )
  for (const [lang, { words }] of languages)
    assert.deepEqual(
      Object.keys(words.properties).filter((key) => !known.has(key)),
      [],
      lang,
    )
})

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort()

test("every language keeps the placeholders of the English message, in every plural form it needs", () => {
  for (const [lang, { words }] of languages)
    for (const key of Object.keys(en.messages) as Key[]) {
      const english: string | Plural = en.messages[key]
      const message: string | Plural = words.messages[key]
      if (typeof message === "string") {
        assert.deepEqual(holes(message), holes(english as string), `${lang} ${key}`)
        continue
      }
      for (const form of Object.values(message))
        assert.deepEqual(
          new Set([...holes(form), "n"]),
          new Set([...holes((english as Plural).other), "n"]),
          `${lang} ${key}`,
        )
      // One form for all numbers is a choice; two forms where the language has three are a mistake.
      const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions()
      const whole = pluralCategories.filter((category) => category !== "many" || lang !== "ru")
      if (Object.keys(message).length > 1)
        for (const category of whole) assert.ok(category in message, `${lang} ${key} lacks ${category}`)
    }
})

test("every message is said somewhere", () => {
  const src = resolve(dirname(fileURLToPath(import.meta.url)), "../../../../src")
  const code = readdirSync(src, { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(`words${sep}`))
    .map((name) => readFileSync(join(src, name), "utf8"))
    .join("\n")
  // `status.${is}` says every message that begins so.
  const begun = [...code.matchAll(/`([a-z]+(?:\.[a-z]+)*\.)\$\{/gi)].map((match) => match[1]!)
  const unsaid = Object.keys(en.messages).filter(
    (key) => !code.includes(`"${key}"`) && !begun.some((start) => key.startsWith(start)),
  )
  assert.deepEqual(unsaid, [])
})

test("numbers choose the plural form and are written the local way", () => {
  assert.equal(say("en", "count.sources", { n: 1 }), "1 source")
  assert.equal(say("en", "count.sources", { n: 1200 }), "1,200 sources")
  assert.equal(say("ru", "count.sources", { n: 21 }), "21 источник")
  assert.equal(say("ru", "count.sources", { n: 3 }), "3 источника")
  assert.equal(say("ru", "count.sources", { n: 11 }), "11 источников")
  assert.equal(say("kk", "count.sources", { n: 1 }), "1 дереккөз")
  assert.equal(say("kk", "count.sources", { n: 21 }), "21 дереккөз")
  assert.equal(number("ru", 1234567), "1\u00a0234\u00a0567")
  assert.deepEqual(
    [inHundredths("en", 0.9), inHundredths("ru", 0.926), inHundredths("kk", 1)],
    ["0.90", "0,93", "1,00"],
  )
})

test("words of the other direction are isolated, others are left alone", () => {
  assert.equal(say("en", "review.same.one", { name: "Nurlan" }), "the same as Nurlan")
  assert.equal(say("en", "review.same.one", { name: "نۇرلان" }), "the same as \u2068نۇرلان\u2069")
})

test("a parameter's own braces are not filled again", () => {
  assert.equal(say("en", "review.done.accepted", { what: "{n} {what}" }), "Accepted: {n} {what}")
})

test("languages are known by their tag alone", () => {
  assert.ok(isLang("ru"))
  for (const text of ["", "RU", "toString", "en-GB"]) assert.ok(!isLang(text), text)
})

// @ts-expect-error a message with a placeholder needs its parameter
const unfilled = () => say("en", "review.done.accepted")
// @ts-expect-error there is no such message
const unknown = () => say("en", "no.such.key")
assert.notEqual(unfilled, unknown)
