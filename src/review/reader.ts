import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync, realpathSync } from "node:fs"
import { availableParallelism } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Hints, Reading } from "../model/reading.js"
import { DalelError, REFUSALS, type RefusalCode } from "../model/refusals.js"

/** Bounds of one reading, and how many go on at once. */
export interface ReaderOptions {
  /** Reading processes at once. Default: one for each core but one, at most 4. */
  readonly jobs?: number
  /** Time for one source. Default one minute. */
  readonly milliseconds?: number
  /** Memory of one process (resident; elsewhere than on Linux only its heap). Default 768. */
  readonly megabytes?: number
  /** The program to run instead of `dist/child.mjs`: one file that speaks as `read/child.ts` does; an engine beside it. */
  readonly program?: string
}

/** Reads sources in processes of their own that hold no keys and can neither write, nor connect, nor start anything. */
export interface Reader {
  /** Queued until a process is free. Refuses with the codes of `read`, and `reading/…` when a bound is met. */
  read(bytes: Uint8Array, hints: Hints): Promise<Reading>
  /** One page of a PDF (from 1) as PNG, about `width` pixels wide. Refuses as `read` does. */
  picture(bytes: Uint8Array, page: number, width: number): Promise<Uint8Array<ArrayBuffer>>
  /** Lets what is being read finish, then ends the processes. */
  end(): Promise<void>
}

interface Job {
  readonly bytes: Uint8Array
  readonly asked: { readonly hints: Hints } | { readonly picture: { readonly page: number; readonly width: number } }
  /** Given what came back, unbelieved; answers why it is not to be believed. */
  readonly done: (body: Buffer<ArrayBuffer>) => DalelError | null
  readonly failed: (error: DalelError) => void
}

interface Bounds {
  readonly milliseconds: number
  readonly megabytes: number
  readonly program: string
}

export function startReader(options: ReaderOptions = {}): Reader {
  const bounds: Bounds = {
    milliseconds: options.milliseconds ?? 60_000,
    megabytes: options.megabytes ?? 768,
    program: realpathSync(options.program ?? fileURLToPath(new URL("../../child.mjs", import.meta.url))),
  }
  const jobs = Math.max(1, options.jobs ?? Math.min(4, availableParallelism() - 1))
  const queue: Job[] = []
  const idle: Child[] = []
  let running = 0
  let ended: (() => void) | null = null

  function next() {
    while (queue.length > 0 && running < jobs) {
      const job = queue.shift()!
      const child = idle.pop() ?? new Child(bounds)
      running++
      child.work(job, (alive) => {
        running--
        if (alive) idle.push(child)
        next()
      })
    }
    if (ended && running === 0 && queue.length === 0) {
      for (const child of idle.splice(0)) child.end()
      ended()
    }
  }

  const ask = <T>(bytes: Uint8Array, asked: Job["asked"], parse: (body: Buffer<ArrayBuffer>) => T | DalelError) =>
    new Promise<T>((resolve, failed) => {
      const done = (body: Buffer<ArrayBuffer>) => {
        const answer = parse(body)
        if (answer instanceof DalelError) return answer
        resolve(answer)
        return null
      }
      queue.push({ bytes, asked, done, failed })
      next()
    })

  return {
    read: (bytes, hints) => ask(bytes, { hints }, parseAnswer),
    picture: (bytes, page, width) => ask(bytes, { picture: { page, width } }, parsePicture),
    end: () =>
      new Promise((resolve) => {
        ended = resolve
        next()
      }),
  }
}

/** How often a working process's memory is looked at, in milliseconds. */
const WATCH = 50

class Child {
  readonly #process: ChildProcess
  readonly #bounds: Bounds
  #job: Job | null = null
  #free: (alive: boolean) => void = () => {}
  #why: DalelError | null = null
  #received: Buffer[] = []
  #wanted = Number.POSITIVE_INFINITY
  #last = false
  #watch: NodeJS.Timeout | undefined
  #alarm: NodeJS.Timeout | undefined

