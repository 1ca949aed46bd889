import assert from "node:assert/strict"
import { createSocket } from "node:dgram"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { build } from "esbuild"
import type { Reading } from "../model/reading.js"
import { type Reader, startReader } from "./reader.js"

const folder = mkdtempSync(join(tmpdir(), "dalel-reader-"))
after(() => rmSync(folder, { recursive: true }))

const utf8 = (text: string) => new TextEncoder().encode(text)

async function reading<T>(reader: Reader, work: (reader: Reader) => Promise<T>): Promise<T> {
  try {
    return await work(reader)
  } finally {
    await reader.end()
  }
}

/** A reading process that behaves as `body` says: built as the real one is, under the same fence and flags. */
async function program(name: string, body: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  const contents = `
    import { readSync, writeSync } from "node:fs"
    import { fence } from "./src/read/fence.ts"
    const input = readSync, output = writeSync
    fence()
    const buffer = new Uint8Array(65536)
    const say = (answer) => {
      const bytes = new TextEncoder().encode(JSON.stringify(answer))
      output(1, JSON.stringify({ id: 1, size: bytes.length }) + "\\n")
      output(1, bytes)
    }
    let have = 0
    for (let more; (more = input(0, buffer, have, buffer.length - have, null)) > 0; ) {
      have += more
      // The header and the one byte of every source here may come apart.
      if (have < buffer.indexOf(10) + 2 || buffer.indexOf(10) < 0) continue
      await (async () => { ${body} })()
      buffer.fill(0)
      have = 0
    }`
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "js" },
    ...{ bundle: true, format: "esm", platform: "node", target: "node20", outfile, logLevel: "error" },
  })
  return outfile
}

/** Answers a reading of which the text is JSON of `found`. */
const SAY = `say({ text: JSON.stringify(found), zones: [], metadata: [], missingMedia: [], mentions: [], proposals: [], events: [], map: { pieces: [] } })`

test("reads many at once, in their own processes, and goes on after a bad one", async () => {
  await reading(startReader({ jobs: 2 }), async (reader) => {
    const good = Array.from({ length: 20 }, (_, i) => reader.read(utf8(`<p>page ${i}`), {}))
    const deep = reader.read(utf8("<div>".repeat(1_000_000)), { mediaType: "text/html" })
    const empty = reader.read(utf8(""), {})
    await Promise.all([
      assert.rejects(deep, { code: "reading/too-deep", where: "5000" }),
      assert.rejects(empty, { code: "file/empty" }),
    ])
    for (const [i, one] of good.entries()) assert.equal((await one).text, `page ${i}`)
  })
})

test("the reading process can reach nothing", async () => {
  let reached = 0
  const tcp = createServer(() => reached++)
  const udp = createSocket("udp4", () => reached++)
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve))
  await new Promise<void>((resolve) => udp.bind(0, "127.0.0.1", () => resolve()))
  after(() => tcp.close())
  after(() => udp.close())
  const port = (tcp.address() as { port: number }).port
  const udpPort = udp.address().port
  const doors = {
    tcp: `const net = await import("node:net"); await new Promise((y, n) => net.connect(${port}, "127.0.0.1", y).on("error", n))`,
    "tcp by default": `const net = (await import("node:net")).default; new net.Socket().connect(${port}, "127.0.0.1")`,
    listen: `const net = await import("node:net"); net.createServer().listen(0)`,
    tls: `const tls = await import("node:tls"); tls.connect(${port}, "127.0.0.1")`,
    udp: `const dgram = await import("node:dgram"); const s = dgram.createSocket("udp4"); await new Promise((y) => s.send("x", ${udpPort}, "127.0.0.1", y))`,
    dns: `const dns = await import("node:dns/promises"); await dns.lookup("localhost")`,
    http: `const http = await import("node:http"); http.get("http://127.0.0.1:${port}/")`,
    http2: `const http2 = await import("node:http2"); http2.connect("http://127.0.0.1:${port}/")`,
    fetch: `await fetch("http://127.0.0.1:${port}/")`,
    websocket: `new WebSocket("ws://127.0.0.1:${port}/")`,
    "socket from standard input": `process.stdin.constructor.prototype.connect.call(process.stdin, ${port})`,
    write: `const fs = await import("node:fs"); fs.writeFileSync(${JSON.stringify(join(folder, "written"))}, "x")`,
    "write by promise": `const fs = await import("node:fs/promises"); await fs.writeFile(${JSON.stringify(join(folder, "written"))}, "x")`,
    "read passwd": `const fs = await import("node:fs"); fs.readFileSync("/etc/passwd")`,
    "list folder": `const fs = await import("node:fs"); fs.readdirSync("/")`,
    spawn: `const c = await import("node:child_process"); c.execSync("true")`,
    worker: `const w = await import("node:worker_threads"); new w.Worker("1", { eval: true })`,
    inspector: `const i = await import("node:inspector"); i.open(0)`,
    binding: `process.binding("tcp_wrap")`,
    "builtin module": `process.getBuiltinModule("net")`,
    require: `const m = await import("node:module"); m.createRequire("/x.js")("node:net")`,
    addon: `process.dlopen({ exports: {} }, "/x.node")`,
    code: `(0, eval)("1")`,
    "another program": `process.kill(process.ppid, 0)`,
  }
  const body = `
    // By the fence, not because nobody answered: only that holds where the system gives no empty network.
    const barred = ({ message }) => /^barred in the reading process|is not defined$|^Code generation/.test(message) ? "barred" : message
    const found = { env: Object.keys(process.env) }
    ${Object.entries(doors)
      .map(
        ([name, code]) =>
          `try { ${code}; found[${JSON.stringify(name)}] = "OPEN" } catch (error) { found[${JSON.stringify(name)}] = barred(error) }`,
      )
      .join("\n")}
    ${SAY}`
  const probe = await program("probe", body)
  const { text } = await reading(startReader({ program: probe, jobs: 1 }), (reader) => reader.read(utf8("x"), {}))
  const barred = Object.fromEntries(Object.keys(doors).map((name) => [name, "barred"]))
  assert.deepEqual(JSON.parse(text), { env: [], ...barred })
  assert.equal(existsSync(join(folder, "written")), false)
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(reached, 0)
})

