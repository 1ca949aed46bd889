import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after } from "node:test"
import { realDisk } from "./disk.js"
import { diskSuite } from "./disk.suite.js"
import { simDisk } from "./simdisk.suite.js"

const made: string[] = []
after(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))))

diskSuite("the real disk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dalel-disk-"))
  made.push(folder)
  return { disk: realDisk, folder }
})

diskSuite("the simulated disk", async () => {
  const disk = simDisk()
  await disk.makeFolder("/vault")
  return { disk, folder: "/vault" }
})
