import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import {
  browser,
  closePages,
  look,
  manualPages,
  openPages,
  pages,
  type Window,
  why,
} from "../test/browser/pages.suite.js"
import { ask, signIn } from "../test/desk/ask.js"
import { type SampleSite, withSample } from "../test/desk/vault.js"

/** Every page, and the heaviest of each kind in the real sample, in every language, by day and by night, narrow and wide, as it is and turned right to left. */
before(openPages)
after(closePages)

const WINDOWS: readonly (readonly [title: string, window: Window])[] = ["en-GB", "ru-RU", "kk-KZ"].flatMap((locale) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    [360, 1400].flatMap((width) =>
      [false, true].map((turned): [string, Window] => [
        `${locale}, ${colorScheme}, ${width} px${turned ? ", right to left" : ""}`,
        { options: { locale, colorScheme, viewport: { width, height: 800 } }, turned },
      ]),
    ),
  ),
)

for (const [title, window] of WINDOWS)
  test(`every page: ${title}`, async (t) => {
    if (browser === null) return t.skip(why)
    assert.deepEqual(await look(window, [...pages, ...manualPages()]), [])
  })

test("every page of the sample", async (t) => {
  if (browser === null) return t.skip(why)
  await withSample(async (sample) => {
    const shown = (await heaviest(sample)).map(([kind, path]) => [`${kind} ${path}`, sample.site, path] as const)
    for (const [title, window] of WINDOWS)
      await t.test(title, async () => assert.deepEqual(await look(window, shown), []))
  })
})

/** Every source, since each is in another script; of all else that comes in numbers, the page that says most. */
async function heaviest({ site, pages }: SampleSite): Promise<(readonly [kind: string, path: string])[]> {
  const cookie = await signIn(site.port, site.link())
  const host = new URL(site.address).host
  const most = new Map<string, { path: string; bytes: number }>()
  for (const [kind, path] of pages) {
    const { body } = await ask(site.port, path, host, { headers: { Cookie: cookie } })
    const key = kind === "source" ? path : kind
    if (body.length > (most.get(key)?.bytes ?? 0)) most.set(key, { path, bytes: body.length })
  }
  return [...most].map(([key, { path }]) => [key === path ? "source" : key, path])
}
