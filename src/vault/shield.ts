import { writeFileSync } from "node:fs"

/** For every process that may hold keys, before it does: what it writes is its owner's, and it cannot be looked into. */
export function shield(): void {
  process.umask(0o077)
  // By default this signal opens the debugger to everyone of this user.
  process.on("SIGUSR1", () => {})
  try {
    // Linux, core(5): of a process that crashes no memory is written, wherever the system puts such files.
    writeFileSync("/proc/self/coredump_filter", "0")
  } catch {
    // Other systems write none unless they were told to.
  }
}
