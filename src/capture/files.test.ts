import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"

test("a folder that may not be read is named, and what lies beside it is taken", async () => {
  const root = await mkdtemp(join(tmpdir(), "dalel-test-"))
  try {
    const shut = join(root, "b-shut")
    for (const name of ["a", "b-shut", "c"]) {
      await mkdir(join(root, name))
      await writeFile(join(root, name, "page.txt"), "words")
    }
    await chmod(root, 0o755)
    await chmod(shut, 0)
    // The administrator may read everything: so as nobody.
    const look = `
      import { filesAt } from ${JSON.stringify(new URL("./files.js", import.meta.url).href)}
      if (process.getuid?.() === 0) process.setuid(65534)
      for await (const one of filesAt([process.argv[1]]))
        console.log(one.path.slice(process.argv[1].length + 1), one.refused?.code ?? one.method)`
    const done = spawnSync(process.execPath, ["--input-type=module", "-e", look, root], { encoding: "utf8" })
    assert.equal(done.stdout, "a/page.txt folder\nb-shut file/unreadable\nc/page.txt folder\n", done.stderr)
  } finally {
    await chmod(join(root, "b-shut"), 0o700)
    await rm(root, { recursive: true })
  }
})
