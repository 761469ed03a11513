/** RFC 6901: `/serviceOrderItem/0/note`, the way to one place in a document. */
import { refuse } from '../declare/index.ts'

/** The names and indexes of a pointer; none for the whole document. */
export type Pointer = readonly string[]

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const maxSteps = 64

/** Takes a pointer apart. Throws `invalidPatch`, or `invalidAttributeName` for names no document may have. */
export function parsePointer(text: string): Pointer {
  if (text === '') return []
  if (!text.startsWith('/')) throw refuse('invalidPatch', `${shown(text)} must begin with a slash`)
  const steps = text.slice(1).split('/')
  if (steps.length > maxSteps) throw refuse('invalidPatch', `a path may have at most ${maxSteps} steps`)
  return steps.map((step) => {
    if (/~(?![01])/.test(step)) throw refuse('invalidPatch', `${shown(text)}: write ~ as ~0 and / as ~1`)
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    checkStep(name)
    return name
  })
}

/** Refuses a name no document may have, with `invalidAttributeName`. */
export function checkStep(name: string): void {
  if (forbidden.has(name)) throw refuse('invalidAttributeName', `'${name}' cannot be an attribute`)
}

/** A pointer as text. */
export function pointerText(pointer: Pointer): string {
  return pointer.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Whether a step can be the index of a list: digits without leading zeros. */
export function isIndex(step: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(step)
}

/** Whether everything at one place lies within another. */
export function isWithin(inner: Pointer, outer: Pointer): boolean {
  return inner.length > outer.length && outer.every((step, index) => step === inner[index])
}

const shown = (text: string): string => `'${text.slice(0, 100)}'`
