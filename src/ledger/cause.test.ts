import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { type DeviceId, type EntryId, type MemberId, makeId, type VaultId } from "../model/id.js"
import { type Act, type Place, standingOf } from "./cause.js"
import type { Entry, Role } from "./entry.js"

let counter = 0
const id = <I>() =>
  makeId((count) => Uint8Array.from({ length: count }, (_, at) => (counter++ * 31 + at * 7) & 255)) as I
const vault = id<VaultId>()
const [anna, bek, cem, dana] = [id<MemberId>(), id<MemberId>(), id<MemberId>(), id<MemberId>()]
const [a, b, c] = [id<DeviceId>(), id<DeviceId>(), id<DeviceId>()]
const ALL = ["read", "contribute", "review", "administer"] as const

const at = (device: DeviceId, seq: number, seen: Record<string, number> = {}, branch: string | null = null): Place => ({
  device,
  seq,
  seen,
  branch,
})

function act(by: MemberId, place: Place, kind: "member" | "adopt" | "resolve", body: object): Act {
  const entry = { v: 1, id: id<EntryId>(), at: "2026-01-01T00:00:00Z", by, kind, body } as unknown as Act["entry"]
  return { ...place, entry }
}
const member = (
  by: MemberId,
  place: Place,
  what: Entry<"member">["body"]["act"],
  who: MemberId,
  roles: readonly Role[] = [],
  cuts: Record<string, number> = {},
) =>
  act(by, place, "member", {
    act: what,
    vault,
    member: who,
    key: "",
    recipient: "",
    roles,
    sample: false,
    cuts: Object.entries(cuts).map(([device, size]) => ({ device, size, root: "" })),
  })

const found = member(anna, at(a, 0), "found", anna, ALL)
const addBek = member(anna, at(a, 2), "add", bek, ALL)
const addCem = member(anna, at(a, 4), "add", cem, ALL)
const begun = [found, addBek, addCem]
const verdicts = (acts: readonly Act[], who: MemberId, role: Role, place: Place) =>
  standingOf(acts).judge(who, role, place)

test("a right counts for what had seen the grant, and for nothing else", () => {
  assert.equal(verdicts(begun, bek, "review", at(b, 0, { [a]: 3 })), "stands")
  assert.equal(verdicts(begun, bek, "review", at(b, 0, { [a]: 2 })), "no-right", "before he was added")
  assert.equal(verdicts(begun, dana, "read", at(c, 0, { [a]: 9 })), "no-right", "a stranger")
  assert.equal(verdicts(begun, anna, "administer", at(a, 1)), "stands", "the founder from the first act on")
  const forged = member(dana, at(c, 0, { [a]: 5 }), "add", dana, ALL)
  assert.equal(verdicts([...begun, forged], dana, "review", at(c, 1, { [a]: 5 })), "no-right")
})

test("removing names a cut: below it all stands, beyond it all waits until it is adopted", () => {
  const gone = member(anna, at(a, 6, { [b]: 10 }), "remove", bek, [], { [b]: 10 })
  const acts = [...begun, gone]
  assert.equal(verdicts(acts, bek, "review", at(b, 9, { [a]: 5 })), "stands")
  assert.equal(verdicts(acts, bek, "review", at(b, 10, { [a]: 5 })), "quarantined")
  assert.equal(verdicts(acts, bek, "review", at(c, 0, { [a]: 5 })), "quarantined", "a device nobody knew of")
  const adopt = act(anna, at(a, 8, { [b]: 14 }), "adopt", { device: b, from: 10, to: 12, root: "x" })
  assert.equal(verdicts([...acts, adopt], bek, "review", at(b, 11, { [a]: 5 })), "stands")
  assert.equal(verdicts([...acts, adopt], bek, "review", at(b, 12, { [a]: 5 })), "quarantined")
  const self = act(bek, at(b, 13, { [a]: 5 }), "adopt", { device: b, from: 10, to: 20, root: "x" })
  assert.equal(verdicts([...acts, self], bek, "review", at(b, 11, { [a]: 5 })), "quarantined", "not by himself")
  const again = member(anna, at(a, 12, { [b]: 14 }), "add", bek, ["read", "review"])
  assert.equal(verdicts([...acts, again], bek, "review", at(b, 20, { [a]: 13 })), "stands", "taken in again")
  assert.equal(verdicts([...acts, again], bek, "administer", at(b, 20, { [a]: 13 })), "no-right")
})

