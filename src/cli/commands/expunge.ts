import { findCase } from "../../index/case.js"
import { confirmations } from "../../keep/confirm.js"
import { askExpunge, expunge, openAsks } from "../../keep/expunge/act.js"
import { type ExpungeAsked, FATES, type Fate, type Plan, planExpunge } from "../../keep/expunge/plan.js"
import { holds, liftHold, placeHold } from "../../keep/hold.js"
import {
  EXPUNGE_REASONS,
  type ExpungeReason,
  type ExpungeTarget,
  HOLD_REASONS,
  type HoldReason,
} from "../../ledger/entry.js"
import { type EntityId, type EntryId, isId, parseId, type SourceId, type StatementId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import type { Vault } from "../../vault/vault.js"
import type { Command, Terminal } from "../command.js"
import { parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel expunge --vault DIR --person NAME|ID | --source ID | --statement ID… --reason REASON [--fate ID=FATE…] [--json]
dalel expunge …the same… --confirm DIGEST | --ask
dalel expunge --vault DIR --asked | --confirmed
dalel expunge --vault DIR --hold REASON [--person …|--source ID] | --lift ID | --holds

Destroys what is known of a person who withdraws, a source, or single statements. Without --confirm nothing is changed: it
shows everything that would go, and prints a digest. With --confirm DIGEST exactly that goes: words, keys and sealed
files; then the whole database is written anew under a new secret. It cannot be undone. It cannot call back what was
published, printed, copied or backed up: that is listed.

A source in which the person stands beside others is destroyed, redacted or restricted; the plan proposes, --fate decides:
  destroy    the source and every statement on it
  redact     a copy of its text without her names and the passages about her; the original is destroyed
  restrict   it stays, with her words in it; what it says of others is for few. What is about her goes
She is found by the names the vault knows. What is spelt otherwise, and what a picture or a voice shows, is yours to find.
${VAULT_HELP}
  --reason REASON         ${EXPUNGE_REASONS.join(", ")}
  --ask                   asks an administrator to do it (or signs first, where two must)
  --asked                 lists what was asked for and not done
  --confirmed             lists each tombstone with the devices that signed that they have nothing left of it, and
                          those that did not answer yet
  --hold REASON           forbids one person alone to destroy this: ${HOLD_REASONS.join(", ")}. Only another
                          administrator can lift it (--lift ID)

Prints one line of JSON with --json, else lines to read. Exit: 0 done or shown, 2 wrong use, 3 damage found, 1 else.
`

export const EXPUNGE: Command = {
  name: "expunge",
  summary: "shows what destroying a person, a source or statements would take, and does it",
  help,
  async run(args, terminal) {
    const text = { type: "string" } as const
    const [flag, many] = [{ type: "boolean" } as const, { type: "string", multiple: true } as const]
    const what = { person: text, source: text, statement: many, reason: text, fate: many, confirm: text, ask: flag }
    const more = { ...what, asked: flag, confirmed: flag, hold: text, lift: text, holds: flag, json: flag }
    const { values } = parse(args, { ...VAULT_OPTIONS, ...more })
    return withVault("expunge", values, terminal, async (vault, replace) => {
      const json = (line: unknown) => terminal.out(JSON.stringify(line))
      if (values.asked) for (const one of await openAsks(vault.db)) json(lineOf(one))
      if (values.holds) for (const one of await holds(vault.db)) json(one)
      if (values.confirmed)
        for (const one of await confirmations(vault.db)) {
          json(one)
          const [done, all] = [one.confirmed.length, one.confirmed.length + one.waiting.length]
          terminal.err(`${done} of ${all} devices confirmed`)
        }
      if (values.asked || values.holds || values.confirmed) return 0
      if (values.lift !== undefined) {
        json({ entry: await liftHold(vault, parseId<EntryId>(values.lift)) })
        return 0
      }
      const target = await targetOf(vault, values)
      if (values.hold !== undefined) {
        json({
          entry: await placeHold(vault, heldIn(target), oneOf(HOLD_REASONS, values.hold, "--hold") as HoldReason),
        })
        return 0
      }
      const reason = oneOf(EXPUNGE_REASONS, required(values.reason, "--reason"), "--reason") as ExpungeReason
      const asked: ExpungeAsked = { target, reason, fates: fatesOf(values.fate ?? []) }
      if (values.ask) {
        json({ entry: await askExpunge(vault, asked) })
        return 0
      }
      if (values.confirm === undefined) {
        const { plan } = await planExpunge(vault.db, vault.blobs, asked)
        if (values.json) json(plan)
        else show(plan, terminal)
        return 0
      }
      const progress = (step: string) => terminal.err(`${step} …`)
      const done = await expunge(vault, asked, { digest: values.confirm, progress })
      replace(done.vault)
      const { records, blobs, dossiers, backups } = done.plan
      json({
        expunged: done.entries,
        records: records.length,
        blobs,
        dossiers: dossiers.length,
        backups: backups.length,
      })
      return 0
    })
  },
}

interface Named {
  readonly person?: string | undefined
  readonly source?: string | undefined
  readonly statement?: string[] | undefined
}

async function targetOf({ db }: Vault, { person, source, statement }: Named): Promise<ExpungeTarget> {
  if (person !== undefined)
    return { is: "person", entity: isId(person) ? (person as EntityId) : await findCase(db, person) }
  if (source !== undefined) return { is: "source", source: parseId<SourceId>(source) }
  if (statement === undefined) throw new DalelError("usage/missing", "--person, --source or --statement")
  return { is: "statements", statements: statement.map((id) => parseId<StatementId>(id)) }
}

function heldIn(target: ExpungeTarget): { sources: SourceId[]; entities: EntityId[] } {
  if (target.is === "person") return { sources: [], entities: [target.entity] }
  if (target.is === "source") return { sources: [target.source], entities: [] }
  throw new DalelError("usage/missing", "--person or --source")
}

function fatesOf(texts: readonly string[]): Map<SourceId, Fate> {
  return new Map(
    texts.map((text) => {
      const [id = "", fate = ""] = text.split("=")
      return [parseId<SourceId>(id), oneOf(FATES, fate, "--fate") as Fate]
    }),
  )
}

function oneOf(list: readonly string[], word: string, option: string): string {
  if (!list.includes(word)) throw new DalelError("usage/missing", `${option} ${list.join("|")}`)
  return word
}

const lineOf = ({ entry, at, by, asked }: Awaited<ReturnType<typeof openAsks>>[number]) => ({
  ...{ entry, at, by, target: asked.target, reason: asked.reason },
  fates: Object.fromEntries(asked.fates),
})

function show(plan: Plan, { out }: Terminal): void {
  const { statements, sources, dossiers, backups, holds } = plan
  out(`This would go for good: ${plan.title}`)
  out(
    `${plan.records.length} records: ${statements.length} statements, ${plan.renditions} readings, ${plan.proposals} proposals, ${plan.searchRows} search rows, ${plan.blobs} sealed files (${plan.bytes} bytes of originals).`,
  )
  for (const { entityName, property, words, why, restated } of statements)
    out(`  statement (${why}${restated ? ", stated again" : ""})  ${entityName} ${property}: ${words.slice(0, 80)}`)
  for (const { id, title, fate, others, remaining } of sources) {
    out(`  source ${id}  ${fate}  ${title}`)
    if (others.length > 0)
      out(`    also in it: ${others.map(({ name }) => name || "?").join(", ")}; ${remaining} statements of others`)
  }
  for (const { at, title, statements } of dossiers)
    out(`  published ${at}: ${title}, ${statements} of these statements. Cannot be called back.`)
  if (backups.length > 0)
    out(`  ${backups.length} backups made before hold it still, the last of ${backups.at(-1)!.at}.`)
  for (const { entry, reason } of holds) out(`  HELD (${reason}) ${entry}: two administrators must sign.`)
  out(`Nothing has been changed. To do it: --confirm ${plan.digest}`)
}
