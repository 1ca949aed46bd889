import { READABLE } from "../model/reading.js"

/** What a file is, by its first bytes, else by its name. Only a label: the bytes are sealed whatever they are. */
const SIGNATURES: readonly [bytes: string, type: string][] = [
  ["25504446", "application/pdf"],
  ["89504e47", "image/png"],
  ["ffd8ff", "image/jpeg"],
  ["474946383", "image/gif"],
  ["504b0304", "application/zip"],
  ["1f8b", "application/gzip"],
  ["1a45dfa3", "video/webm"],
  ["494433", "audio/mpeg"],
  ["4f676753", "audio/ogg"],
  ["d0cf11e0", "application/x-ole-storage"],
]

const EXTENSIONS: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  txt: "text/plain",
  text: "text/plain",
  md: "text/plain",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  mp4: "video/mp4",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv",
  tsv: "text/csv",
  srt: "application/x-subrip",
  vtt: "text/vtt",
  json: "application/json",
  warc: "application/warc",
  wacz: "application/wacz",
  eml: "message/rfc822",
}

export function mediaTypeOf(head: Uint8Array, name: string | null): string {
  const hex = Buffer.from(head.subarray(0, 16)).toString("hex")
  const extension = /\.([a-z0-9]+)$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? ""
  const named = EXTENSIONS[extension]
  const signed = SIGNATURES.find(([bytes]) => hex.startsWith(bytes))?.[1]
  // A zip by its bytes may be a document by its name.
  if (signed) return signed === "application/zip" && named ? named : signed
  if (hex.slice(8, 16) === "66747970") return named ?? "video/mp4"
  if (named) return named
  const start = Buffer.from(head).toString("latin1").trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<html)/.test(start)) return "text/html"
  const zeros = head.filter((byte) => byte === 0).length
  const wide = hex.startsWith("fffe") || hex.startsWith("feff")
  return zeros === 0 || wide ? "text/plain" : "application/octet-stream"
}

/** Everything else is sealed and says so. */
export function isReadable(mediaType: string): boolean {
  return READABLE.includes(mediaType)
}
