/** Time as the hub sees it; a test puts its own in its place. */

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls back once so many milliseconds have passed; gives the way to call it off. */
  readonly after: (milliseconds: number, action: () => void) => () => void
}

const longestTimer = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, Math.min(Math.max(milliseconds, 0), longestTimer))
    return () => clearTimeout(timer)
  },
}

/** A moment as an ISO date-time. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