test("fewer roles bind what came beyond the cut, more roles only what had seen them", () => {
  const fewer = member(anna, at(a, 6, { [b]: 10 }), "roles", bek, ["read"], { [b]: 10 })
  assert.equal(verdicts([...begun, fewer], bek, "review", at(b, 12, { [a]: 5 })), "quarantined")
  assert.equal(verdicts([...begun, fewer], bek, "read", at(b, 12, { [a]: 5 })), "stands")
  assert.equal(verdicts([...begun, fewer], bek, "review", at(b, 9, { [a]: 5 })), "stands")
  const more = member(anna, at(a, 8, { [b]: 14 }), "roles", bek, ALL, { [b]: 14 })
  assert.equal(verdicts([...begun, fewer, more], bek, "review", at(b, 20, { [a]: 9 })), "stands")
  assert.equal(verdicts([...begun, fewer, more], bek, "review", at(b, 20, { [a]: 8 })), "no-right", "he knew")
})

test("two administrators who remove each other are both suspended, until a third says whose act falls", () => {
  const one = member(bek, at(b, 0, { [a]: 5 }), "remove", cem, [], { [a]: 5 })
  const other = member(cem, at(c, 0, { [a]: 5 }), "remove", bek, [], { [a]: 5 })
  const acts = [...begun, one, other]
  const states = (all: readonly Act[]) => {
    const { members } = standingOf(all)
    return [bek, cem].map((who) => members.find(({ member }) => member === who)!.state)
  }
  assert.deepEqual(states(acts), ["suspended", "suspended"])
  assert.deepEqual(new Set(standingOf(acts).disputed), new Set([one.entry.id, other.entry.id]))
  const later = [at(b, 2, { [a]: 5 }), at(c, 2, { [a]: 5 })]
  assert.equal(verdicts(acts, bek, "review", later[0]!), "quarantined")
  assert.equal(verdicts(acts, cem, "review", later[1]!), "quarantined")
  assert.equal(verdicts(acts, anna, "administer", at(a, 9, { [b]: 2, [c]: 2 })), "stands")

  const party = act(bek, at(b, 4, { [a]: 5, [c]: 2 }), "resolve", { falls: [other.entry.id] })
  assert.deepEqual(states([...acts, party]), ["suspended", "suspended"], "not by one of the two")
  const third = act(anna, at(a, 9, { [b]: 2, [c]: 2 }), "resolve", { falls: [other.entry.id] })
  assert.deepEqual(states([...acts, third]), ["member", "removed"])
  const both = act(anna, at(a, 9, { [b]: 2, [c]: 2 }), "resolve", { falls: [one.entry.id, other.entry.id] })
  assert.deepEqual(states([...acts, both]), ["member", "member"])
})

test("what lies beyond a fork waits, whoever signed it", () => {
  const place = at(b, 7, { [a]: 5 }, "root-1")
  assert.equal(verdicts(begun, bek, "review", place), "quarantined")
  const adopt = act(anna, at(a, 8), "adopt", { device: b, from: 6, to: 8, root: "root-1" })
  const chains = () => new Set(["root-1"])
  assert.equal(standingOf([...begun, adopt], chains).judge(bek, "review", place), "stands")
  assert.equal(
    standingOf([...begun, adopt], chains).judge(bek, "review", { ...place, branch: "root-2" }),
    "quarantined",
  )
})

test("the order in which acts are known does not matter", () => {
  const acts = [
    ...begun,
    member(bek, at(b, 0, { [a]: 5 }), "remove", cem, [], { [a]: 5 }),
    member(cem, at(c, 0, { [a]: 5 }), "remove", bek, [], { [a]: 5 }),
    member(cem, at(c, 2, { [a]: 5 }), "add", dana, ALL),
    member(bek, at(b, 2, { [a]: 5 }), "roles", anna, ["read"], { [a]: 5 }),
    act(anna, at(a, 9, { [b]: 4, [c]: 4 }), "adopt", { device: c, from: 2, to: 3, root: "" }),
  ]
  const places = acts.map((one) => [one.entry.by, one] as const)
  const told = (all: readonly Act[]) => {
    const standing = standingOf(all)
    return JSON.stringify([
      places.map(([by, place]) => standing.judge(by, "administer", place)),
      [...standing.members].sort((x, y) => (x.member < y.member ? -1 : 1)),
    ])
  }
  const expected = told(acts)
  fc.assert(
    fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (shuffled) => {
      assert.equal(told(shuffled), expected)
    }),
    { numRuns: 60 },
  )
})
