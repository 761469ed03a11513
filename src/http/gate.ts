/** Counts the requests that run, so that a shutdown can wait for them. */
import type { ServerResponse } from 'node:http'

export class Gate {
  #running = 0
  #isClosing = false
  #whenIdle: (() => void) | undefined

  /** Whether the server no longer takes requests. */
  get isClosing(): boolean {
    return this.#isClosing
  }

  /** Counts a request until its response is over, in whatever way. */
  enter(response: ServerResponse): void {
    this.#running++
    response.once('close', this.#leave)
  }

  /** Takes no more requests; resolves when those that run are over, or after `grace` milliseconds. */
  async close(grace: number): Promise<void> {
    this.#isClosing = true
    if (this.#running === 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, grace)
      this.#whenIdle = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  readonly #leave = (): void => {
    this.#running--
    if (this.#running === 0) this.#whenIdle?.()
  }
}
