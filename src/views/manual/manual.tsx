import type { DeskHere } from "../here.js"
import { Page } from "../page.js"
import { type Lang, say } from "../words/say.js"
import { MANUAL as en } from "./en.js"
import { MANUAL as kk } from "./kk.js"
import { MANUAL as ru } from "./ru.js"
import { type Label, type Manual, rowOf, TOPICS, type Topic } from "./topics.js"

/** The whole manual, in every language of the interface. */
export const MANUALS: Readonly<Record<Lang, Manual>> = { en, kk, ru }

const ALL = Object.keys(TOPICS) as Topic[]

export function isTopic(text: string): text is Topic {
  return Object.hasOwn(TOPICS, text)
}

/** One page of the manual: for, controls, keys, what cannot be undone, what leaves. */
export function ManualPage({ here, topic }: { here: DeskHere; topic: Topic }) {
  const { lang } = here
  const { title, is, does, forever, leaves } = MANUALS[lang][topic]
  const { controls, keys = [] } = rowOf(topic)
  const words: Readonly<Partial<Record<Label, string>>> = does
  return (
    <Page here={here}>
      <article class="narrow manual">
        <p class="crumbs">
          <a href="/manual">{say(lang, "manual.title")}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{is}</p>
        <section>
          <h2>{say(lang, "manual.controls")}</h2>
          <dl class="lines">
            {controls.map((label) => (
              <div>
                <dt>{say(lang, label)}</dt>
                <dd>{words[label]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{say(lang, "manual.keys")}</h2>
          <ul class="strokes">
            {keys.map(([key, presses]) => (
              <li>
                <kbd>{key}</kbd> {say(lang, presses)}
              </li>
            ))}
            <li>
              <kbd>?</kbd> {say(lang, "manual.title")}
            </li>
          </ul>
        </section>
        <section>
          <h2>{say(lang, "manual.forever")}</h2>
          <p>{forever ?? say(lang, "manual.forever.nothing")}</p>
        </section>
        <section>
          <h2>{say(lang, "manual.leaves")}</h2>
          <p>{leaves ?? say(lang, "manual.leaves.nothing")}</p>
        </section>
      </article>
    </Page>
  )
}

/** All pages, for reading through. */
export function Contents({ here }: { here: DeskHere }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow manual">
        <h1>{say(lang, "manual.title")}</h1>
        <p class="lead">{say(lang, "manual.lead")}</p>
        <ul class="topics">
          {ALL.map((topic) => (
            <li>
              <a href={`/manual/${topic}`}>{MANUALS[lang][topic].title}</a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
