import { createHash } from "node:crypto"
import type { ExpungeAsked, Plan, PlannedStatement } from "../../src/keep/expunge/plan.js"
import type { Hold } from "../../src/keep/hold.js"
import { type EntryId, makeId } from "../../src/model/id.js"
import { DalelError } from "../../src/model/refusals.js"
import type { SourceView } from "../../src/web/desk.js"
import type { ExpungeDesk, Expunging, SeenAsk } from "../../src/web/expungedesk.js"

/** Destroying without a vault: the plan names every source and every statement there is, and the yes is remembered. */
export function fakeExpunge(
  sources: () => Promise<readonly SourceView[]>,
  random: (n: number) => Uint8Array,
): ExpungeDesk {
  let state: Expunging | null = null
  const asks: SeenAsk[] = []
  const holds: Hold[] = []
  const plan = async (asked: ExpungeAsked): Promise<Plan> => {
    const all = await sources()
    const statements = all.flatMap(({ card, statements }) =>
      statements.map(({ statement, entityName, words }): PlannedStatement => {
        const { id, entity, schema, property, value } = statement
        return {
          id,
          entity,
          entityName,
          schema,
          property,
          value,
          words,
          source: card.id,
          live: true,
          why: "about",
          restated: false,
        }
      }),
    )
    const planned = all.map(({ card }, index) => ({
      id: card.id,
      title: card.title,
      mediaType: card.mediaType,
      bytes: card.bytes,
      fate: asked.fates.get(card.id) ?? (index === 0 ? "redact" : "destroy"),
      redactable: true,
      others: index === 0 ? [{ id: makeId<never>(random), name: "Daniyar Testov" }] : [],
      remaining: index === 0 ? 3 : 0,
    }))
    const { target, reason } = asked
    const fates = JSON.stringify([target, reason, planned.map(({ id, fate }) => [id, fate])])
    return {
      target,
      reason,
      entities: [],
      title: statements[0]?.entityName ?? "",
      statements,
      sources: planned,
      records: [],
      renditions: all.length,
      proposals: 12,
      searchRows: 40,
      blobs: 2 * all.length,
      bytes: 1000,
      dossiers: [
        {
          entry: makeId<EntryId>(random),
          at: "2031-05-20T09:30:00Z",
          title: "Testova",
          statements: 2,
          withdrawn: false,
        },
      ],
      backups: [{ at: "2031-05-20T09:30:00Z", bytes: 1000 }],
      holds,
      digest: createHash("sha256").update(fates).digest("hex"),
    }
  }
  return {
    expungePlan: plan,
    async expunge(asked, digest) {
      if ((await plan(asked)).digest !== digest) throw new DalelError("expunge/changed")
      state = { is: "done", records: 12, files: 4, dossiers: 1, backups: 1 }
    },
    expunging: async () => state,
    async askExpunge(asked) {
      const entry = makeId<EntryId>(random)
      asks.push({ entry, at: "2031-05-20T09:30:00Z", by: "7f3acd", asked })
      return entry
    },
    expungeAsks: async () => asks,
    mayExpunge: async () => true,
    holds: async () => holds,
    placeHold: async () => makeId<EntryId>(random),
    liftHold: async () => makeId<EntryId>(random),
  }
}
