import assert from "node:assert/strict"
import { test } from "node:test"
import { readHtml } from "../formats/html.js"

const read = (html: string, url?: string) =>
  readHtml(new TextEncoder().encode(html), { encoding: "utf-8", ...(url ? { url } : {}) })

const FIRST = "The court in the southern town heard the case of the two teachers on Monday, their lawyer said."
const SECOND = "They have been held since the spring, and they deny the charges brought against them, she added."
const THIRD = "The judge adjourned the hearing, saying that a witness from the capital had been unable to travel."
const WARNING =
  "If you live there, please note that you may face fines or imprisonment for sharing or saving this text."

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Teachers Go On Trial | Example News</title>
<meta property="og:title" content="Teachers Go On Trial"><meta property="og:site_name" content="Example News">
<link rel="canonical" href="https://news.example/2031/04/05/teachers">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Teachers Go On Trial",
"datePublished":"2031-04-05T23:30:00+06:00","author":[{"name":"Asel Example"}],"publisher":{"name":"Example News"}}]}</script></head><body>
<header><a href="/">Example News</a></header><nav><ul><li><a href="/w">World</a><li><a href="/s">Sport</a></ul></nav>
<article><h1>Teachers Go On Trial</h1><p class="byline">By Asel Example</p><time datetime="2031-04-05">5 April 2031</time>
<figure><img src="court.jpg" alt="The court"><figcaption>Two teachers wait outside the court.</figcaption></figure>
<div class="share-buttons"><a href="#">Share</a></div>
<div class="article-body"><p>${FIRST}</p><video title="A film about the trial" src="x.mp4"></video><p>${SECOND}</p><h2>No witness</h2><p>${THIRD}</p>
<ul><li><a href="/1">Another trial ends</a></li><li><a href="/2">A third one begins</a></li></ul></div>
<div class="author-bio"><p>Asel Example writes about schools, courts and the law, and has done so for many years now.</p></div></article>
<aside><h3>Related</h3><p><a href="/3">Court news</a> <time datetime="2029-01-01">1 January 2029</time></p></aside>
<section class="comments-area"><p>I was there, and what you write about it is all wrong, as everybody knows.</p></section>
<p>${WARNING}</p>
<footer><p>Copyright Example News. All rights are reserved by its owners, wherever they may live.</p></footer></body></html>`

test("an article is told from what stands around it", () => {
  const page = read(PAGE)
  assert.equal(page.title, "Teachers Go On Trial")
  assert.equal(page.mainText, [FIRST, SECOND, "No witness", THIRD].join("\n\n"))
  const kindOf = (words: string) =>
    page.blocks.find(({ start, end }) => page.text.slice(start, end).includes(words))?.kind
  const cases: [words: string, kind: string][] = [
    ["World", "nav"],
    ["Teachers Go On Trial", "title"],
    ["By Asel", "byline"],
    ["Two teachers wait", "caption"],
    ["Share", "widget"],
    ["heard the case", "body"],
    ["Another trial ends", "related"],
    ["writes about schools", "bio"],
    ["Court news", "related"],
    ["I was there", "other"],
    ["fines or imprisonment", "legal"],
    ["Copyright", "nav"],
  ]
  for (const [words, kind] of cases) assert.equal(kindOf(words), kind, words)
})

test("nothing is lost: every character that is no white space stands in a zone", () => {
  const { text, zones } = read(PAGE)
  let rest = text
  for (const { start, end } of zones) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end)
  assert.equal(rest.trim(), "")
})

test("media the page shows but does not hold are missing", () => {
  const page = read(PAGE)
  const found = page.missingMedia.map(({ kind, title, start, end }) => [kind, title, page.text.slice(start, end)])
  assert.deepEqual(found, [
    ["image", "The court", "Two teachers wait outside the court."],
    ["video", "A film about the trial", ""],
  ])
})

test("every word of metadata says where it was found; another article's date is not taken", () => {
  const { metadata, declaredLanguage } = read(PAGE)
  const all = (name: string) => metadata.filter((one) => one.name === name).map(({ value, from }) => `${value} ${from}`)
  assert.deepEqual(all("published"), ["2031-04-05 json-ld", "2031-04-05 time", "2031-04-05 text", "2031-04-05 address"])
  assert.deepEqual(all("title").slice(0, 2), ["Teachers Go On Trial json-ld", "Teachers Go On Trial opengraph"])
  assert.deepEqual(all("byline"), ["Asel Example json-ld", "Asel Example text"])
  assert.deepEqual(all("publisher"), ["Example News json-ld", "Example News opengraph"])
  assert.deepEqual(all("canonical"), ["https://news.example/2031/04/05/teachers link"])
  assert.equal(declaredLanguage, "en-gb")
})

test("a page that is no article keeps what it says", () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `<li><h3><a href="/${i}">Camp number ${i}</a></h3><p>Region ${i}</p></li>`,
  )
  const page = read(
    `<title>Camps</title><nav><a href="/">Home</a></nav><main><h1>Camps</h1><ul>${rows.join("")}</ul></main>`,
  )
  assert.match(page.mainText, /Camp number 0\n\nRegion 0\n\nCamp number 1/)
  assert.doesNotMatch(page.mainText, /Home/)
})

test("a player that says it has nothing to play gives its heading, its length and what it would play", () => {
  const players: [box: string, title: string | null, kind: string, duration: string | null][] = [
    [`<div class="media media-audio"><h4>A day in court</h4><p>No media file is available</p><p>0:00 0:05:41</p></div>`, "A day in court", "audio", "0:05:41"],
    [`<div class="player"><p>视频加载失败</p><span>00:00</span> / <span>03:18</span></div>`, null, "video", "03:18"],
    [`<div class="player"><p>ئاۋاز ھۆججىتى تېپىلمىدى</p><p>0:00 / 0:04:02</p></div>`, null, "audio", "0:04:02"],
    [`<p>This video could not be loaded.</p>`, null, "video", null],
  ] // biome-ignore format: a table
  for (const [box, title, kind, duration] of players) {
    const { missingMedia } = read(PAGE.replace("<h2>No witness</h2>", box))
    const found = missingMedia.filter((one) => one.kind !== "image" && one.title !== "A film about the trial")
    assert.deepEqual(
      found.map((one) => [one.title, one.kind, one.duration]),
      [[title, kind, duration]],
      box,
    )
  }
})

test("a picture in a box that its class calls one, a gallery, and a file left out of an export are missing too", () => {
  const cases: [box: string, expected: [kind: string, title: string | null, words: string][]][] = [
    [
      '<div class="photo"><img src="x.jpg" alt=""><p class="cap">The court on Monday. Photo: Example</p></div>',
      [["image", null, "The court on Monday. Photo: Example"]],
    ],
    // A box around the whole text is no frame of a picture, and a picture without words is furniture.
    [
      `<div class="has photo"><img src="x.jpg" alt=""><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p><p>${FIRST}</p></div>`,
      [],
    ],
    [
      '<div class="gallery"><p>Gallery: six photographs</p><p>Pictures are not shown in this copy.</p></div>',
      [["image", "Gallery: six photographs", "Gallery: six photographs\n\nPictures are not shown in this copy."]],
    ],
    [
      '<div class="media media_voice_message"><div class="title bold">Voice message</div><div class="description">Not included, change data exporting settings to download.</div></div>',
      [["audio", "Voice message", "Voice message\n\nNot included, change data exporting settings to download."]],
    ],
  ]
  for (const [box, expected] of cases) {
    const { missingMedia, text } = read(PAGE.replace("<h2>No witness</h2>", box))
    const found = missingMedia.filter(({ title }) => !["The court", "A film about the trial"].includes(title ?? ""))
    assert.deepEqual(
      found.map(({ kind, title, start, end }) => [kind, title, text.slice(start, end).replace(/\n+/g, "\n\n")]),
      expected,
      box,
    )
  }
})
