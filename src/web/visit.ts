import type { JSXNode } from "hono/jsx"
import type { Day } from "../model/date.js"
import { DalelError } from "../model/refusals.js"
import type { DeskHere } from "../views/here.js"
import type { Desk, PageAsked } from "./desk.js"
import type { Sent } from "./form.js"
import type { Vaults } from "./launcher.js"
import type { Memory } from "./memory.js"
import type { Patience } from "./patience.js"

/** One request as a page sees it. The guard has passed it. */
export interface Visit {
  readonly here: DeskHere
  readonly desk: Desk
  readonly memory: Memory
  /** Every passphrase that is to be right goes through it. */
  readonly patience: Patience
  /** How far this browser is in the tour of the sample. */
  readonly tour: { at(): number | "over" | null; set(stop: number | "over"): void }
  readonly today: Day
  /** Ends the process that holds the keys, once this answer has been sent. `next`: what is served then, if not the same. */
  endAfterAnswer(next?: Vaults): Promise<void>
  /** A part of the path (`:id`). */
  part(name: string): string
  /** A parameter of the address; null when absent. Never holds a name or a word. */
  query(name: string): string | null
  /** What was posted. Empty for a GET. */
  readonly sent: Sent
}

type Markup = JSXNode | Promise<JSXNode> | { toString(): string | Promise<string> }

export type Answer =
  | { readonly is: "page"; readonly markup: Markup; readonly status: number }
  /** Kept by the browser under this name: never one that tells anything. */
  | { readonly is: "file"; readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  | { readonly is: "picture"; readonly type: "image/png"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly is: "go"; readonly to: string; readonly lang?: string }

/** One page or one form. Adding one is a file in `pages/` and a row in its `index.ts`. */
export interface Route {
  readonly method: "GET" | "POST"
  readonly path: string
  /** In which state of the vault it makes sense; anywhere else the visitor is sent to where it does. */
  readonly when: "none" | "locked" | "open" | "any"
  /** The most bytes a form may send; the default suits words. */
  readonly limit?: number
  answer(visit: Visit): Promise<Answer>
}

export function show(markup: Markup, status = 200): Answer {
  return { is: "page", markup, status }
}

/** Post, redirect, get: every write ends here. */
export function go(to: string): Answer {
  return { is: "go", to }
}

/** @throws DalelError usage/not-a-number */
export function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new DalelError("usage/not-a-number")
  return Number(text)
}

export function pageAsked(visit: Visit, size = 40): PageAsked {
  const page = visit.query("page")
  return { page: page === null ? 1 : Math.max(1, numberOf(page)), size }
}

/** Where a form said it came from, when that is a page of ours; else the desk. */
export function wayBack(sent: Sent): string {
  const back = sent.text("back")
  return /^\/[a-z0-9][a-z0-9/?&=#-]*$/.test(back) ? back : "/"
}
