#!/usr/bin/env node
// Builds what is missing, then hands over to the command line.
import { build, isBuilt } from "../scripts/build.mjs"

if (!isBuilt()) await build()
const { stayInward } = await import("../dist/src/web/inward.js")
stayInward()
const { shield } = await import("../dist/src/vault/shield.js")
shield()
const { main } = await import("../dist/src/cli/main.js")
process.exitCode = await main(process.argv.slice(2))
