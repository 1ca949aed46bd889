import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { type DefaultTreeAdapterMap, parse } from "parse5"
import { filesAt } from "../src/capture/files.js"
import { NEEDED } from "../src/index/fold.js"
import { membersIn } from "../src/index/members.js"
import { openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { withBackup, writeBackup } from "../src/keep/backup.js"
import { restoreVault } from "../src/keep/restore.js"
import { readTar, type TarSource, tar } from "../src/keep/tar.js"
import type { Entry, EntryKind, Role } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, type EntryId, makeId, type SourceId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import { SCHEMATA } from "../src/model/schema.js"
import type { Value } from "../src/model/value.js"
import { seal, unseal } from "../src/vault/age.js"
import { collect } from "../src/vault/bytes.js"
import { readIdentityFile } from "../src/vault/keys.js"
import { addMember } from "../src/vault/members.js"
import type { Vault } from "../src/vault/vault.js"
import { ROUTES } from "../src/web/pages/index.js"
import { vaultDesk } from "../src/web/vaultdesk.js"
import { dalel } from "./command.suite.js"
import { ask, signIn, tokenIn } from "./desk/ask.js"
import { makeDesk } from "./desk/fake.js"
import { type Running, runSite } from "./desk/site.js"
import { inPlace } from "./place.suite.js"

/** Classes of weakness that other tools of this field have had: docs/threat-model.md says which test is about which. */

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code

const draftOf = ({ kind, body }: Entry): Draft => ({ kind, body }) as Draft

function fillOf({ world, id }: Vault): (kind: EntryKind) => Draft | null {
  const fresh = <I>() => makeId(world.random) as I
  const about = article("2020-01-01")
  const root = Buffer.alloc(32).toString("base64")
  return (kind) => {
    switch (kind) {
      case "capture":
        return draftOf(about.capture)
      case "assert":
        return draftOf(says(about, [fresh<EntityId>(), "Person", "name", name("Aida Testova")]))
      case "same":
        return { kind, body: { a: fresh(), b: fresh(), verdict: "same", bulk: false } }
      case "retract":
        return { kind, body: { entries: [fresh<EntryId>()], statements: [], reason: "undo" } }
      case "hold":
        return { kind, body: { act: "place", sources: [fresh<SourceId>()], entities: [], reason: "court" } }
      case "ask":
        return {
          kind,
          body: { target: { is: "source", source: fresh<SourceId>() }, fates: [], reason: "danger" },
        }
      case "expunge":
        return { kind, body: { records: [], entities: [], sources: [], reason: "danger" } }
      case "recovery":
        return { kind, body: { act: "make", set: "1234", recipient: "age1" } }
      case "adopt":
        return { kind, body: { device: fresh(), from: 0, to: 1, root } }
      case "resolve":
        return { kind, body: { falls: [fresh<EntryId>()] } }
      case "withdraw":
        return { kind, body: { publication: fresh(), reason: "error" } }
      case "backup":
        return { kind, body: { bytes: 1, sha256: "0".repeat(64) } }
      case "member":
        return {
          kind,
          body: { act: "remove", vault: id, member: fresh(), key: root, recipient: "age1", roles: [], sample: false },
        }
      // What these say is bound to sealed files; the same table judges them.
      default:
        return null
    }
  }
}

test("role by kind of act: whoever may not is refused at the ledger's own door, and nothing of it is kept", () =>
  inPlace(async (place) => {
    const roles = ["read", "contribute", "review", "administer"] as const satisfies readonly Role[]
    const needs: readonly (readonly [EntryKind, Role])[] = [
      ...(["member", "hold", "expunge", "recovery", "adopt", "resolve"] as const).map(
        (kind) => [kind, "administer"] as const,
      ),
      ...(["assert", "same", "retract", "ask", "withdraw"] as const).map((kind) => [kind, "review"] as const),
      ["capture", "contribute"],
      ["backup", "read"],
    ]
    for (const role of roles.slice(0, 3)) {
      const founder = await place.create().catch(() => place.open())
      const identityFile = join(place.root, `${role}-keys`)
      await addMember(founder, { role, identityFile })
      await founder.close()
      const his = await openVault(place.world(), place.folder, { identityFile })
      const fill = fillOf(his)
      const count = async () => (await his.db.one<{ n: number }>("SELECT count(*) AS n FROM record"))!.n
      for (const [kind, needed] of needs) {
        const draft = fill(kind)!
        const before = await count()
        if (roles.indexOf(role) >= roles.indexOf(needed)) {
          await his.commit([draft])
          assert.ok((await count()) > before, `${role} ${kind}`)
          continue
        }
        await assert.rejects(his.commit([draft]), refused("member/no-right"), `${role} ${kind}`)
        assert.equal(await count(), before, `${role} ${kind}`)
      }
      await his.close()
    }
    assert.deepEqual(Object.fromEntries(needs), Object.fromEntries(needs.map(([kind]) => [kind, NEEDED[kind]])))
  }))

test("page by state of the vault: with no vault or a locked one no route tells a word of what is in it", async () => {
  const filled = makeDesk({ state: "open", filled: true })
  const { card } = (await filled.sources({ page: 1, size: 1 })).rows[0]!
  for (const state of ["none", "locked"] as const) {
    const desk = { ...filled, status: async () => ({ state, sample: false }) }
    const site = await runSite(desk)
    try {
      const cookie = await signIn(site.port, site.link())
      const { token, send } = await formsOf(site, cookie, state === "none" ? "/start" : "/unlock")
      for (const { method, path, when } of ROUTES) {
        if (when !== "open") continue
        const at = path.replace(/:(?:id|part)/, card.id).replace(/:\w+/g, "1")
        const { status, body, headers } =
          method === "GET" ? await look(site, cookie, at) : await send(at, `token=${token}`)
        assert.ok(status === 303 || status === 403, `${state} ${method} ${at}: ${status}`)
        if (status === 303) assert.match(String(headers.location), /^\/(welcome|unlock)$/)
        assert.doesNotMatch(body, /Oralbek|Karasu|Belkent|Courier/, `${state} ${method} ${at}`)
      }
    } finally {
      await site.stop()
    }
  }
})

const look = (site: Running, cookie: string, path: string) =>
  ask(site.port, path, new URL(site.address).host, { headers: { Cookie: cookie } })

async function formsOf(site: Running, cookie: string, from: string) {
  const token = encodeURIComponent(tokenIn((await look(site, cookie, from)).body))
  const send = (path: string, body: string) =>
    ask(site.port, path, new URL(site.address).host, {
      method: "POST",
      headers: { Cookie: cookie, Origin: site.address, "Content-Type": "application/x-www-form-urlencoded" },
      body,
    })
  return { token, send }
}

test("fields that a form does not have do nothing: no other author, role, time, audience or mark of bulk", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    const site = await runSite(desk)
    try {
      const vault = desk.here.vault()!
      const cookie = await signIn(site.port, site.link())
      const { token, send } = await formsOf(site, cookie, "/settings")
      const [other, before] = [makeId(vault.world.random), await membersIn(vault.db)]
      const more = `by=${other}&member=${other}&roles=administer&role=administer&at=1999-01-01T00:00:00Z&v=2&id=${other}&seq=0&kind=expunge&sample=true&sealed=1`
      const text = "The court in Bektau fined Aida Testova 500 tenge on 3 May 2021."
      const added = await send("/add", `token=${token}&text=${encodeURIComponent(text)}&${more}`)
      assert.equal(added.status, 303)
      while (await desk.busy()) await new Promise((resolve) => setTimeout(resolve, 20))
      const [row] = (await desk.sources({ page: 1, size: 9 })).rows
      const { proposals } = await desk.source(row!.card.id)
      assert.ok(proposals.length > 0)
      const number = proposals[0]!.proposal.number
      const decided = await send(
        `/sources/${row!.card.id}/decide`,
        `token=${token}&number=${number}&verdict=accept&audience=team&bulk=false&entities=%7B%7D&statements=x&${more}`,
      )
      assert.ok([303, 400, 404].includes(decided.status))
      const entries = await vault.db.all<{ open: string; kind: string }>(
        "SELECT open, kind FROM record WHERE kind NOT IN ('member', 'device', 'commit')",
      )
      assert.ok(entries.length >= 2)
      for (const { open, kind } of entries) {
        assert.ok(!open.includes(other) && !open.includes("1999-01-01"), kind)
        assert.ok(open.includes(`"by":"${vault.member}"`), kind)
      }
      assert.deepEqual(await membersIn(vault.db), before)
    } finally {
      await site.stop()
      await desk.lock()
    }
  }))

