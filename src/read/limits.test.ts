import assert from "node:assert/strict"
import { test } from "node:test"
import { calm } from "./calm.js"
import { MOST_CLAIMS } from "./limits.js"
import { read } from "./read.js"

test("noise is covered, words are not, and every offset stays", () => {
  const noise = [..."19(=-"].map((sign) => sign.repeat(700))
  for (const run of noise)
    assert.match(calm(`before ${run} after`), /^before ?\ufffc{700,702} ?after$/, run.slice(0, 3))
  const words = "On 3 May 2019 the court … -- sentenced her; 尔绍列·别吉木库勒。".repeat(200)
  assert.equal(calm(words), words)
})

test("a reading that stopped says at what", () => {
  const long = "The lawyer Dana Orazova said that the gates were shut.\n\n".repeat(MOST_CLAIMS + 10)
  const { metadata, claims } = read(new TextEncoder().encode(long), { lang: "en", mediaType: "text/plain" })
  assert.equal(claims.length, MOST_CLAIMS)
  assert.deepEqual(
    metadata.filter(({ name }) => name === "proposed"),
    [{ name: "proposed", value: `first ${MOST_CLAIMS} claims`, from: "reader" }],
  )
})
