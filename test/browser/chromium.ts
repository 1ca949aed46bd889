import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"]

/** A headless Chromium: the one of CHROME_PATH, one of the system, else the packaged one. Null, with the reason, if none runs. */
export async function startChromium(): Promise<{ browser: Browser } | { browser: null; why: string }> {
  try {
    // The packaged browser's own default arguments switch web security off; what is tested here is web security.
    return { browser: await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] }) }
  } catch (error) {
    return { browser: null, why: `no Chromium runs here: ${String(error).split("\n")[0]}` }
  }
}

export async function findChromium(): Promise<string> {
  const named = process.env.CHROME_PATH
  if (named) return named
  const installed = PLACES.find((path) => existsSync(path))
  if (installed) return installed
  // Read when it is imported: without it the libraries it needs are not unpacked.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x"
  const { default: packaged } = await import("@sparticuz/chromium")
  return packaged.executablePath()
}