async function* piece(bytes: Uint8Array) {
  yield bytes
}

const OUTSIDE = [
  "../out",
  "blobs/../../out",
  "/tmp/out",
  "keys/../../out.age",
  "C:\\out",
  "blobs/aa/CON",
  "keys/a.age\\..\\b",
]

test("a backup that names places outside of its folder is refused, and nothing is written there", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    await vault.close()
    const { identity } = await readIdentityFile(place.world().disk, place.identityFile)
    const way = { identityFile: place.identityFile }
    const unpacked = async (bytes: Uint8Array): Promise<TarSource[]> => {
      const found: TarSource[] = []
      for await (const { name, content } of readTar(piece(bytes))) {
        const whole = await collect(content)
        found.push({ name, size: whole.length, content: () => whole })
      }
      return found
    }
    const outer = await unpacked(await readFile(file))
    const sealed = outer.at(-1)!
    const inner = await unpacked(await unseal(await collect(sealed.content() as never), { identity }))
    const hostile = (at: string): TarSource => ({ name: at, size: 3, content: () => Buffer.from("out") })
    const before = await readdir(place.root)
    const bad = join(place.root, "bad")
    for (const at of OUTSIDE) {
      const again = await seal(
        await collect(tar([...inner, hostile(at)])),
        { recipients: [identity.recipient] },
        place.world().random,
      )
      const inside = [...outer.slice(0, -1), { name: sealed.name, size: again.length, content: () => again }]
      for (const archive of [inside, [...outer.slice(0, -1), hostile(at), sealed]]) {
        await writeFile(bad, await collect(tar(archive)))
        await assert.rejects(restoreVault(place.world(), bad, join(place.root, "new"), way), refused("backup/damaged"))
        assert.deepEqual((await readdir(place.root)).sort(), [...before, "bad"].sort(), at)
      }
    }
    // The same archive without the name is taken: it was the name that was refused.
    await writeFile(bad, await collect(tar([...outer.slice(0, -1), sealed])))
    assert.ok(await withBackup(place.world(), bad, way, async () => true))
  }))

