/** When a failed delivery is tried again, and when it is given up (wire contract, section 21.4, 6). */

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** The pauses after the first attempts; later ones are an hour. */
const pauses = [second, 5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute]

/** How long after its first attempt a delivery is tried again. */
const givenUpAfter = 24 * hour
/** How long a subscription may go without a success before it is suspended. */
export const patience = 72 * hour

export interface Failure {
  /** How many attempts there were, this one included. */
  readonly attempts: number
  readonly firstTry: number
  readonly now: number
  /** What the receiver asked for, in milliseconds from now. */
  readonly retryAfter?: number | undefined
}

/** The moment of the next attempt; undefined when it is given up. `chance` gives a number from 0 to 1. */
export function nextTry(failure: Failure, chance: () => number): number | undefined {
  const { attempts, firstTry, now, retryAfter } = failure
  const planned = (pauses[attempts - 1] ?? hour) * (0.8 + 0.4 * chance())
  const pause = retryAfter === undefined ? planned : Math.min(Math.max(retryAfter, second), hour)
  const due = Math.round(now + pause)
  return due > firstTry + givenUpAfter ? undefined : due
}

/** Reads a Retry-After header: seconds, or a date. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * second
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
