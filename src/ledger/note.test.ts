import assert from "node:assert/strict"
import { test } from "node:test"
import { DalelError } from "../model/refusals.js"
import { formatVerifierKey, openNote, parseNote, parseVerifierKey, signNote } from "./note.js"
import { signerOf } from "./signature.js"

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code

test("C2SP signed-note: the specification's own vector", () => {
  const key = parseVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
  const note = `${text}\n— PeterNeumann ${signature}\n`
  assert.equal(openNote(note, [key]), text)
  assert.throws(() => openNote(note.replace("answer", "anszer"), [key]), refused("note/bad-signature"))
})

const ours = { name: "dalel/1/test", signer: signerOf(new Uint8Array(32).fill(7)) }
const ourKey = { name: ours.name, publicKey: ours.signer.publicKey }

test("a key is written down and read back; a wrong id in it is refused", () => {
  const written = formatVerifierKey(ourKey)
  assert.deepEqual(parseVerifierKey(written), ourKey)
  assert.throws(() => parseVerifierKey(written.replace(/\+[0-9a-f]{8}\+/, "+00000000+")), refused("note/malformed"))
})

test("strangers' signatures are ignored, a missing one of ours is not", () => {
  const stranger = { name: "elsewhere", signer: signerOf(new Uint8Array(32).fill(9)) }
  const note = signNote("words\n", [stranger, ours])
  assert.equal(openNote(note, [ourKey]), "words\n")
  assert.throws(() => openNote(signNote("words\n", [stranger]), [ourKey]), refused("note/unsigned"))
  const impostor = { name: ours.name, signer: stranger.signer }
  assert.throws(() => openNote(signNote("words\n", [impostor]), [ourKey]), refused("note/unsigned"))
})

test("only one spelling of a note is read", () => {
  const note = signNote("words\n", [ours])
  assert.equal(parseNote(note).signatures.length, 1)
  for (const other of [
    note.trimEnd(),
    `${note}\n`,
    note.replace("— ", "- "),
    note.replace("words", "wor\tds"),
    "words\n",
  ])
    assert.throws(() => parseNote(other), DalelError)
  assert.throws(() => signNote("no line feed", [ours]), refused("note/malformed"))
})
