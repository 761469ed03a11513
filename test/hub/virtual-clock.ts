/** A clock that stands still until it is told to move. */
import type { Clock } from '../../src/hub/clock.ts'

export class VirtualClock implements Clock {
  #now = Date.parse('2026-03-01T09:00:00Z')
  readonly #timers = new Set<{ readonly at: number; readonly action: () => void }>()

  now = (): number => this.#now

  after = (milliseconds: number, action: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, action }
    this.#timers.add(timer)
    // Due already, when the clock was moved while its owner worked out the pause.
    if (milliseconds <= 0) setImmediate(() => this.advance(0))
    return () => this.#timers.delete(timer)
  }

  /** The time until the next timer that is not the sweep. */
  get pending(): number[] {
    return [...this.#timers].map(({ at }) => at - this.#now).sort((a, b) => a - b)
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds
    for (const timer of [...this.#timers]) {
      if (timer.at > this.#now) continue
      this.#timers.delete(timer)
      timer.action()
    }
  }
}

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
