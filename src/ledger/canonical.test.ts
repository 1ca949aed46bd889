import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { DalelError } from "../model/refusals.js"
import { canonical, parseCanonical } from "./canonical.js"

test("RFC 8785: the example of section 3.2.2", () => {
  const input = `{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}`
  const output = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
  assert.equal(canonical(JSON.parse(input)), output)
})

test("RFC 8785: keys are sorted by UTF-16 code unit", () => {
  const keys = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"]
  const sorted = Object.keys(JSON.parse(canonical(Object.fromEntries(keys.map((key) => [key, 0])))))
  assert.deepEqual(sorted, ["1", "\r", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"])
  assert.ok(canonical({ "\u{1f600}": 1, "\ufb33": 2, "\r": 3 }).startsWith('{"\\r":3,"\u{1f600}":1'))
})

test("RFC 8785 appendix B: numbers by their bits", () => {
  const cases: [bits: string, text: string][] = [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555555", "333333333.3333333"],
  ]
  for (const [bits, text] of cases) assert.equal(canonical(Buffer.from(bits, "hex").readDoubleBE()), text, bits)
  for (const bits of ["7fffffffffffffff", "7ff0000000000000"])
    assert.throws(() => canonical(Buffer.from(bits, "hex").readDoubleBE()), DalelError)
})

test("what canonical writes it reads, and one spelling only", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value)
      assert.equal(canonical(parseCanonical(text)), text)
    }),
  )
  for (const text of ['{"b":1,"a":2}', "[1, 2]", "1.0", '"\\u0041"', '{"a":1,"a":1}', "", "{"])
    assert.throws(() => parseCanonical(text), DalelError, text)
  assert.throws(() => canonical("\ud800"), DalelError)
  assert.throws(() => canonical({ a: undefined }), DalelError)
})
