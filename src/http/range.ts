/** `Range: items=0-9`: paging by the header of RFC 9110 (wire contract, section 7). */
import { refuse } from '../declare/index.ts'
import type { Page } from '../store/reading.ts'

/** The part a header asks for; undefined when there is none, or one of another unit or form, which are ignored. */
export function readRange(header: string | undefined, defaultLimit: number): Page | undefined {
  const [, first, last] = /^\s*items\s*=\s*(\d{1,9})\s*-\s*(\d{0,9})\s*$/i.exec(header ?? '') ?? []
  if (first === undefined || last === undefined) return undefined
  const offset = Number(first)
  if (last === '') return { offset, limit: defaultLimit }
  return Number(last) < offset ? undefined : { offset, limit: Number(last) - offset + 1 }
}

/** Refuses a range that begins beyond the end. Throws `rangeNotSatisfiable`. */
export function checkRange({ offset }: Page, total: number): void {
  if (offset < total) return
  const headers = { 'Content-Range': `items */${total}` }
  throw refuse('rangeNotSatisfiable', `There are ${total} items; ${offset} is beyond the last`, { headers })
}
