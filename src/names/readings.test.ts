import assert from "node:assert/strict"
import { test } from "node:test"
import { nearest } from "./match.js"
import { parseName } from "./readings.js"

const near = (a: string, b: string) => nearest(parseName(a).ways[0]![0]!, parseName(b).ways[0]![0]!).near

for (const [a, b] of process.env.PAIRS?.split(",").map((p) => p.split("=") as [string, string]) ?? [])
  test(`${a} ${b}`, () => {
    const [x, y] = [parseName(a), parseName(b)]
    for (const way of [...x.ways, ...y.ways]) console.log(way.map((p) => `${p.text} ${p.role} ${p.forms.map((f) => `${f.units}/${f.latin}/${f.reading}`).join(" ")}`).join(" + "))
    console.log(near(a, b))
    assert.ok(true)
  })
