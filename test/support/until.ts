/** Waiting for what a test is not told of: it looks again soon, and leaves a busy machine plenty of time. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'

const interval = 10

/** Waits until an expectation is met, and says what was there instead; in a test, not in its hooks. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 15_000, interval })
}

/** Waits until something holds, for processes that take their time: a minute. Gives up when it cannot ask. */
export async function until(isSo: () => boolean | Promise<boolean>, what = String(isSo)): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await isSo()); await pause(interval)) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`)
  }
}
