import { readdirSync } from "node:fs"
import { join } from "node:path"
import { type VaultDesk, vaultDesk } from "../../src/web/vaultdesk.js"
import { dalel } from "../command.suite.js"
import { inPlace } from "../place.suite.js"
import { type Running, runSite } from "./site.js"

export interface SampleSite {
  readonly desk: VaultDesk
  readonly site: Running
  /** Every address of it that a person can be led to, by the kind of page. */
  readonly pages: readonly (readonly [kind: string, path: string])[]
}

/** The sample vault that `npm start` makes, behind a real server. */
export function withSample<T>(work: (sample: SampleSite) => Promise<T>): Promise<T> {
  return inPlace(async (place) => {
    const names = readdirSync("samples").filter((name) => /^\d\d-/.test(name))
    const made = await dalel(place, "sample", ...names.sort().map((name) => join("samples", name)))
    if (made.code !== 0) throw new Error(made.said)
    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    const site = await runSite(desk)
    try {
      return await work({ desk, site, pages: await pagesOf(desk) })
    } finally {
      await site.stop()
      await desk.lock()
    }
  })
}

const ALL = { page: 1, size: 1000 }
/** Of the pages that differ only in the fact they are about, so many of each source. */
const FEW = 3

async function pagesOf(desk: VaultDesk): Promise<[kind: string, path: string][]> {
  const pages: [string, string][] = [
    ["desk", "/"],
    ["sources", "/sources"],
    ["case files", "/cases"],
    ["add", "/add"],
    ["search", "/search"],
    ["what happened", "/ledger"],
    ["trash", "/trash"],
    ["settings", "/settings"],
    ["keys", "/settings/keys"],
    ["members", "/members"],
    ["recovery", "/recovery"],
    ["drill", "/recovery/drill"],
  ]
  const entities = new Set<string>()
  for (const { card } of (await desk.sources(ALL)).rows) {
    const at = `/sources/${card.id}`
    const { reading, proposals, statements } = await desk.source(card.id)
    pages.push(["source", at])
    if (reading) pages.push(["as sealed", `${at}/sealed`], ["state by hand", `${at}/state?p=0-20&schema=Sentence`])
    if (proposals.length > 0) pages.push(["batch", `${at}/batch`])
    const open = proposals.filter(({ state }) => state.is === "proposed").slice(0, FEW)
    for (const { proposal } of open)
      pages.push(["review", `${at}?n=${proposal.number}`], ["edit", `${at}?n=${proposal.number}&edit=1`])
    for (const { statement } of statements) entities.add(statement.entity)
    for (const { statement } of statements.slice(0, FEW))
      pages.push(["statement", `/statements/${statement.id}`], ["correct", `/statements/${statement.id}/correct`])
  }
  for (const { id } of (await desk.cases(ALL)).rows)
    pages.push(["case file", `/cases/${id}`], ["dossier", `/cases/${id}/dossier`])
  for (const id of entities) pages.push(["entity", `/entities/${id}`])
  return pages
}
