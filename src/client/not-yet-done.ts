/** An answer that says: accepted, and not over yet. What becomes of it is told by a monitor. */
export class NotYetDone extends Error {
  /** Where the monitor is read. */
  readonly monitor: string

  constructor(request: string, monitor: string) {
    super(`${request} is not over yet; what becomes of it is told by ${monitor}`)
    this.name = 'NotYetDone'
    this.monitor = monitor
  }
}