test("links and hostile names in a folder lead nowhere: a link is not followed, a name is only words", () =>
  inPlace(async (place) => {
    const folder = join(place.root, "given")
    await mkdir(join(folder, "deep"), { recursive: true })
    await writeFile(join(place.root, "outside.txt"), "not given")
    await symlink(join(place.root, "outside.txt"), join(folder, "link.txt"))
    await symlink(place.root, join(folder, "deep", "up"))
    await writeFile(join(folder, "..%2f..%2fetc%2fpasswd.txt"), "given")
    const found: string[] = []
    for await (const one of filesAt([folder])) found.push(one.path.slice(folder.length + 1))
    assert.deepEqual(found, ["..%2f..%2fetc%2fpasswd.txt"])
  }))

test("no address reaches a file that is not an asset, however it is written", async () => {
  const site = await runSite(makeDesk({ state: "open", filled: true }))
  const cookie = await signIn(site.port, site.link())
  for (const path of [
    "/assets/../package.json",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets//etc/passwd",
    "/assets/%2fetc%2fpasswd",
    "/assets/desk.js%00",
    "/assets/..%5c..%5cpackage.json",
    "/assets/CON",
    "/sources/..%2f..%2fvault.json",
    "/sources/..%2f..%2fvault.json/sealed",
  ]) {
    const { status, body } = await look(site, cookie, path)
    assert.ok(status >= 400 && status < 500, `${path}: ${status}`)
    assert.doesNotMatch(body, /"dependencies"|root:/, path)
  }
  assert.equal((await look(site, cookie, "/assets/desk.js")).status, 200)
  await site.stop()
})

const PAYLOAD = `"'><x-evil onclick=a()>&lt;x-evil&gt;</script><script src=//evil.example></script>{{7*7}}`

test("words that would be markup are words in every field of every schema, on every page that shows them", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const about = article("2020-01-01")
    const capture = about.capture as Extract<typeof about.capture, { kind: "capture" }>
    await vault.commit([
      {
        kind: "capture",
        body: {
          ...capture.body,
          filename: PAYLOAD,
          claimed: { ...capture.body.claimed, url: `javascript:alert(1)//${PAYLOAD}` },
        },
      },
    ])
    const person = makeId<EntityId>(vault.world.random)
    const shown = new Set<EntityId>([person])
    const rows: Parameters<typeof says>[1][] = [[person, "Person", "name", name(PAYLOAD)]]
    let fields = 0
    for (const { name: schema, properties } of Object.values(SCHEMATA)) {
      const entity = makeId<EntityId>(vault.world.random)
      shown.add(entity)
      for (const { name: property, value } of properties) {
        const made = hostileValue(value.type)
        if (made === null) {
          if (value.type === "entity" && (value.of as readonly string[]).includes("Person"))
            rows.push([entity, schema, property, { type: "entity", entity: person }])
          continue
        }
        fields++
        rows.push([entity, schema, property, made])
      }
    }
    assert.ok(fields > 50, `${fields} fields`)
    await vault.commit([draftOf(says(about, ...rows))])
    await vault.close()
    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    const site = await runSite(desk)
    try {
      const cookie = await signIn(site.port, site.link())
      const { token, send } = await formsOf(site, cookie, "/settings")
      const searched = await send("/search", `token=${token}&query=${encodeURIComponent(PAYLOAD)}`)
      const pages = ["/", "/sources", "/cases", "/ledger", "/trash", String(searched.headers.location)]
      for (const id of shown) pages.push(`/entities/${id}`, `/cases/${id}`)
      const evil: string[] = []
      let met = 0
      for (const path of pages) {
        const { body, status } = await look(site, cookie, path)
        assert.ok(status < 500, `${path} ${status}`)
        if (body.includes("x-evil")) met++
        for (const one of foreign(parse(body))) evil.push(`${path}: ${one}`)
      }
      assert.deepEqual(evil, [])
      assert.ok(met > 20, `shown on ${met} pages`)
    } finally {
      await site.stop()
      await desk.lock()
    }
  }))

