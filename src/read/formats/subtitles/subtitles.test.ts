import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { clockOf, placeOf } from "../../../model/place.js"
import { readBack } from "../../bytes/map.js"
import { formatOf } from "../index.js"
import { readSubtitles } from "./index.js"

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readSubtitles(utf8(text), {})
const zonesIn = (text: string, kind: string) => {
  const page = read(text)
  return page.zones.filter((zone) => zone.kind === kind).map(({ start, end }) => page.text.slice(start, end))
}

const SRT = `1
00:00:01,000 --> 00:00:03,500
They took my brother <i>from
his house</i> in the village

2
00:00:03,600 --> 00:00:06,000
and nobody told us why.

3
01:02:09,000 --> 01:02:12,040
{\\an8}We asked at the station.
`

test("a sentence over several cues is one, and leads to its times", () => {
  const page = read(SRT)
  assert.equal(
    page.text,
    "They took my brother from his house in the village and nobody told us why.\nWe asked at the station.",
  )
  const at = (words: string) => {
    const start = page.text.indexOf(words)
    const place = placeOf(page.map, { start, end: start + words.length })
    assert.ok(place?.kind === "time")
    return [clockOf(place.from), place.from, place.to]
  }
  assert.deepEqual(at("brother"), ["00:00:01", 1000, 3500])
  assert.deepEqual(at("village and nobody"), ["00:00:01", 1000, 6000])
  assert.deepEqual(at("station"), ["01:02:09", 3_729_000, 3_732_040])
})

test("tags, entities, notes and settings are left out as the format says", () => {
  const cases: [file: string, text: string][] = [
    ["WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<c.yellow>a <00:01.500>b</c> &amp; c&nbsp;d\n", "a b & c\u00a0d"],
    [
      "WEBVTT - title\n\nNOTE said\nnot shown\n\nSTYLE\n::cue{}\n\nintro\n00:01.000 --> 00:02.000\nshown\n\nnot shown",
      "shown",
    ],
    ["\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb", "a b"],
    ["1\n00:00:01,000 --> 00:00:02,000\nAT&amp;T &lt; 3 < 4", "AT&amp;T &lt; 3 < 4"],
    ["1\r\n00:00:01,0 --> 00:00:02,0\r\na\r\n\r\nb\r\n2\r\n00:00:02.5 --> 00:00:03.5\r\nc", "a b c"],
    ["1\r00:00:01,000 --> 00:00:02,000\ra\r\r2\r00:00:03,000 --> 00:00:02,000\rb", "a b"],
    ["1\n00:00:01,000 -> 00:00:02,000\n1984\n\n2\nbroken --> timing\nkept\n", "1984 2 broken --> timing kept"],
    ["no cue at all", ""],
    ["00:00:01,000 --> 00:00:02,000\n\0\x01", "\0\x01"],
  ]
  for (const [file, text] of cases) assert.equal(read(file).text, text, JSON.stringify(file))
})

test("speakers are told from what they say", () => {
  const cue = (n: number, words: string) => `\n00:00:0${n}.000 --> 00:00:0${n + 1}.000\n${words}\n`
  const voices = `WEBVTT\n${cue(1, "<v.loud Aizada Serova>We were six.")}${cue(2, "<v Aizada Serova>In one room.</v>")}${cue(3, "<v Guard>Quiet!")}`
  assert.equal(read(voices).text, "Aizada Serova: We were six. In one room.\nGuard: Quiet!")
  assert.deepEqual(zonesIn(voices, "speaker"), ["Aizada Serova", "Guard"])
  const page = read(voices)
  const place = placeOf(page.map, { start: page.text.indexOf("Quiet"), end: page.text.length })
  assert.equal(place?.kind === "time" && place.speaker, "Guard")

  const labels =
    cue(1, "JUDGE: Stand up.") +
    cue(2, "- Серик Омаров: Встаю.") +
    cue(3, "Remember: never sign.") +
    cue(4, "法官：起立。") +
    cue(5, "法官：坐下。")
  assert.equal(
    read(labels).text,
    "JUDGE: Stand up.\nСерик Омаров: Встаю. Remember: never sign.\n法官：起立。\n法官：坐下。",
  )
  assert.deepEqual(zonesIn(labels, "speaker"), ["JUDGE", "Серик Омаров", "法官", "法官"])
  assert.deepEqual(zonesIn(labels, "body"), ["Stand up.", "Встаю. Remember: never sign.", "起立。", "坐下。"])
})

