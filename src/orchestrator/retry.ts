/** When a failed attempt is made again: later each time, with jitter, a limited number of times. */
export interface RetryPolicy {
  /** Milliseconds before the second attempt. */
  readonly first: number
  /** The longest pause, in milliseconds. */
  readonly longest: number
  /** Attempts in all; then a person must act. */
  readonly attempts: number
  /** A number from 0 to 1. */
  readonly chance: () => number
}

/** The moment of the next attempt as an ISO date-time, after `tries` attempts; undefined when there is none. */
export function nextTry(policy: RetryPolicy, tries: number, now: string): string | undefined {
  if (tries >= policy.attempts) return undefined
  const pause = Math.min(policy.first * 2 ** (tries - 1), policy.longest)
  return new Date(Date.parse(now) + pause * (0.8 + 0.4 * policy.chance())).toISOString()
}
