import { DalelError } from "../model/refusals.js"

/** How often a passphrase was wrong since the last right one, and until when the next is not even tried (ms, wall clock). */
export interface Tries {
  readonly wrong: number
  readonly until: number
}

export const NO_TRIES: Tries = { wrong: 0, until: 0 }

/** Typing errors cost nothing; then 2 s, 4 s, 8 s, … */
const FREE = 3
const LONGEST = 300_000

/** Milliseconds to wait after so many wrong passphrases. */
export function waitAfter(wrong: number): number {
  return wrong < FREE ? 0 : Math.min(LONGEST, 2000 * 2 ** (wrong - FREE))
}

/** Makes whoever guesses a passphrase wait longer after each one. */
export interface Patience {
  /**
   * Does what a passphrase is needed for. One that comes too early is not looked at, right or wrong: else its answer
   * would be worth a try.
   * @throws DalelError vault/wait (where: seconds), and whatever `work` refuses with
   */
  ask<T>(work: () => Promise<T>): Promise<T>
}

/** `keep` is told of every change: the process that asks ends with each lock, and what it knew with it. */
export function makePatience(now: () => number, before: Tries = NO_TRIES, keep: (tries: Tries) => void = () => {}) {
  let tries = before
  const set = (next: Tries) => {
    tries = next
    keep(next)
  }
  const patience: Patience = {
    async ask(work) {
      // A clock that was put back must not shut anybody out for a year.
      const left = Math.min(tries.until - now(), waitAfter(tries.wrong))
      if (left > 0) throw new DalelError("vault/wait", String(Math.ceil(left / 1000)))
      const was = tries
      // Counted before it is tried: a hundred sent at once are a hundred tries.
      const wrong = was.wrong + 1
      set({ wrong, until: now() + waitAfter(wrong) })
      try {
        const answer = await work()
        set(NO_TRIES)
        return answer
      } catch (error) {
        const guessed = error instanceof DalelError && error.code === "vault/wrong-passphrase"
        set(guessed ? { wrong: tries.wrong, until: now() + waitAfter(tries.wrong) } : was)
        throw error
      }
    },
  }
  return patience
}
