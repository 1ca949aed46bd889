import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { test } from "node:test"
import { chromium, type Page } from "playwright-core"
import { findChromium, startChromium } from "./chromium.js"

/** What a person brings and types. */
const TYPED = {
  passphrase: "quartz herring lantern oboe mitten",
  next: "velvet anchor bramble kiosk turnip",
  pasted:
    "Letter of Aigerim Sapabek. My brother Nurdaulet Sapabek was led away at the Karabulak checkpoint. He mended saddles.",
  address: "https://archive.example/kept/weaver-77",
  published: "1987-11-23",
  edited: "Gulzira Tokpanova-Bekova",
  selected: "woven carpets for thirty years",
  stated: "Sanatbek Yrysuly",
  corrected: "Toqpanova Gulzyira",
  searched: ["Токпанова", "Karabulak checkpoint", "گۈلزىرا", "古丽孜拉", "Сапабек"],
} as const

const PAGE = `<!doctype html><html lang="en"><head><title>Weaver's Trial Opens In Zhanatal</title>
<meta property="og:site_name" content="Kokzhiek Herald"><meta name="author" content="Orynbasar Seitnur">
<meta property="article:published_time" content="2021-05-04T10:00:00Z">
<link rel="canonical" href="https://kokzhiek.example/2021/05/weaver"></head><body><nav>Home | Saltanat Bazaar</nav><article>
<h1>Weaver's Trial Opens In Zhanatal</h1><p>By Orynbasar Seitnur</p>
<p>ZHANATAL -- The trial of weaver Gulzira Tokpanova started on May 3 in the city of Zhanatal.</p>
<p>Tokpanova, the leader of the group Altyn Zhip, has been under house arrest in Zhanatal since February.</p>
<p>In December, a Zhanatal court found Tokpanova guilty of holding an unsanctioned rally and fined her the equivalent of $6713.</p>
<p>"I have woven carpets for thirty years, and that is all I did," Tokpanova said.</p>
<p>The judge, Beksultan Amirov, granted the request to move the trial to Orneksai.</p>
<p>The Interior Ministry of Qyrsai denied that anyone was held at the Tamdybulak works, and called it a "rest house."</p>
<p>Activist Marzhan Duisen said that guards had beaten Erzhan Kulbai at Shoqpar.</p></article>
<footer>Readers in Qyrsai: keeping this page may be punished under article 4191.</footer></body></html>`

const LIST = `name,village,taken\nTileuberdi Ospan,Aqshatau,2018-04-17\nKulyash Ospan,Aqshatau,2018-04-19\nSerikzhan Adai,Kenozek,2019-01-08\n`

/** File names, titles, people, places, sums, words of the sources, notes, searches, secrets. */
const MARKERS = [
  ...Object.values(TYPED).flat(),
  ...[
    "qyzylsay-weaver-ruling",
    "relatives-of-tileuberdi",
    "Weaver's Trial Opens",
    "Kokzhiek Herald",
    "kokzhiek.example",
  ],
  ...["Orynbasar Seitnur", "Saltanat Bazaar", "Gulzira Tokpanova", "Tokpanova", "Gulzira", "Zhanatal", "ZHANATAL"],
  ...["Altyn Zhip", "house arrest in Zhanatal", "6713", "unsanctioned rally", "Beksultan Amirov", "Orneksai"],
  ...["Qyrsai", "Tamdybulak", "rest house", "Marzhan Duisen", "Erzhan Kulbai", "Shoqpar", "article 4191"],
  ...["Aigerim Sapabek", "Nurdaulet", "Karabulak", "mended saddles", "Tileuberdi Ospan", "Kulyash", "Aqshatau"],
  ...["Serikzhan Adai", "Kenozek", "weaver-77", "quartz herring", "velvet anchor", "Yrysuly", "Toqpanova", "Bekova"],
]

