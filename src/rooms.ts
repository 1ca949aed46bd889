/**
 * Who may know whom (DESIGN §2). Arrows only point down this list; acts never import one another, they meet in the
 * ledger. `rooms.test.ts` enforces it.
 */
const held = ["model", "ledger", "vault", "index"]

export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // pure: no disk, no clock, no network
  model: [],
  ledger: ["model"],
  names: ["model"],
  read: ["model", "names"],
  views: ["model"],
  // held: the vault and what is folded from it
  vault: ["model", "ledger"],
  index: ["model", "ledger", "names", "vault"],
  // acts
  capture: held,
  review: [...held, "names", "read"],
  keep: held,
  publish: [...held, "views"],
  // faces: doors that hold no rules
  web: [...held, "names", "views", "capture", "review", "keep", "publish"],
  cli: [...held, "names", "read", "views", "capture", "review", "keep", "publish", "web"],
}
