import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { raw } from "hono/html"
import { CaseBody } from "../views/casefile.js"
import { dateWords } from "../views/date.js"
import type { Here } from "../views/here.js"
import { directionOf, type Lang, say } from "../views/words/say.js"
import type { Dossier, PublicSource } from "./dossier.js"
import { TAKEN_OUT } from "./hide.js"

/**
 * The dossier for people: one file, no script, nothing loaded, no address that a click could tell anyone. Its style is
 * the desk's own, allowed by its hash and by nothing else.
 */
export async function dossierHtml(dossier: Dossier, lang: Lang, key: string): Promise<string> {
  const css = style()
  const hash = createHash("sha256").update(css).digest("base64")
  return `<!doctype html>${await (<Sheet dossier={dossier} lang={lang} verifier={key} css={css} hash={hash} />).toString()}\n`
}

/** Faces are files of the desk; a dossier takes the reader's own. */
function style(): string {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8")
  const desk = read("../views/dalel.css").replace(/@font-face\s*\{[^}]*\}/gu, "")
  return `${desk}\n${read("dossier.css")}`.replace(/\/\*[\s\S]*?\*\//gu, "").replace(/\s+/gu, " ")
}

function Sheet({
  dossier,
  lang,
  verifier,
  css,
  hash,
}: {
  dossier: Dossier
  lang: Lang
  verifier: string
  css: string
  hash: string
}) {
  const { file, sample, on } = dossier
  const title = dossier.case.title || say(lang, "dossier.unnamed")
  const warned = file?.sources.some(({ legalNotice }) => legalNotice !== null) ?? false
  const cut = file?.sources.some(({ text }) => text.includes(TAKEN_OUT)) ?? false
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content={`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`}
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{sample ? `${say(lang, "dossier.sample")}: ${title}` : title}</title>
        <style>{raw(css)}</style>
      </head>
      <body class="dossier">
        {sample && (
          <header class="sample">
            <strong>{say(lang, "dossier.sample")}</strong> {say(lang, "app.sample")}
          </header>
        )}
        <main id="content">
          <header>
            <p class="quiet">{say(lang, "dossier.title")}</p>
            <h1>
              <bdi>{title}</bdi>
            </h1>
            <p class="lead">{say(lang, "dossier.lead", { day: dateWords(lang, on) })}</p>
            {cut && <p class="quiet">{say(lang, "dossier.takenOut")}</p>}
            {warned && <p class="warned">{say(lang, "dossier.warned")}</p>}
          </header>
          {file ? (
            <CaseBody here={hereIn(lang, file)} file={file} more={(source) => <About lang={lang} source={source} />} />
          ) : (
            <div class="empty">
              <p>{say(lang, "dossier.empty")}</p>
              <p class="quiet">{say(lang, "dossier.empty.why")}</p>
            </div>
          )}
          <section id="check">
            <h2>{say(lang, "dossier.check")}</h2>
            <p>{say(lang, "dossier.check.lead")}</p>
            <p class="hash" dir="ltr">
              sh check-dossier.sh . KEY
            </p>
            <p>{say(lang, "dossier.check.key")}</p>
            <p class="hash" dir="ltr">
              {verifier}
            </p>
            <p class="quiet">{say(lang, "dossier.check.limits")}</p>
          </section>
        </main>
      </body>
    </html>
  )
}

function hereIn(lang: Lang, file: NonNullable<Dossier["file"]>): Here {
  const there = new Set<string>([file.people, file.organizations, file.places].flat().map(({ id }) => id))
  return {
    lang,
    paper: true,
    links: {
      source: () => null,
      passage: (_, note) => `#note-${note}`,
      entity: (id) => (there.has(id) ? `#e-${id}` : null),
      statement: () => null,
    },
  }
}

/** Under a source: where it is to be found, what it warns of, and what proves which file it was. */
function About({ lang, source }: { lang: Lang; source: PublicSource }) {
  const { address, legalNotice, commitment } = source
  return (
    <div class="about-source">
      {address !== null && (
        <p class="hash" dir="ltr">
          {address}
        </p>
      )}
      {legalNotice !== null && (
        <blockquote class="notice" dir="auto">
          {legalNotice}
        </blockquote>
      )}
      <p class="quiet">
        {say(lang, "dossier.commitment")} <span class="hash">{commitment}</span>
      </p>
    </div>
  )
}
