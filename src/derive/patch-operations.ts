/** The operations of a JSON Patch as a client sends them (RFC 6902, section 4), read before anything is changed. */
import { Refusal, refuse } from '../declare/index.ts'
import type { JsonObject } from './json.ts'
import { checkNames } from './validate.ts'

const members = {
  add: ['value'],
  remove: [],
  replace: ['value'],
  move: ['from'],
  copy: ['from'],
  test: ['value'],
} as const satisfies Record<string, readonly ('value' | 'from')[]>

export type PatchOp = keyof typeof members

/** One operation: its place in the body, what it does, and where. */
export interface PatchOperation {
  readonly index: number
  readonly op: PatchOp
  readonly path: string
  /** Present where the operation needs it. */
  readonly from: string
  /** Present where the operation needs it. */
  readonly value: unknown
}

const maxOperations = 1000

/** Reads the body of a JSON Patch. Throws `bodyRequired`, `invalidBody`, or `invalidPatch` that names the operation. */
export function readOperations(body: unknown): PatchOperation[] {
  if (body === undefined || body === null)
    throw refuse('bodyRequired', 'Send a JSON array of operations as the body')
  if (!Array.isArray(body)) {
    throw refuse('invalidBody', `The body must be a JSON array of operations, not a ${typeof body}`)
  }
  if (body.length > maxOperations) {
    throw refuse('invalidPatch', `A patch may have at most ${maxOperations} operations, not ${body.length}`)
  }
  checkNames(body)
  return body.map(readOperation)
}

/** Runs what one operation asks for; a refusal then names the operation. */
export function inOperation<T>({ index, op, path }: PatchOperation, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const place = `operation[${index}] (${op} ${path.slice(0, 200)})`
    throw refuse(error.code, `${place}: ${error.message}`, error.detail)
  }
}

function readOperation(sent: unknown, index: number): PatchOperation {
  const wrong = (what: string) => refuse('invalidPatch', `operation[${index}]: ${what}`)
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw wrong('must be an object')
  const { op, path, from, value } = sent as JsonObject
  const names = Object.keys(members)
  if (!isOp(op)) throw wrong(`op must be one of ${names.join(', ')}`)
  if (typeof path !== 'string') throw wrong('path must be a text')
  for (const needed of members[op]) {
    if (!Object.hasOwn(sent, needed)) throw wrong(`${op} needs ${needed}`)
  }
  const needsFrom = op === 'move' || op === 'copy'
  if (needsFrom && typeof from !== 'string') throw wrong('from must be a text')
  return { index, op, path, from: needsFrom ? String(from) : '', value }
}

const isOp = (op: unknown): op is PatchOp => typeof op === 'string' && Object.hasOwn(members, op)
