/** Runs one turn of work at a time: whenever it is woken, and when the turn before said that it is due again. */
import type { Clock } from './clock.ts'

export interface LoopOptions {
  readonly clock: Clock
  /** Does what there is to do; gives the milliseconds until there may be more without anybody waking it. */
  readonly turn: () => Promise<number | undefined>
  readonly failed: (error: Error) => void
}

const pauseAfterFailure = 1_000

export class Loop {
  readonly #options: LoopOptions
  #isStopped = false
  #isWoken = false
  #running: Promise<void> | undefined
  #cancelTimer: () => void = () => {}

  constructor(options: LoopOptions) {
    this.#options = options
  }

  wake(): void {
    if (this.#isStopped) return
    this.#isWoken = true
    this.#running ??= this.#run()
  }

  /** Waits for the turn that is running; no other begins. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelTimer()
    await this.#running
  }

  async #run(): Promise<void> {
    const { clock, turn, failed } = this.#options
    this.#cancelTimer()
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false
      let pause: number | undefined
      try {
        pause = await turn()
      } catch (error) {
        failed(error as Error)
        pause = pauseAfterFailure
      }
      this.#cancelTimer()
      if (pause !== undefined && !this.#isStopped) this.#cancelTimer = clock.after(pause, () => this.wake())
    }
    this.#running = undefined
  }
}
