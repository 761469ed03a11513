import { describe, expect, test } from 'vitest'
import { readTrace, traceFor } from '../../src/derive/trace.ts'

const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const span = '00f067aa0ba902b7'
const sent = `00-${trace}-${span}-01`

describe('a traceparent', () => {
  test.each([
    [sent, sent],
    [`cc-${trace}-${span}-01`, sent],
    [`cc-${trace}-${span}-01-what-will-be`, sent],
  ])('%s is read', (header, read) => {
    expect(readTrace(header)).toBe(read)
  })

  test.each([
    [undefined],
    [''],
    [`00-${trace}-${span}`],
    [`00-${trace}-${span}-01-more`],
    [`ff-${trace}-${span}-01`],
    [`00-${trace.toUpperCase()}-${span}-01`],
    [`00-${'0'.repeat(32)}-${span}-01`],
    [`00-${trace}-${'0'.repeat(16)}-01`],
    [`cc-${trace}-${span}-01.more`],
    [` ${sent}`],
    [[sent, sent]],
  ])('%j is none', (header) => {
    expect(readTrace(header)).toBeUndefined()
  })
})

test('what follows is in the same trace, and sampled as that is', () => {
  const next = traceFor('b7ad6b7169203331', { trace: sent, thread: 'so-1' })
  expect(next).toBe(`00-${trace}-b7ad6b7169203331-01`)
  expect(readTrace(next)).toBe(next)
})

test('what follows from nothing traced is in a trace of its golden thread', () => {
  const ofThread = (thread: string) => traceFor('b7ad6b7169203331', { thread })
  expect(readTrace(ofThread('so-1'))).toBe(ofThread('so-1'))
  expect(ofThread('so-1')).not.toBe(ofThread('so-2'))
  expect(ofThread('so-1')).toMatch(/-00$/)
})
