import { DalelError } from "../model/refusals.js"

/** What a form sent. A field that is absent is an empty text: pages decide whether that is enough. */
export interface Sent {
  text(name: string): string
  texts(name: string): readonly string[]
  /** The names of all text fields. */
  readonly names: readonly string[]
  files(name: string): readonly File[]
}

export const NOTHING_SENT: Sent = { text: () => "", texts: () => [], names: [], files: () => [] }

/** The most a form of words may weigh, in bytes. */
export const WORDS_LIMIT = 300_000
const MOST_FIELDS = 2_000

/**
 * Reads a posted form, `limit` bytes at most.
 * @throws DalelError usage/too-long, file/too-large, web/bad-form
 */
export async function readForm(request: Request, limit: number): Promise<Sent> {
  const type = request.headers.get("content-type") ?? ""
  const multipart = /^multipart\/form-data;/i.test(type)
  const tooLarge = () => new DalelError(multipart ? "file/too-large" : "usage/too-long", String(limit))
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge()
  const bytes = await readBody(request, limit, tooLarge)
  if (multipart) return sentBy(await parseMultipart(bytes, type))
  if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type)) throw new DalelError("web/bad-form")
  const text = decode(bytes)
  // Parsed by ourselves only as far as counting: a million empty pairs are no form of ours.
  if (text.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) throw new DalelError("web/bad-form")
  return sentBy(new URLSearchParams(text))
}

async function readBody(request: Request, limit: number, tooLarge: () => DalelError): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    // A body that breaks off is the sender's doing.
    throw error instanceof DalelError ? error : new DalelError("web/bad-form", null, { cause: error })
  }
  return Buffer.concat(chunks)
}

async function parseMultipart(bytes: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData()
  } catch (error) {
    throw new DalelError("web/bad-form", null, { cause: error })
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (error) {
    throw new DalelError("web/bad-form", null, { cause: error })
  }
}

function sentBy(form: FormData | URLSearchParams): Sent {
  const texts = new Map<string, string[]>()
  const files = new Map<string, File[]>()
  for (const [name, value] of form) {
    if (typeof value === "string") texts.set(name, [...(texts.get(name) ?? []), clean(value)])
    else files.set(name, [...(files.get(name) ?? []), value])
  }
  return {
    text: (name) => texts.get(name)?.[0] ?? "",
    texts: (name) => texts.get(name) ?? [],
    names: [...texts.keys()],
    files: (name) => files.get(name) ?? [],
  }
}

// Browsers send line ends as CRLF whatever was typed; a NUL is nobody's word.
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "")
}
