import type { DeviceId, EntryId, MemberId } from "../model/id.js"
import type { Bodies, Entry, Role } from "./entry.js"

/** How much of the other logs an entry's commit had seen: records by device. */
export type Sight = Readonly<Record<string, number>>

/** Where an entry stands. No clock is in it. */
export interface Place {
  readonly device: DeviceId
  readonly seq: number
  readonly seen: Sight
  /** In a log that forked, beyond the fork: the root of its commit. Null everywhere else. */
  readonly branch: string | null
}

export function sightOf(seen: Bodies["commit"]["seen"]): Sight {
  return Object.fromEntries(Object.entries(seen).map(([device, [size]]) => [device, size]))
}

/** Had `b` seen `a`? What lies beyond a fork is seen by nobody: two that may both be true are concurrent. */
export function before(a: Place, b: Place): boolean {
  if (a.branch !== null) return a.branch === b.branch && a.device === b.device && a.seq < b.seq
  return a.device === b.device ? a.seq < b.seq : a.seq < (b.seen[a.device] ?? 0)
}

/** How much an entry had behind it: whatever it had seen has less. */
export function weightOf({ seq, seen }: Pick<Place, "seq" | "seen">): number {
  return Object.values(seen).reduce((sum, size) => sum + size, seq)
}

/** Of several, those that no other one had seen: causally the last. */
export function latest<One>(all: readonly One[], placeOf: (one: One) => Place): One[] {
  return all.filter((one) => !all.some((other) => before(placeOf(one), placeOf(other))))
}

/** An entry that says who may do what. */
export type Act = Place & {
  readonly entry: Entry<"member"> | Entry<"adopt"> | Entry<"resolve">
}

/** stands: folded. no-right: its signer had no right to it. quarantined: kept until an administrator adopts it. */
export type Verdict = "stands" | "no-right" | "quarantined"

export interface MemberState {
  readonly member: MemberId
  readonly key: string
  readonly recipient: string
  /** What he may do now. */
  readonly roles: readonly Role[]
  /** suspended: removed by someone whose right to it is itself in doubt. */
  readonly state: "member" | "removed" | "suspended"
  /** When he was added, by his administrator's clock. */
  readonly since: string
}

export interface Standing {
  judge(by: MemberId, role: Role, place: Place): Verdict
  readonly members: readonly MemberState[]
  /** Acts that stand against one another until `resolve`. */
  readonly disputed: readonly EntryId[]
}

/** Which commits of forked logs an `adopt` with this end takes up, by root. Empty for a log that did not fork. */
export type Chains = (adopt: Bodies["adopt"]) => ReadonlySet<string>

/**
 * Who may do what, where: a function of the set of acts, whatever their order.
 *
 * A grant counts for what had seen it. A restriction (`roles`, `remove`) counts also for what its signer had not seen:
 * everything beyond the cut. So an act may rest on whether another stands, and those may stand against one another (two
 * administrators who remove each other). Well-founded semantics settles it: what surely stands (`sure`) and what perhaps
 * does (`perhaps`) bound one another until nothing changes. Only what surely stands grants; what perhaps stands restricts.
 */
export function standingOf(acts: readonly Act[], chains: Chains = () => new Set()): Standing {
  const ordered = [...acts].sort((a, b) => weightOf(a) - weightOf(b) || (a.entry.id < b.entry.id ? -1 : 1))
  let perhaps: readonly Act[] = ordered
  let sure: readonly Act[] = []
  for (let round = 0; round <= ordered.length; round++) {
    const next = standingUnder(ordered, perhaps, chains)
    const settled = next.length === sure.length && round > 0
    sure = next
    perhaps = standingUnder(ordered, sure, chains)
    if (settled) break
  }
  const rules = { sure, perhaps, adopted: adoptedBy(sure, chains) }
  return {
    judge: (by, role, place) => judge(rules, by, role, place),
    members: membersOf(rules),
    disputed: perhaps.filter((act) => !sure.includes(act)).map(({ entry }) => entry.id),
  }
}

interface Rules {
  /** Grants, and restricts. */
  readonly sure: readonly Act[]
  /** Restricts. */
  readonly perhaps: readonly Act[]
  readonly adopted: Adopted
}

type Adopted = (place: Place) => boolean

function adoptedBy(acts: readonly Act[], chains: Chains): Adopted {
  const adopts = acts.flatMap(({ entry }) =>
    entry.kind === "adopt" ? [{ ...entry.body, roots: chains(entry.body) }] : [],
  )
  return ({ device, seq, branch }) =>
    adopts.some(
      (one) => one.device === device && seq >= one.from && seq < one.to && (branch === null || one.roots.has(branch)),
    )
}

