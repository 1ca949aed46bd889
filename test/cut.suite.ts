import { type Disk, realDisk } from "../src/vault/disk.js"

/** The real disk until operation `n` that changes something; from then on the power is gone. */
export function cutAt(n: number): { disk: Disk; done: () => number } {
  let count = 0
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (++count >= n) throw Object.assign(new Error("EIO"), { code: "EIO" })
    return work()
  }
  const disk: Disk = {
    ...realDisk,
    open: async (path, how) => {
      const file = how === "create" ? await step(() => realDisk.open(path, how)) : await realDisk.open(path, how)
      if (how === "read") return file
      return {
        ...file,
        read: (into, at) => file.read(into, at),
        size: () => file.size(),
        close: () => file.close(),
        write: (bytes, at) => step(() => file.write(bytes, at)),
        sync: () => step(() => file.sync()),
      }
    },
    rename: (from, to) => step(() => realDisk.rename(from, to)),
    unlink: (path) => step(() => realDisk.unlink(path)),
    syncFolder: (path) => step(() => realDisk.syncFolder(path)),
  }
  return { disk, done: () => count }
}
