import { parseId, type SourceId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { valueText } from "../../model/value.js"
import { contextOf, decide } from "../../review/decide.js"
import { acceptAll, sureMatches } from "../../review/join.js"
import type { Command } from "../command.js"
import { numberOption, parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel review --source ID --vault DIR                              lists the proposals of a source
dalel review --accept N… --source ID [--public] [--join] --vault DIR
dalel review --reject N… --source ID --vault DIR
dalel review --accept-all --source ID --vault DIR

Decides what the reader proposed. The review desk (dalel serve) is made for this; the command is for scripts.
${VAULT_HELP}
  --source ID             the source
  --accept N…             accepts these proposals, and the people and places they need; one signed decision each
  --reject N…             rejects them
  --public                what is accepted may be published
  --join                  also decides that people, places and happenings are those of the vault with which they
                          agree in everything; without it they stay apart until a person says otherwise
  --accept-all            for measuring: everything that is not grave (death, confession, …), joined, marked as decided
                          in bulk for ever and never publishable

Exit: 0 decided, 2 wrong use, 1 anything else.
`

export const REVIEW: Command = {
  name: "review",
  summary: "lists and decides proposals",
  help,
  async run(args, terminal) {
    const flag = { type: "boolean" } as const
    const more = {
      source: { type: "string" },
      accept: flag,
      reject: flag,
      "accept-all": flag,
      public: flag,
      join: flag,
    }
    const { values, positionals } = parse(args, {
      ...VAULT_OPTIONS,
      ...(more as typeof more & { source: { type: "string" } }),
    })
    const source = parseId<SourceId>(required(values.source, "--source"))
    const [first, ...rest] = positionals.map((text) => numberOption(text, "N"))
    await withVault("review", values, terminal, async (vault) => {
      if (values["accept-all"]) {
        terminal.out(JSON.stringify(await acceptAll(vault, source)))
        return
      }
      const context = await contextOf(vault, source)
      if (!values.accept && !values.reject) {
        for (const { number, rule, score, schema, statements } of context.reading.proposals) {
          const state = context.decided.get(number)?.verdict ?? "proposed"
          const says = statements.map(({ property, value }) => `${property}=${valueText(value)}`)
          terminal.out(JSON.stringify({ number, state, schema, rule, score, says }))
        }
        return
      }
      if (first === undefined) throw new DalelError("usage/missing", "N")
      const audience = values.public ? "public" : "team"
      const verdict = values.reject ? ({ is: "reject" } as const) : ({ is: "accept", audience, bulk: false } as const)
      const same = values.join ? await sureMatches(vault, context) : {}
      const decided = await decide(vault, { source, numbers: [first, ...rest], verdict, same })
      for (const [number, entry] of decided) terminal.out(JSON.stringify({ number, entry, verdict: verdict.is }))
    })
    return 0
  },
}