/** The acts that stand when those of `against`, and only those, restrict. */
function standingUnder(ordered: readonly Act[], against: readonly Act[], chains: Chains): readonly Act[] {
  const voided = new Set(against.flatMap(({ entry }) => (entry.kind === "resolve" ? entry.body.falls : [])))
  const all = new Map(ordered.map((act) => [act.entry.id, act]))
  let found: Act[] = []
  // What is adopted may hold the grant on which another act rests: again until no more are found.
  for (let round = 0; round <= ordered.length; round++) {
    const rules = { sure: [] as Act[], perhaps: against, adopted: adoptedBy(found, chains) }
    for (const act of ordered) {
      const { entry } = act
      if (entry.kind === "member" && entry.body.act !== "found" && isLimit(act) && voided.has(entry.id)) continue
      if (entry.kind === "resolve" && entry.body.falls.some((id) => isParty(all.get(id), entry.by))) continue
      // The founding entry of this very vault: a bundle that brings another one is refused.
      const founding = entry.kind === "member" && entry.body.act === "found" && act.seq === 0
      if (founding || judge(rules, entry.by, "administer", act) === "stands") rules.sure.push(act)
    }
    const same = rules.sure.length === found.length
    found = rules.sure
    if (same) break
  }
  return found
}

function isParty(act: Act | undefined, member: MemberId): boolean {
  return (
    act === undefined || act.entry.by === member || (act.entry.kind === "member" && act.entry.body.member === member)
  )
}

function isLimit({ entry }: Act): boolean {
  return entry.kind === "member" && (entry.body.act === "roles" || entry.body.act === "remove")
}

function judge(rules: Rules, by: MemberId, role: Role, place: Place): Verdict {
  if (rolesAt(rules, by, place, true).has(role)) return "stands"
  return rolesAt(rules, by, place, false).has(role) ? "quarantined" : "no-right"
}

/** @param cut whether what lies beyond a cut or a fork is held back */
function rolesAt({ sure, perhaps, adopted }: Rules, member: MemberId, place: Place, cut: boolean): Set<Role> {
  const about = (act: Act): act is Act & { entry: Entry<"member"> } =>
    act.entry.kind === "member" && act.entry.body.member === member
  const granted = sure.filter(about).filter((act) => before(act, place) || isItself(act, place))
  const base = latest(granted, (act) => act)
  let roles = base.length === 0 ? new Set<Role>() : intersect(base.map(({ entry }) => new Set(entry.body.roles)))
  if (!cut) return roles
  const free = adopted(place)
  if (place.branch !== null && !free) return new Set()
  for (const limit of perhaps.filter(about).filter(isLimit)) {
    const reaches = before(limit, place) || (!free && beyond(limit, place))
    // A later grant, which this entry had seen, lifts it.
    if (reaches && !granted.some((later) => before(limit, later)))
      roles = intersect([roles, new Set(limit.entry.body.roles)])
  }
  return roles
}

/** Nothing comes before the founding entry: it stands by itself. */
function isItself({ entry, device, seq }: Act, place: Place): boolean {
  return entry.kind === "member" && entry.body.act === "found" && device === place.device && seq === place.seq
}

function beyond({ entry }: Act & { entry: Entry<"member"> }, { device, seq }: Place): boolean {
  const cut = entry.body.cuts?.find((one) => one.device === device)
  return seq >= (cut?.size ?? 0)
}

function intersect(sets: readonly ReadonlySet<Role>[]): Set<Role> {
  const [first, ...rest] = sets
  return new Set([...(first ?? [])].filter((role) => rest.every((set) => set.has(role))))
}

function membersOf(rules: Rules): MemberState[] {
  const adding = rules.sure.flatMap(({ entry }) =>
    entry.kind === "member" && (entry.body.act === "found" || entry.body.act === "add") ? [entry] : [],
  )
  const first = new Map<MemberId, Entry<"member">>()
  for (const entry of adding) if (!first.has(entry.body.member)) first.set(entry.body.member, entry)
  return [...first].map(([member, { at, body }]) => {
    const { key, recipient } = body
    const roles = [...rolesNow(rules.sure, rules.perhaps, member)]
    const surely = rolesNow(rules.sure, rules.sure, member).size > 0
    const state = roles.length > 0 ? "member" : surely ? "suspended" : "removed"
    return { member, key, recipient, roles, state, since: at }
  })
}

/** As of everything there is. */
function rolesNow(sure: readonly Act[], perhaps: readonly Act[], member: MemberId): Set<Role> {
  const about = (act: Act) => act.entry.kind === "member" && act.entry.body.member === member
  const rolesOf = (act: Act) => new Set(act.entry.kind === "member" ? act.entry.body.roles : [])
  const granted = sure.filter(about)
  const limits = perhaps.filter(about).filter(isLimit)
  return intersect(
    [...latest(granted, (act) => act), ...limits.filter((limit) => !granted.some((later) => before(limit, later)))].map(
      rolesOf,
    ),
  )
}
