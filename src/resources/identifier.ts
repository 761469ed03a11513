/** Identifiers: sortable by creation, unique without asking anybody. */
import { randomFillSync } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
let lastMoment = 0
let counter = 0

/** An id for a new document: the initials of its collection, then 20 characters (`so-01jd…`). */
export function newId(path: string): string {
  const initials = path.replace(/[^A-Z]/g, '').toLowerCase()
  return `${path.charAt(0)}${initials}-${sortable()}`
}

/** An id for a new event. */
export function newEventId(): string {
  return `e-${sortable()}`
}

/** What a chosen id must be, as the end of a sentence about it. */
export const usableIds = 'must be 1 to 255 characters without control characters, slashes and a version'

/** Whether a value can be the id of a document: some text that a path can hold. */
export function isUsableId(id: unknown): id is string {
  return typeof id === 'string' && /^[^\p{Cc}/]{1,255}$/u.test(id) && !/:\(version=.*\)$/.test(id)
}

/** 48 bits of milliseconds, 15 bits that count within one, 40 bits of chance: in creation order within a process. */
function sortable(): string {
  const moment = Date.now()
  counter += 1
  // A clock that was set back may stand still for hours: when the count is used up, the next moment begins.
  if (moment > lastMoment || counter > 0x7fff) {
    lastMoment = Math.max(moment, lastMoment + 1)
    counter = 0
  }
  return base32(lastMoment, 10) + base32(counter & 0x7fff, 3) + chance()
}

const pool = Buffer.alloc(4_096)
let used = pool.length

/** 40 bits of chance, drawn from a pool: asking the system for five bytes at a time costs more than all the rest. */
function chance(): string {
  if (used + 5 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bits = pool.readUIntBE(used, 5)
  used += 5
  return base32(bits, 8)
}

/** A number below 2^53 in base 32. */
function base32(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text
  return text
}
