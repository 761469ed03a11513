import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePatch } from '../../src/derive/merge-patch.ts'
import type { JsonObject } from '../../src/derive/validate.ts'

/** RFC 7396, appendix A. The rows whose target or patch is no object are set one level deeper. */
const vectors: readonly [target: JsonObject, patch: JsonObject, result: JsonObject][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ x: ['a', 'b'] }, { x: ['c', 'd'] }, { x: ['c', 'd'] }],
  [{ x: { a: 'b' } }, { x: ['c'] }, { x: ['c'] }],
  [{ x: { a: 'foo' } }, { x: null }, {}],
  [{ x: { a: 'foo' } }, { x: 'bar' }, { x: 'bar' }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{ x: [1, 2] }, { x: { a: 'b', c: null } }, { x: { a: 'b' } }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
]

describe('a merge patch', () => {
  test.each(vectors)('makes of %j by %j what RFC 7396 says', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result)
  })

  test('replaces lists whole, also by shorter and empty ones', () => {
    const order = { note: [{ id: '1', text: 'a' }, { id: '2' }], other: [1] }
    expect(mergePatch(order, { note: [{ id: '2' }] })).toEqual({ note: [{ id: '2' }], other: [1] })
    expect(mergePatch(order, { note: [] })).toEqual({ note: [], other: [1] })
  })

  const members = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString'), json(3), {
    noNullPrototype: true,
  })

  test('applied twice is the same as applied once', () => {
    fc.assert(
      fc.property(members, members, (document, patch) => {
        const once = mergePatch(document, patch)
        expect(mergePatch(once, patch)).toEqual(once)
      }),
    )
  })

  test('changes neither the document nor itself', () => {
    fc.assert(
      fc.property(members, members, (document, patch) => {
        const before = structuredClone([document, patch])
        mergePatch(document, patch)
        expect([document, patch]).toEqual(before)
      }),
    )
  })

  test('of what a document is already changes nothing', () => {
    fc.assert(
      fc.property(members, (document) => {
        const stored = mergePatch({}, document)
        expect(mergePatch(stored, stored)).toEqual(stored)
      }),
    )
  })
})

function json(depth: number): fc.Arbitrary<unknown> {
  const leaf = fc.constantFrom<unknown>(null, 1, 'x', true, [], [1, 'y'], [{ a: null }])
  if (depth === 0) return leaf
  const inner = fc.dictionary(fc.constantFrom('a', 'b', 'c'), json(depth - 1), { noNullPrototype: true })
  return fc.oneof(leaf, inner)
}