  constructor(bounds: Bounds) {
    this.#bounds = bounds
    const [program, ...args] = commandOf(bounds)
    this.#process = spawn(program!, args, {
      cwd: dirname(bounds.program),
      // Nothing of ours: paths, proxies, tokens. Windows starts nothing without its root.
      env: process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {},
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    })
    this.#process.stdin!.on("error", () => {}) // the process is gone: `exit` tells
    this.#process.stdout!.on("data", (chunk: Buffer) => this.#receive(chunk))
    this.#process.on("error", () => this.#ended(null, null))
    this.#process.on("close", (code, signal) => this.#ended(code, signal))
  }

  work(job: Job, free: (alive: boolean) => void): void {
    this.#job = job
    this.#free = free
    const { milliseconds } = this.#bounds
    this.#alarm = setTimeout(() => this.#kill("reading/too-long", milliseconds), milliseconds)
    this.#watch = setInterval(() => this.#look(), WATCH)
    const header = JSON.stringify({ id: 1, ...job.asked, size: job.bytes.length })
    this.#process.stdin!.cork()
    this.#process.stdin!.write(`${header}\n`)
    this.#process.stdin!.write(job.bytes)
    this.#process.stdin!.uncork()
  }

  end(): void {
    this.#process.stdin!.end()
  }

  #look(): void {
    const { megabytes } = this.#bounds
    if (residentMegabytes(this.#process.pid) > megabytes) this.#kill("reading/too-much-memory", megabytes)
  }

  #kill(code: RefusalCode, bound: number): void {
    this.#why ??= new DalelError(code, String(bound))
    this.#process.kill("SIGKILL")
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk)
    if (this.#wanted === Number.POSITIVE_INFINITY) {
      const all = Buffer.concat(this.#received)
      const end = all.indexOf(10)
      if (end === -1) return
      const { size, last } = headerOf(all.subarray(0, end))
      this.#wanted = size
      this.#last = last
      this.#received = [all.subarray(end + 1)]
    }
    const have = this.#received.reduce((sum, one) => sum + one.length, 0)
    if (!(this.#wanted < this.#bounds.megabytes * 1_048_576) || have > this.#wanted) this.#kill("reading/failed", 0)
    else if (have === this.#wanted) this.#answered(Buffer.concat(this.#received))
  }

  #answered(body: Buffer<ArrayBuffer>): void {
    const job = this.#settle()
    this.#received = []
    this.#wanted = Number.POSITIVE_INFINITY
    if (!job) return
    const refused = job.done(body)
    if (refused) job.failed(refused)
    // A process that has opened a PDF reads nothing else.
    if (this.#last) this.end()
    this.#free(!this.#last)
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    const job = this.#settle()
    if (!job) return
    // V8 aborts when its heap is full; the system kills when its own memory is.
    const full = signal === "SIGABRT" || signal === "SIGTRAP" || signal === "SIGKILL" || code === 134
    job.failed(this.#why ?? new DalelError(full ? "reading/too-much-memory" : "reading/failed"))
    this.#free(false)
  }

  #settle(): Job | null {
    clearTimeout(this.#alarm)
    clearInterval(this.#watch)
    const job = this.#job
    this.#job = null
    return job
  }
}

function commandOf({ program, megabytes }: Bounds): string[] {
  const flags = process.allowedNodeEnvironmentFlags
  const permission = flags.has("--permission") ? "--permission" : "--experimental-permission"
  return [
    ...withoutNetwork(),
    process.execPath,
    permission,
    `--allow-fs-read=${program}`,
    `--allow-fs-read=${join(dirname(program), "mupdf.wasm")}`,
    `--max-old-space-size=${Math.floor(megabytes * 0.7)}`,
    `--wasm-max-mem-pages=${Math.floor(megabytes * 8)}`,
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
    "--no-addons",
    "--no-warnings",
    program,
  ]
}

let unshare: string[] | null = null

/** On Linux, where the system allows it, a process of ours has no network at all. Tried once. */
function withoutNetwork(): string[] {
  const tool = "/usr/bin/unshare"
  const works = (option: string) => spawnSync(tool, [option, "--", "/bin/true"], { stdio: "ignore" }).status === 0
  unshare ??=
    process.platform !== "linux" || !existsSync(tool)
      ? []
      : works("-n")
        ? [tool, "-n", "--"]
        : works("-rn")
          ? [tool, "-rn", "--"]
          : []
  return unshare
}

/** Resident memory, in megabytes; 0 where it cannot be seen. */
function residentMegabytes(pid: number | undefined): number {
  if (process.platform !== "linux" || pid === undefined) return 0
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function headerOf(header: Buffer): { size: number; last: boolean } {
  try {
    const { size, last } = JSON.parse(header.toString())
    return { size: Number.isSafeInteger(size) ? size : Number.NaN, last: last === true }
  } catch {
    return { size: Number.NaN, last: true }
  }
}

// What comes back was made by a process that saw hostile bytes: it is looked at before it is believed.
function parseAnswer(body: Buffer): Reading | DalelError {
  try {
    const answer = JSON.parse(body.toString())
    if (answer.error) return refusalOf(answer.error)
    const lists = [answer.zones, answer.metadata, answer.missingMedia, answer.mentions, answer.proposals, answer.events]
    const sound = typeof answer.text === "string" && lists.every(Array.isArray) && Array.isArray(answer.map?.pieces)
    return sound ? answer : new DalelError("reading/failed")
  } catch {
    return new DalelError("reading/failed")
  }
}

function refusalOf({ code, where }: { code: string; where: string }): DalelError {
  if (!Object.hasOwn(REFUSALS, code)) return new DalelError("reading/failed")
  return new DalelError(code as RefusalCode, /^\d{1,12}$/.test(where) ? where : null)
}

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")
/** The most a browser is handed, in pixels across or down. */
const LONGEST_SIDE = 20_000

/** Its first bytes and its size are all that is looked at here: the picture itself is the browser's to decode. */
function parsePicture(body: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> | DalelError {
  if (body[0] === 123) {
    try {
      return refusalOf(JSON.parse(body.toString()).error)
    } catch {
      return new DalelError("reading/failed")
    }
  }
  const sound = body.length > 57 && PNG.equals(body.subarray(0, 16))
  const small = sound && body.readUInt32BE(16) <= LONGEST_SIDE && body.readUInt32BE(20) <= LONGEST_SIDE
  return small ? body : new DalelError("reading/failed")
}