test("permission flags bar files and programs even where the fence would have a hole", async () => {
  const contents = `
    import { readFileSync, readSync, writeFileSync, writeSync } from "node:fs"
    import { spawnSync } from "node:child_process"
    readSync(0, new Uint8Array(65536))
    const tries = [() => readFileSync("/etc/passwd"), () => writeFileSync(${JSON.stringify(join(folder, "w"))}, ""), () => spawnSync("true")]
    const found = tries.map((one) => { try { one(); return "OPEN" } catch (error) { return error.code } })
    const text = JSON.stringify({ text: JSON.stringify(found), zones: [], metadata: [], missingMedia: [], mentions: [], proposals: [], events: [], map: { pieces: [] } })
    writeSync(1, JSON.stringify({ id: 1, size: text.length }) + "\\n" + text)`
  const outfile = join(folder, "unfenced.mjs")
  await build({
    stdin: { contents, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  })
  const { text } = await reading(startReader({ program: outfile, jobs: 1 }), (reader) => reader.read(utf8("x"), {}))
  assert.deepEqual(JSON.parse(text), ["ERR_ACCESS_DENIED", "ERR_ACCESS_DENIED", "ERR_ACCESS_DENIED"])
})

test("time, memory and nonsense have their bounds, and the next source is read by a new process", async () => {
  const good = `const found = "good"; ${SAY}`
  const cases: [name: string, body: string, code: string][] = [
    [
      "endless",
      `if (buffer[0] === 123 && String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) for (;;) {} ${good}`,
      "reading/too-long",
    ],
    [
      "heap",
      `if (String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) { const all = []; for (;;) all.push(new Array(1000).fill({})) } ${good}`,
      "reading/too-much-memory",
    ],
    [
      "crash",
      `if (String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) process.exit(3); ${good}`,
      "reading/failed",
    ],
    [
      "garbage",
      `if (String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) output(1, "not json\\n"); else { ${good} }`,
      "reading/failed",
    ],
    [
      "lies",
      `if (String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) say({ text: 1 }); else { ${good} }`,
      "reading/failed",
    ],
    [
      "foreign",
      `if (String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) say({ error: { code: "toString", where: "secret" } }); else { ${good} }`,
      "reading/failed",
    ],
  ]
  if (process.platform === "linux")
    cases.push([
      "buffers",
      `if (String.fromCharCode(...buffer.subarray(0, 200)).includes("BAD")) { const all = []; for (;;) all.push(new Uint8Array(10_000_000).fill(1)) } ${good}`,
      "reading/too-much-memory",
    ])
  for (const [name, body, code] of cases) {
    const bounds = {
      program: await program(name, body),
      jobs: 1,
      megabytes: 150,
      milliseconds: name === "endless" ? 4000 : 20_000,
    }
    await reading(startReader(bounds), async (reader) => {
      const bad = assert.rejects(reader.read(utf8("x"), { url: "BAD" }), { code }, name)
      assert.equal((await reader.read(utf8("x"), {})).text, '"good"', name)
      await bad
    })
  }
})

test("hostile pages are read without harm", async () => {
  const hostile = `<!doctype html><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/">
    <script>process.exit(1)</script><script src=//127.0.0.1:9/x.js></script><link rel=stylesheet href=//127.0.0.1:9/x.css>
    <body onload="alert(1)"><img src=//127.0.0.1:9/pixel.gif onerror="alert(1)"><iframe srcdoc="<p>framed</p>"></iframe>
    <form action=//127.0.0.1:9/ method=post><input name=a value=b autofocus onfocus=alert(1)></form>
    <svg onload=alert(1)><script>alert(1)</script><foreignObject><p>said in a drawing</p></foreignObject></svg>
    <p>__proto__ <b>constructor</b> said in words</p><object data=x.swf>no player</object>`
  const cases: [name: string, bytes: Uint8Array, holds: (reading: Reading) => boolean][] = [
    [
      "scripts",
      utf8(hostile),
      ({ text }) => text.includes("__proto__ constructor said in words") && !text.includes("alert"),
    ],
    [
      "wrong UTF-8",
      Uint8Array.from([...utf8("<p>a"), 0xff, 0xc3, 0x28, ...utf8("b<p>c")]),
      ({ text }) => /a.+b\n\nc/s.test(text),
    ],
    ["one attribute of 50 MB", utf8(`<p title="${"x".repeat(50_000_000)}">words</p>`), ({ text }) => text === "words"],
    [
      "a million attributes",
      utf8(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(" ")}>words</p>`),
      ({ text }) => text === "words",
    ],
    ["many tables", utf8("<table><tr><td>x".repeat(1000)), ({ text }) => text.startsWith("x")],
    [
      "JSON-LD bomb",
      utf8(`<script type="application/ld+json">${"[".repeat(100_000)}</script>words`),
      ({ text }) => text === "words",
    ],
  ]
  await reading(startReader({ jobs: 1 }), async (reader) => {
    for (const [name, bytes, holds] of cases)
      assert.ok(holds(await reader.read(bytes, { mediaType: "text/html" })), name)
  })
})