/** Without scripts a person presses reload. */
async function done(page: Page): Promise<void> {
  const address = page.url()
  for (let turn = 0; turn < 60; turn++) {
    if (await page.getByText("Done", { exact: true }).isVisible()) return
    await new Promise((resolve) => setTimeout(resolve, 500))
    await page.goto(address)
  }
  assert.fail("the sources were not read")
}

/** From nothing to a dossier that is saved, as a person does it. Answers with the groups of the recovery sheet. */
async function wholeWay(page: Page, link: string, files: string[]): Promise<string[]> {
  const button = (name: string | RegExp) => page.getByRole("button", { name }).first()
  // Whoever goes elsewhere before the answer came has not sent the form.
  const press = async (name: string | RegExp) => {
    await Promise.all([page.waitForEvent("framenavigated"), button(name).click()])
    await page.waitForLoadState()
  }
  const at = new URL(link).origin
  await page.goto(link)
  await page.goto(`${at}/start`)
  await page.locator("[name=passphrase]").fill(TYPED.passphrase)
  await page.locator("[name=again]").fill(TYPED.passphrase)
  await press("Make the vault")
  await press("Show the sheet")
  const groups = (await page.locator("body").innerText()).match(/\b\d{5}\b/g) ?? []
  await press("I have it on paper")

  await page.goto(`${at}/add`)
  await page.locator("[name=files]").setInputFiles(files)
  await page.locator("[name=url]").fill(TYPED.address)
  await page.locator("[name=published]").fill(TYPED.published)
  await press("Seal and read")
  await done(page)
  await page.goto(`${at}/add`)
  await page.locator("[name=text]").fill(TYPED.pasted)
  await press("Seal and read")
  await done(page)

  await page.goto(`${at}/sources`)
  await page
    .getByRole("link", { name: /Weaver/ })
    .first()
    .click()
  const source = page.url().split("?")[0]!
  for (let turn = 0; turn < 4; turn++) {
    await page.locator("select[name=audience]").first().selectOption("public")
    await press("Accept")
  }
  await press("Undo")
  await page.getByRole("link", { name: "Edit" }).click()
  await page.locator("form [name^='s0.'][type=text]").first().fill(TYPED.edited)
  await press("Accept as edited")
  await page.goto(`${source}?n=18`)
  await press("Reject")
  await page.goto(`${source}/batch`)
  await press(/in bulk$/)

  await page.goto(source)
  await page.getByText("State a fact from these words").click()
  await page.locator("#words [name=words]").fill(TYPED.selected)
  await press("Find them")
  await page.locator("select[name=schema]").selectOption("Person")
  await press("Go on")
  await page.locator("input[type=text]").nth(1).fill(TYPED.stated)
  await press("State it")

  await page.goto(`${at}/cases`)
  await page
    .getByRole("link", { name: /Tokpanova/ })
    .first()
    .click()
  const file = page.url()
  await page.locator(".mark a").first().click()
  await page.goBack()
  await page.goto(file.replace("/cases/", "/entities/"))
  const statement = await page.locator("a[href^='/statements/']").first().getAttribute("href")
  await page.goto(`${at}${statement}/correct`)
  await page.locator("main input[type=text]").first().fill(TYPED.corrected)
  await press("Correct it")

  for (const words of TYPED.searched) {
    await page.goto(`${at}/search`)
    await page.locator("main [name=query], [name=query]").last().fill(words)
    await page.locator("main [name=query], [name=query]").last().press("Enter")
    await page.waitForURL(/\/search\/./)
  }
  await page.goto(`${file}/dossier`)
  const [saved] = await Promise.all([page.waitForEvent("download"), button("Sign and save").click()])
  assert.match(saved.suggestedFilename(), /^[a-z-]+\.zip$/)
  assert.equal(await saved.failure(), null)

  await page.goto(`${at}/settings/keys`)
  await page.locator("[name=old]").fill(TYPED.passphrase)
  await page.locator("[name=passphrase]").fill(TYPED.next)
  await page.locator("[name=again]").fill(TYPED.next)
  await press("Change the passphrase")
  for (const path of ["/", "/ledger", "/trash", "/sources"]) await page.goto(at + path)
  await press("Lock")
  await page.locator("[name=passphrase]").fill(TYPED.next)
  await press("Unlock")
  await page.goto(file)
  await press("Lock")
  return groups
}

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder, { recursive: true }).map(String))
    if (statSync(join(folder, name)).isFile()) yield join(folder, name)
}