test("a title without a full stop stands alone, a name in the next cue does not", () => {
  const cue = (from: string, to: string, words: string) => `\n00:00:${from} --> 00:00:${to}\n${words}\n`
  const file = `WEBVTT\n${cue("01.000", "02.000", "A film by friends")}${cue("02.600", "03.000", "They were held in")}${cue("03.100", "04.000", "Dalakent.")}${cue("04.600", "05.000", "[Guard, off:] Move on.")}`
  assert.equal(read(file).text, "A film by friends\nThey were held in Dalakent. [Guard, off:] Move on.")
  assert.deepEqual(zonesIn(`WEBVTT\n${cue("01.000", "02.000", "[officer at the gate:] Move on.")}`, "speaker"), [
    "officer at the gate",
  ])
})

test("captions that roll are said once, an answer given twice is said twice", () => {
  const roll = ["a\nb", "b\nc", "c\nd", "d\ne"]
  const file = roll.map((words, i) => `\n00:0${i}.000 --> 00:0${i + 1}.000\n${words}\n`).join("")
  assert.equal(read(`WEBVTT\n${file}`).text, "a b c d e")
  const answers = ["- Were you there?", "- Yes.", "- Yes.", "- Who else?"]
  const twice = answers.map((words, i) => `\n00:0${i}.000 --> 00:0${i + 1}.000\n${words}\n`).join("")
  assert.equal(read(`WEBVTT\n${twice}`).text, answers.join("\n"))
})

const words = fc.string({
  unit: fc.constantFrom(
    "a",
    "Б",
    "-",
    ":",
    "<",
    ">",
    "<v Ann>",
    "</v>",
    "<i>",
    "&amp;",
    "&#10;",
    " ",
    ".",
    "ә",
    "😀",
    "\0",
    "{\\an8}",
  ),
  maxLength: 12,
})
const files = fc
  .record({
    web: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    cues: fc.array(fc.record({ from: fc.nat(9), lines: fc.array(words, { maxLength: 3 }), gap: fc.nat(2) }), {
      maxLength: 6,
    }),
  })
  .map(({ web, end, cues }) =>
    [
      ...(web ? ["WEBVTT", ""] : []),
      ...cues.flatMap(({ from, lines, gap }, i) => [
        String(i + 1),
        `00:00:0${from},000 --> 00:00:09.000`,
        ...lines,
        ...Array(gap).fill(""),
      ]),
    ].join(end),
  )

test("every stretch of the text is read back from the bytes, in any encoding", () => {
  fc.assert(
    fc.property(files, fc.constantFrom("utf-8", "utf-16le"), fc.nat(), fc.nat(), (file, encoding, a, b) => {
      const bytes = encoding === "utf-8" ? utf8(file) : new Uint8Array(Buffer.from(file, "utf16le"))
      const { text, map, zones } = readSubtitles(bytes, { encoding })
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      assert.equal(readBack(bytes, map, { start, end }), text.slice(start, end))
      assert.equal(readBack(bytes, map, { start: 0, end: text.length }), text)
      let last = 0
      for (const zone of zones) {
        assert.ok(zone.start >= last && zone.end > zone.start && zone.end <= text.length)
        last = zone.end
      }
      assert.ok(map.places?.kind === "cues")
      last = 0
      for (const cue of map.places.cues) {
        assert.ok(cue.start >= last && cue.end > cue.start && cue.to >= cue.from)
        last = cue.end
      }
    }),
    { numRuns: 500 },
  )
})

test("too many cues are refused with the bound, and a bad line costs no long search", () => {
  const many = "00:00:01,000 --> 00:00:02,000\nx\n".repeat(1_000_000)
  assert.throws(() => read(many), { code: "reading/too-many-parts", where: "50000" })
  assert.equal(read(`00:00:01,000 -->${" ".repeat(200_000)}x`).text, "")
  assert.equal(read(`00:00:01,000 --> 00:00:02,000\n${"<".repeat(200_000)}`).text.length, 200_000)
})

test("subtitles are told by their bytes", () => {
  const marked = (file: string) => formatOf(utf8(file), undefined).mediaTypes.includes("text/vtt")
  assert.ok(marked(SRT) && marked("WEBVTT\n\n") && marked("\uFEFFWEBVTT\n<b>"))
  assert.ok(!marked("1\nA list that begins with a number") && !marked("<p>WEBVTT</p>"))
})
