import { resolve } from "node:path"
import { findCase } from "../../index/case.js"
import { exportLog } from "../../keep/logfile.js"
import { DalelError } from "../../model/refusals.js"
import { type Preview, type PreviewLine, previewOf } from "../../publish/preview.js"
import { type Format, publishTo } from "../../publish/publish.js"
import { happeningTitle, valueWords } from "../../views/value.js"
import { isLang, type Lang, propertyLabel, say } from "../../views/words/say.js"
import type { Command, Terminal } from "../command.js"
import { dayOption, parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel export CASE --as html|json --out DIR --vault DIR [--on DATE] [--lang en]
dalel export CASE --preview --vault DIR [--on DATE] [--lang en] [--json]
dalel export --log --out FILE --vault DIR

The dossier of a case, a person or an organisation, for everyone: only statements made public one at a time, under
fresh ids, signed with the case's own key. That it was made is written down in the ledger. docs/dossier.md says what is
in it and how it is checked.

--log writes the whole ledger as one text file, for an expert who is to check it without Dalel (docs/verify/verify.py).
It is not for the public: every entry stands in it in clear, with the names of people, and who did what when.
${VAULT_HELP}
  --as html|json    one file for people, or one for machines; html,json makes both
  --out DIR         a new or empty folder
  --on DATE         the day the status is told for (today)
  --lang LANG       the language of the page (en)
  --preview         shows what would go out, what is held back and why, and who is named; writes nothing
  --json            the preview as one object

Prints a line of JSON a file written: {"file","sha256"}.
Exit: 0 written, 2 wrong use, 1 anything else.
`

export const EXPORT: Command = {
  name: "export",
  summary: "makes the dossier of a case for everyone, or shows what would go out",
  help,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...VAULT_OPTIONS,
      as: { type: "string" },
      out: { type: "string" },
      on: { type: "string" },
      lang: { type: "string" },
      preview: { type: "boolean" },
      json: { type: "boolean" },
      log: { type: "boolean" },
    })
    if (values.log) {
      const file = resolve(required(values.out, "--out"))
      await withVault("export", values, terminal, async (vault) => {
        terminal.out(JSON.stringify(await exportLog(vault, file)))
      })
      return 0
    }
    const name = required(positionals.join(" "), "CASE")
    const on = dayOption(values.on ?? new Date().toISOString().slice(0, 10), "--on")
    const lang = values.lang ?? "en"
    if (!isLang(lang)) throw new DalelError("usage/missing", "--lang")
    // Before a vault is opened: whatever is missing is told at once.
    const folder = values.preview ? "" : required(values.out, "--out")
    const formats = values.preview ? null : formatsOf(required(values.as, "--as html|json"))
    await withVault("export", values, terminal, async (vault) => {
      const id = await findCase(vault.db, name)
      if (formats === null) {
        const preview = await previewOf(vault, id, on)
        if (values.json) terminal.out(JSON.stringify(previewJson(preview)))
        else tell(preview, lang, terminal)
        return
      }
      const { files, statements, sources } = await publishTo(vault, { id, on, lang, formats }, folder)
      for (const { name, sha256 } of files) terminal.out(JSON.stringify({ file: name, sha256 }))
      terminal.err(`${say(lang, "count.statements", { n: statements })}, ${say(lang, "count.sources", { n: sources })}`)
      if (statements === 0) terminal.err(say(lang, "dossier.empty"))
    })
    return 0
  },
}

function formatsOf(text: string): readonly [Format, ...Format[]] {
  const formats = text.split(",").map((one): Format => {
    if (one !== "html" && one !== "json") throw new DalelError("usage/missing", "--as html|json")
    return one
  })
  return formats as [Format, ...Format[]]
}

function lineJson({ statement, about, schema, property, words, quoted }: PreviewLine) {
  return { statement, entity: about.id, schema, property, words, quoted }
}

function previewJson({ title, on, out, held, sources, atRisk, contradicts, statusDiffers }: Preview) {
  return {
    title,
    on,
    out: out.map(lineJson),
    held: held.map((line) => ({ ...lineJson(line), why: line.why })),
    sources,
    atRisk,
    contradicts: contradicts.map(({ statement }) => statement),
    statusDiffers: statusDiffers.map(({ name, open, vault }) => ({ name, open: open?.is ?? null, vault: vault.is })),
  }
}

function tell(preview: Preview, lang: Lang, terminal: Terminal): void {
  const { title, out, held, sources, atRisk, contradicts, statusDiffers } = preview
  const line = ({ about, schema, property, value, words }: PreviewLine) =>
    `${about.name || happeningTitle(lang, about)} · ${propertyLabel(lang, schema, property)}: ${valueWords(lang, schema, property, value, words)}`
  terminal.out(title)
  terminal.out(`${say(lang, "dossier.out")} (${out.length})`)
  for (const one of out) {
    terminal.out(`  ${line(one)}`)
    for (const words of one.quoted) terminal.out(`      “${words.replace(/\s+/gu, " ")}”`)
  }
  terminal.out(`${say(lang, "dossier.held")} (${held.length})`)
  for (const one of held) terminal.out(`  ${line(one)}  [${say(lang, `dossier.why.${one.why}`)}]`)
  if (contradicts.length > 0) terminal.out(say(lang, "dossier.differs"))
  for (const one of contradicts) terminal.out(`  ${line(one)}`)
  const statusWords = (status: Preview["statusDiffers"][number]["vault"] | null) =>
    say(lang, `status.${status?.is ?? "unknown"}`)
  for (const { name, open, vault } of statusDiffers)
    terminal.out(
      `${name}: ${say(lang, "dossier.status.differs", { open: statusWords(open), vault: statusWords(vault) })}`,
    )
  terminal.out(say(lang, "dossier.sources.public"))
  for (const { citation, heldBack } of sources) {
    const { title, publisher, published, address, legalNotice } = citation
    const parts = [title || say(lang, "sources.untitled"), publisher, published, address]
    terminal.out(`  ${parts.filter(Boolean).join(" · ")}`)
    if (legalNotice !== null)
      terminal.out(`      ${say(lang, "case.sources.legal")}: ${legalNotice.replace(/\s+/gu, " ")}`)
    const what = heldBack.map((name) => propertyLabel(lang, "Article", name)).join(", ")
    if (what !== "") terminal.out(`      ${say(lang, "dossier.sources.held", { what })}`)
  }
  terminal.out(say(lang, "dossier.risk"))
  terminal.out(`  ${say(lang, atRisk.length === 0 ? "dossier.risk.none" : "dossier.risk.lead")}`)
  for (const { name, how } of atRisk) terminal.out(`  ${name}: ${say(lang, `dossier.risk.${how}`)}`)
}