/** As it is, as browsers keep it, as addresses and forms carry it. */
function spellings(marker: string): Buffer[] {
  const percent = encodeURIComponent(marker)
  const texts = new Set([marker, percent, percent.replaceAll("%20", "+"), JSON.stringify(marker).slice(1, -1)])
  return [...texts].flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")])
}

for (const javaScriptEnabled of [true, false])
  test(`nothing of a whole case is left in the browser, in the user's state or in a log: with scripts ${javaScriptEnabled ? "on" : "off"}`, async (t) => {
    const started = await startChromium()
    if (started.browser === null) return t.skip(started.why)
    await started.browser.close()
    const root = mkdtempSync(join(tmpdir(), "dalel-whole-"))
    const [usb, kept] = [join(root, "usb"), join(root, "kept")]
    const folders = Object.fromEntries(
      ["profile", "home", "state", "temporary"].map((name) => [name, join(kept, name)] as const),
    ) as Record<"profile" | "home" | "state" | "temporary", string>
    for (const folder of [usb, ...Object.values(folders)]) mkdirSync(folder, { recursive: true })
    const brought = { "qyzylsay-weaver-ruling.html": PAGE, "relatives-of-tileuberdi.csv": LIST }
    for (const [name, text] of Object.entries(brought)) writeFileSync(join(usb, name), text)

    const env = { ...process.env, HOME: folders.home, TMPDIR: folders.temporary, DALEL_STATE: folders.state, LANG: "C" }
    const child = spawn(process.execPath, ["bin/dalel.mjs", "serve", "--vault", join(kept, "vault")], { env })
    let log = ""
    child.stderr.on("data", (chunk) => {
      log += chunk
    })
    const exited = once(child, "exit")
    const lines = createInterface({ input: child.stdout })
    lines.on("line", (line) => {
      log += `${line}\n`
    })
    try {
      const [link] = (await once(lines, "line")) as [string]
      const context = await chromium.launchPersistentContext(folders.profile, {
        executablePath: await findChromium(),
        args: ["--no-sandbox"],
        javaScriptEnabled,
        acceptDownloads: true,
        // What a person saves lies where she puts it.
        downloadsPath: join(root, "saved"),
        env: env as Record<string, string>,
      })
      let groups: string[]
      try {
        const page = await context.newPage()
        page.setDefaultTimeout(15_000)
        const files = Object.keys(brought).map((name) => join(usb, name))
        groups = await wholeWay(page, link, files)
      } finally {
        await context.close()
      }
      child.kill("SIGTERM")
      await exited
      assert.equal(groups.length, 12, "the sheet was seen")

      const markers = [...new Set([...MARKERS, ...groups.slice(0, 4)])]
      assert.ok(markers.length >= 50, `${markers.length} markers`)
      const wanted = markers.map((marker) => [marker, spellings(marker)] as const)
      const found: string[] = []
      const look = (where: string, bytes: Buffer) => {
        for (const [marker, ways] of wanted)
          if (ways.some((way) => bytes.includes(way))) found.push(`${marker} in ${where}`)
      }
      look("the log", Buffer.from(log))
      let history = false
      for (const path of filesUnder(kept)) {
        const bytes = readFileSync(path)
        history ||= path.startsWith(folders.profile) && bytes.includes(new URL(link).hostname)
        look(path.slice(kept.length), Buffer.concat([Buffer.from(`${path.slice(kept.length)}\n`), bytes]))
      }
      // A search that finds nothing at all proves nothing: the history itself is there.
      assert.ok(history, "the browser kept no history")
      assert.deepEqual(found, [])
    } finally {
      child.kill("SIGKILL")
      rmSync(root, { recursive: true, force: true })
    }
  })
