import type { Links } from "../views/here.js"

/** Addresses of the desk: random ids and offsets only. The browser keeps them in its history. */
export const deskLinks: Links = {
  source: (id) => `/sources/${id}`,
  passage: ({ source, start, end }) => `/sources/${source}?p=${start}-${end}#p${start}-${end}`,
  entity: (id) => `/entities/${id}`,
  statement: (id) => `/statements/${id}`,
}
