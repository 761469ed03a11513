/** Cursors: where in a list a client is, in a form it cannot change (wire contract, section 7). */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { refuse } from '../declare/index.ts'
import type { Position } from '../derive/arrange.ts'

/** A row of a list, and how many rows were shown before the place next to it. */
export interface Edge {
  readonly position: Position
  readonly at: number
}

const signatureLength = 16
/** Longer ones would not fit into URLs and headers everywhere. */
const maxLength = 4000

/** Signs the cursors of one list: of one resource with one filter and one order. */
export class CursorSeal {
  readonly #secret: string
  readonly #list: string

  constructor(secret: string, list: readonly unknown[]) {
    this.#secret = secret
    this.#list = JSON.stringify(list)
  }

  /** Throws `invalidSort` when what the list is sorted by is too long for a cursor. */
  close({ position, at }: Edge): string {
    const content = Buffer.from(JSON.stringify([at, position.sequence, ...position.values]))
    const cursor = Buffer.concat([this.#sign(content), content]).toString('base64url')
    if (cursor.length <= maxLength) return cursor
    throw refuse(
      'invalidSort',
      'What the list is sorted by is too long for a cursor: sort by something shorter',
    )
  }

  /** Throws `invalidCursor` when it was not closed by this seal. */
  open(cursor: string): Edge {
    const bytes = Buffer.from(cursor, 'base64url')
    const content = bytes.subarray(signatureLength)
    const signature = bytes.subarray(0, signatureLength)
    const isOurs =
      cursor === bytes.toString('base64url') &&
      signature.length === signatureLength &&
      timingSafeEqual(signature, this.#sign(content))
    if (!isOurs) {
      const message =
        'The cursor was not given out for this list with this filter and order; begin anew with after='
      throw refuse('invalidCursor', message)
    }
    const [at, sequence, ...values] = JSON.parse(content.toString()) as [number, string, ...unknown[]]
    return { at, position: { sequence, values } }
  }

  #sign(content: Buffer): Buffer {
    const whole = createHmac('sha256', this.#secret).update(this.#list).update('\0').update(content).digest()
    return whole.subarray(0, signatureLength)
  }
}
