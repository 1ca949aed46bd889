import { caseFile, findCase } from "../../index/case.js"
import type { CaseFile, EntityFacts, Line, Mark, TimelineItem } from "../../model/casefile.js"
import type { Command, Terminal } from "../command.js"
import { dayOption, parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel case NAME --vault DIR [--on DATE] [--json]

The case file gathered around a case, a person or an organisation: who, status on a day, timeline, proceedings, claims,
disagreements, sources; each line with its passages.
${VAULT_HELP}
  --on DATE   the day the status is asked for (today)
  --json      one object, as docs/formats.md describes it

Exit: 0 shown, 2 wrong use, 1 not found or ambiguous.
`

export const CASE: Command = {
  name: "case",
  summary: "shows the case file of a case, a person or an organisation",
  help,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...VAULT_OPTIONS,
      on: { type: "string" },
      json: { type: "boolean" },
    })
    const name = required(positionals.join(" "), "NAME")
    const on = dayOption(values.on ?? new Date().toISOString().slice(0, 10), "--on")
    await withVault("case", values, terminal, async (vault) => {
      const file = await caseFile(vault.db, await findCase(vault.db, name), on)
      if (values.json) terminal.out(JSON.stringify(caseJson(file)))
      else tell(file, terminal)
    })
    return 0
  },
}

const passageOf = ({ source, start, end, exact }: Mark) => ({ source, start, end, exact })

function passagesOf(lines: readonly Line[]) {
  const marks = new Map(
    lines
      .flatMap(({ said }) => said.flatMap((one) => one.marks))
      .map((mark) => [`${mark.source} ${mark.start} ${mark.end}`, mark]),
  )
  return [...marks.values()].map(passageOf)
}

/** A case file in the shape of CONTRACTS. */
export function caseJson(file: CaseFile) {
  const named = ({ id, name }: EntityFacts) => ({ id, name })
  return {
    id: file.id,
    title: file.title,
    people: file.people.map((person) => ({ ...named(person), names: texts(person, "name", "alias") })),
    organizations: file.organizations.map(named),
    places: file.places.map(named),
    status: file.status.map(({ person, on, is, place, asOf, lastKnown, since, marks }) => ({
      person,
      on,
      is,
      place,
      asOf,
      lastKnown,
      since,
      passages: marks.map(passageOf),
    })),
    timeline: file.timeline.map(eventJson),
    proceedings: file.proceedings.map((proceeding) => ({
      id: proceeding.id,
      kind: proceeding.kind,
      court: entity(proceeding, "court"),
      charges: [...new Set(proceeding.items.flatMap((item) => texts(item, "offence")))],
      events: proceeding.items.map(eventJson),
    })),
    claims: file.claims.map(claimJson),
    disagreements: file.disputes.map(({ entity, line }) => ({
      about: { entity, property: line.property },
      values: line.said.map(({ value, words, marks }) => ({
        value: value.type === "entity" ? value.entity : words,
        words,
        passages: marks.map(passageOf),
      })),
    })),
    sources: file.sources.map(({ id, title, published, sha256 }) => ({ id, title, published, sha256 })),
  }
}

const lineOf = ({ lines }: EntityFacts, property: string) => lines.find((line) => line.property === property)
const texts = (file: EntityFacts, ...properties: string[]) =>
  properties.flatMap((property) => lineOf(file, property)?.said.map(({ words }) => words) ?? [])
const text = (file: EntityFacts, property: string) => texts(file, property)[0] ?? null
const entities = (file: EntityFacts, property: string) =>
  lineOf(file, property)?.said.flatMap(({ value }) => (value.type === "entity" ? [value.entity] : [])) ?? []
const entity = (file: EntityFacts, property: string) => entities(file, property)[0] ?? null

function eventJson(item: TimelineItem) {
  const money = lineOf(item, "amount")?.said[0]?.value
  const reason = lineOf(item, "statedReason")?.said[0]?.marks[0]
  return {
    id: item.id,
    type: item.type,
    kind: text(item, "kind"),
    change: text(item, "change"),
    date: item.date?.edtf ?? null,
    words: item.date?.words ?? null,
    place: entity(item, "place"),
    from: entity(item, "from"),
    to: entity(item, "to"),
    reason: reason ? passageOf(reason) : null,
    allegedAt: entity(item, "allegedAt"),
    people: entities(item, "person"),
    by: entities(item, "by"),
    court: entity(item, "court"),
    proceeding: entity(item, "proceeding"),
    charge: text(item, "offence"),
    amount:
      money?.type === "money"
        ? { value: Number(money.amount), currency: money.currency, equivalent: money.equivalent }
        : null,
    passages: passagesOf(item.lines),
  }
}

function claimJson(claim: EntityFacts) {
  const quantity = lineOf(claim, "quantity")?.said[0]?.value
  return {
    id: claim.id,
    speaker: entity(claim, "speaker"),
    speakerText: text(claim, "speakerText"),
    stance: text(claim, "stance"),
    kind: text(claim, "speech"),
    words: text(claim, "words"),
    cue: text(claim, "cue"),
    hedge: text(claim, "hedge"),
    via: entity(claim, "via"),
    date: text(claim, "date"),
    quantity: quantity?.type === "quantity" ? quantity : null,
    counters: entities(claim, "counters"),
    passages: passagesOf(claim.lines),
  }
}

function tell(file: CaseFile, terminal: Terminal): void {
  const names = new Map([...file.people, ...file.organizations, ...file.places].map(({ id, name }) => [id, name]))
  terminal.out(file.title)
  for (const { person, is, place, on, asOf, lastKnown, since } of file.status) {
    const where = place ? `, ${names.get(place)}` : ""
    const when = `${since ? `, since ${since}` : ""}${lastKnown ? `; last known${asOf ? ` as of ${asOf}` : ""}` : ""}`
    terminal.out(`  ${on}  ${names.get(person) ?? ""}: ${is}${where}${when}`)
  }
  terminal.out("Timeline")
  for (const { date, type, lines } of file.timeline) {
    const what = lines
      .filter(({ property }) => ["kind", "offence", "amount", "place", "from", "to"].includes(property))
      .map(({ said }) => said.map(({ words }) => words).join(" / "))
    terminal.out(`  ${(date?.edtf ?? "undated").padEnd(14)} ${type}  ${what.join(", ")}`)
  }
  if (file.disputes.length > 0) terminal.out("Disputed")
  for (const { name, line } of file.disputes)
    terminal.out(`  ${name} ${line.property}: ${line.said.map(({ words }) => words).join(" / ")}`)
  terminal.out("Sources")
  for (const { title, published, sha256 } of file.sources)
    terminal.out(`  ${published ?? "undated"}  ${title}  ${sha256.slice(0, 16)}…`)
}