function hostileValue(type: string): Value | null {
  if (type === "name" || type === "text" || type === "identifier") return { type, text: PAYLOAD }
  if (type === "url") return { type, url: `https://example.org/${PAYLOAD}` }
  if (type === "date") return { type, edtf: "2020-01-01", words: PAYLOAD, reference: null }
  if (type === "money") return { type, amount: "1", currency: "USD", equivalent: false, words: PAYLOAD }
  return null
}

type Node = DefaultTreeAdapterMap["node"]

/** Elements and attributes that no page of ours has. */
function* foreign(node: Node): Generator<string> {
  if ("tagName" in node) {
    if (node.tagName === "x-evil") yield node.tagName
    for (const { name, value } of node.attrs) {
      if (/^on/.test(name)) yield `${node.tagName} ${name}`
      if (/^(href|src|action)$/.test(name) && !/^[/#]/.test(value)) yield `${node.tagName} ${name}=${value}`
      if (/^(href|src|action)$/.test(name) && value.startsWith("//")) yield `${node.tagName} ${name}=${value}`
    }
  }
  if ("childNodes" in node) for (const child of node.childNodes) yield* foreign(child)
}

const skip = process.platform !== "linux" && "asks ps for the children of a process"
test("a secret is no argument: no command takes one, and a process list shows none", { skip }, () =>
  inPlace(async (place) => {
    const secret = "seven quiet mountains in rain"
    for (const option of ["--passphrase", "--password", "--new-passphrase", "--recovery-key", "--share"]) {
      const { code, said } = await dalel(place, "members", option, secret)
      assert.equal(code, 2, option)
      assert.match(said, /usage\/unknown-option/, option)
      assert.doesNotMatch(said, /mountains/, "not even repeated")
    }
    const file = join(place.root, "words")
    await writeFile(file, `${secret}\n`)
    const script = `
      import { launch } from ${JSON.stringify(new URL("../src/web/launcher.js", import.meta.url).href)}
      import { execFileSync } from "node:child_process"
      const own = { state: "open", filled: true, passphrase: process.env.SECRET }
      const launched = await launch({ port: 0, desk: new URL(${JSON.stringify(
        new URL("./desk/fake.js", import.meta.url).href,
      )}), own: { first: own, again: own, chosen: own }, idle: 0,
        random: (n) => crypto.getRandomValues(new Uint8Array(n)), now: Date.now })
      console.log(execFileSync("ps", ["-wwo", "args=", "--ppid", process.pid, "--pid", process.pid], { encoding: "utf8" }))
      console.log("SERVED", launched.links()[0].split("/in/")[1])
      await launched.stop()`
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      env: { ...process.env, SECRET: secret },
    })
    const token = /SERVED (\S+)/.exec(stdout)?.[1] ?? assert.fail(stderr)
    const listed = stdout.slice(0, stdout.lastIndexOf("SERVED"))
    assert.match(listed, /keeper\.js/, "the process with the keys is in the list")
    assert.doesNotMatch(listed, /mountains/)
    assert.ok(!listed.includes(token))
  }),
)

test("there is no export into a table, in which words could be formulas", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const help = await dalel(place, "export", "--help")
    assert.match(help.lines.join("\n"), /--as html\|json /, "a new form needs a test of its own here")
    for (const form of ["csv", "tsv", "xlsx", "ods"])
      assert.equal((await dalel(place, "export", "x", "--as", form, "--out", join(place.root, "out"))).code, 2, form)
  }))
