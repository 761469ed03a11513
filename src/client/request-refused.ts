/** An answer that says no, as the server put it (TMF630 part 1, error representation). */
export interface ErrorBody {
  readonly code: string
  readonly reason: string
  readonly message?: string
  readonly status?: string
  readonly errorItem?: readonly { readonly code: string; readonly path: string; readonly message: string }[]
  readonly [extension: string]: unknown
}

export class RequestRefused extends Error {
  /** The HTTP status. */
  readonly status: number
  /** What the server said; only a status when it was no TM Forum error. */
  readonly body: ErrorBody

  constructor(request: string, status: number, body: ErrorBody) {
    super(`${request}: ${status} ${body.code} ${body.message ?? body.reason}`)
    this.name = 'RequestRefused'
    this.status = status
    this.body = body
  }

  get code(): string {
    return this.body.code
  }
}
