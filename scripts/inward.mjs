// Loaded before every test file (`node --import`): no test, and no program of ours that a test starts, reaches anyone
// beyond this computer. What would is an error, so that the test fails.
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const built = new URL("../dist/src/web/inward.js", import.meta.url)
if (existsSync(fileURLToPath(built))) (await import(built.href)).stayInward({ loopback: true })
