import type { IncomingMessage } from "node:http"
import type { RefusalCode } from "../model/refusals.js"
import { type Door, readCookie } from "./door.js"

/** `close`: not a byte is answered, so that a stranger cannot even tell what listens here. */
export type Verdict = RefusalCode | "close" | null

/** The checks before any page, in the order of DESIGN §8. `door.test.ts` drops each once and sees its attack succeed. */
export type CheckName = "host" | "upgrade" | "service-worker" | "fetch-site" | "origin" | "cookie"

export interface Check {
  readonly name: CheckName
  refuse(request: IncomingMessage, door: Door): Verdict
}

export const CHECKS: readonly Check[] = [
  {
    // A page of the web that points its own name at 127.0.0.1 (DNS rebinding) still sends its own name.
    name: "host",
    refuse: (request, { hosts }) => {
      const sent = valuesOf(request, "host")
      return sent.length === 1 && hosts.includes(sent[0]!) ? null : "close"
    },
  },
  {
    // WebSockets are not bound by the same-origin policy. We have none.
    name: "upgrade",
    refuse: ({ headers }) => (headers.upgrade === undefined ? null : "close"),
  },
  {
    // A service worker would outlive the server and answer in its name.
    name: "service-worker",
    refuse: ({ headers }) => (headers["service-worker"] === undefined ? null : "web/not-from-here"),
  },
  {
    // `none` is a person who typed or clicked the link outside the web; a browser too old to say is let pass.
    name: "fetch-site",
    refuse: ({ headers, method }) => {
      const site = headers["sec-fetch-site"]
      if (site === undefined || site === "same-origin" || (site === "none" && isRead(method))) return null
      return "web/not-from-here"
    },
  },
  {
    name: "origin",
    refuse: ({ headers, method }, { hosts }) => {
      if (isRead(method)) return null
      return hosts.includes(headers.host ?? "") && headers.origin === `http://${headers.host}`
        ? null
        : "web/not-from-here"
    },
  },
  {
    // Everything but the login link itself, the style sheet included, is for browsers that were let in.
    name: "cookie",
    refuse: ({ headers, url }, door) =>
      url?.startsWith("/in/") || readCookie(door, headers.cookie) !== null ? null : "web/sign-in",
  },
]

/** The first check that refuses, or null. */
export function guard(request: IncomingMessage, door: Door, checks: readonly Check[] = CHECKS): Verdict {
  for (const check of checks) {
    const verdict = check.refuse(request, door)
    if (verdict !== null) return verdict
  }
  return null
}

export const isRead = (method: string | undefined) => method === "GET" || method === "HEAD"

// Node keeps only the first of two Host headers in `headers`.
function valuesOf({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === name)
}

/** Sent with every answer. No inline style or script, nothing from elsewhere, no frame, nothing kept. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "worker-src 'none'",
  ].join("; "),
  // Not `no-referrer`: with it a browser sends `Origin: null` from our own forms.
  "Referrer-Policy": "same-origin",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
