import type { ReadQuantity } from "../../model/reading.js"

/** In order of the text, without those that begin inside another: of two that begin together the longer stays. */
export function outermost(found: readonly ReadQuantity[]): ReadQuantity[] {
  let end = -1
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((quantity) => {
      if (quantity.start < end) return false
      end = quantity.end
      return true
    })
}
