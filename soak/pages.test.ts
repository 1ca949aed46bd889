import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { browser, closePages, look, openPages, why } from "../test/browser/pages.suite.js"

/** Every page in every language, by day and by night, narrow and wide, as it is and turned right to left. */
before(openPages)
after(closePages)

for (const locale of ["en-GB", "ru-RU", "kk-KZ"])
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1400])
      for (const turned of [false, true])
        test(`every page: ${locale}, ${colorScheme}, ${width} px${turned ? ", right to left" : ""}`, async (t) => {
          if (browser === null) return t.skip(why)
          const options = { locale, colorScheme, viewport: { width, height: 800 } }
          assert.deepEqual(await look(options, turned), [])
        })
