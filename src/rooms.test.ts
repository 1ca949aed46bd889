import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { basename, dirname, join, relative, resolve, sep } from "node:path"
import { test } from "node:test"
import { fileURLToPath } from "node:url"
import { ROOMS } from "./rooms.js"

const src = resolve(dirname(fileURLToPath(import.meta.url)), "../../src")
const PURE = ["model", "ledger", "names", "read", "views"]
const WORLD = /^(node:)?(fs|net|http|https|http2|dgram|dns|tls|child_process|worker_threads|cluster|os)(\/|$)/

interface Import {
  file: string
  room: string
  what: string
}

function* imports(): Generator<Import> {
  for (const name of readdirSync(src, { recursive: true }).map(String)) {
    if (!/\.tsx?$/.test(name) || /\.(test|suite)\.tsx?$/.test(name) || name.includes(`assets${sep}`)) continue
    const file = join(src, name)
    const room = name.split(sep)[0]!
    for (const match of readFileSync(file, "utf8").matchAll(
      /^(?:import|export)\b[^"'`;]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ))
      yield { file, room, what: match[1] ?? match[2] ?? match[3]! }
  }
}

test("every folder is a room of the table, and arrows only point down it", () => {
  const wrong: string[] = []
  for (const { file, room, what } of imports()) {
    if (!room.includes(".") && !(room in ROOMS)) wrong.push(`${room}: not a room`)
    if (!what.startsWith(".") || room.includes(".")) continue
    const target = relative(src, resolve(dirname(file), what)).split(sep)[0]!
    if (target !== room && !ROOMS[room]?.includes(target)) wrong.push(`${relative(src, file)} → ${target}`)
  }
  assert.deepEqual(wrong, [])
})

test("pure rooms touch no disk, clock or network", () => {
  const wrong: string[] = []
  // The reading child is the door of its process: it disables the network and reads its standard input.
  for (const { file, room, what } of imports())
    if (PURE.includes(room) && WORLD.test(what) && !file.endsWith(join("read", "child.ts")))
      wrong.push(`${relative(src, file)} → ${what}`)
  assert.deepEqual(wrong, [])
})

test("the network is touched by the server alone", () => {
  const NETWORK = /^(node:)?(net|http|https|http2|dgram|dns|dns\/promises|tls|inspector)$|^undici|^@hono\/node-server$/
  // In cli: the local socket over which a command reaches the process that has the vault open.
  const DOORS: Readonly<Record<string, readonly string[]>> = {
    web: ["bell", "guard", "keeper", "launcher", "server", "inward"],
    cli: ["handover", "answer"],
  }
  const wrong: string[] = []
  for (const { file, room, what } of imports())
    if (NETWORK.test(what) && !DOORS[room]?.includes(basename(file).split(".")[0]!))
      wrong.push(`${relative(src, file)} → ${what}`)
  for (const name of readdirSync(src, { recursive: true }).map(String)) {
    if (!/\.tsx?$/.test(name) || /\.(test|suite)\.tsx?$/.test(name)) continue
    const found = /\b(?:fetch|sendBeacon)\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b/.exec(
      readFileSync(join(src, name), "utf8"),
    )
    if (found) wrong.push(`${name}: ${found[0]}`)
  }
  assert.deepEqual(wrong, [])
})
