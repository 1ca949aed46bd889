import { DalelError } from "../model/refusals.js"

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON in the one spelling of RFC 8785 (JCS): keys sorted by UTF-16 code unit, numbers as ECMAScript prints them,
 * no white space.
 * @throws DalelError json/not-canonical for what JSON cannot carry: NaN, undefined, a lone surrogate
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "string") return quoted(value)
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new DalelError("json/not-canonical", "number")
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object") throw new DalelError("json/not-canonical", typeof value)
  const object = value as Record<string, unknown>
  // The default order of sort() is by UTF-16 code unit, which is what the RFC asks for.
  const members = Object.keys(object)
    .sort()
    .map((key) => `${quoted(key)}:${canonical(object[key])}`)
  return `{${members.join(",")}}`
}

/** Reads only what `canonical` would write. @throws DalelError json/not-canonical */
export function parseCanonical(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new DalelError("json/not-canonical", null, { cause })
  }
  if (canonical(value) !== text) throw new DalelError("json/not-canonical")
  return value
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new DalelError("json/not-canonical", "surrogate")
  return JSON.stringify(text)
}
