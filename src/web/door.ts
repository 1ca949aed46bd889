import { createHmac, timingSafeEqual } from "node:crypto"
import type { Random } from "../model/clock.js"

/** How long a login link lives, in milliseconds. */
export const LINK_LIFE = 60_000

/**
 * Who is let in. The door holds no key of the vault: its own key only ties a browser to this server, so a browser stays
 * let in while the vault is locked and opened again.
 */
export interface Door {
  /** Signs cookies and form tokens. 32 random bytes, made anew when the launcher starts. */
  readonly key: Uint8Array
  /** The only Host values that are answered: `<random>.localhost:PORT` and `127.0.0.1:PORT`. */
  readonly hosts: readonly string[]
  /** True once for a link's token, and only within its minute. */
  redeem(token: string): Promise<boolean>
}

/** Hands out one-time links. `now` in milliseconds. */
export function makeLinks(random: Random, now: () => number) {
  const open = new Map<string, number>()
  return {
    issue(): string {
      for (const [token, until] of open) if (until < now()) open.delete(token)
      const token = Buffer.from(random(32)).toString("base64url")
      open.set(token, now() + LINK_LIFE)
      return token
    },
    redeem(token: string): boolean {
      const until = open.get(token)
      open.delete(token)
      return until !== undefined && until >= now()
    },
  }
}

/** A name that no other local server shares, so that its cookies are not sent to every port of 127.0.0.1. */
export function makeHostName(random: Random): string {
  const letters = "abcdefghijklmnopqrstuvwxyz234567"
  return `${[...random(16)].map((byte) => letters[byte & 31]).join("")}.localhost`
}

/** The cookie's name carries the port: cookies of 127.0.0.1 are shared by every port of it. */
export function cookieName(door: Door): string {
  return `dalel-${door.hosts[0]?.split(":")[1] ?? ""}`
}

/** A fresh cookie value `id.mac` for a browser that has shown its link. */
export function makeCookie(door: Door, random: Random): string {
  const id = Buffer.from(random(16)).toString("base64url")
  return `${id}.${mac(door, "session", id)}`
}

/** The browser's id when the cookie is one of ours, else null. */
export function readCookie(door: Door, header: string | undefined): string | null {
  const name = `${cookieName(door)}=`
  for (const part of (header ?? "").split(";")) {
    const pair = part.trim()
    if (!pair.startsWith(name)) continue
    const [id = "", sum = ""] = pair.slice(name.length).split(".")
    if (id !== "" && same(sum, mac(door, "session", id))) return id
  }
  return null
}

/** The token every form of this browser carries. */
export function formToken(door: Door, browser: string): string {
  return mac(door, "form", browser)
}

export function isFormToken(door: Door, browser: string, token: string): boolean {
  return same(token, formToken(door, browser))
}

function mac(door: Door, use: "session" | "form", text: string): string {
  return createHmac("sha256", door.key).update(`dalel/${use}/v1\n${text}`).digest("base64url")
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
