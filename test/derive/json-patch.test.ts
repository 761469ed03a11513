import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RefusalCode } from '../../src/declare/index.ts'
import { jsonPatch } from '../../src/derive/json-patch.ts'
import { type Applied, appliedVectors, refusedVectors } from './json-patch-vectors.ts'
import { refusalOf } from './refusal.ts'

describe('a JSON Patch', () => {
  test.each(appliedVectors.map((vector) => [vector.what, vector] as const))(
    '%s',
    (_what, vector: Applied) => {
      const { document, patch, result } = vector
      const before = structuredClone(document)
      expect(jsonPatch(patch)(document)).toEqual(result)
      expect(document).toEqual(before)
    },
  )
})

describe('a JSON Patch is refused', () => {
  test.each(refusedVectors.map((vector) => [vector.what, vector] as const))('%s', (_what, vector) => {
    const { document, patch, code } = vector
    expect(refusalOf(() => jsonPatch(patch)(document)).code).toBe(code)
  })

  test.each<[string, unknown, RefusalCode]>([
    ['when there is no body', undefined, 'bodyRequired'],
    ['when the body is an object', { op: 'remove', path: '/a' }, 'invalidBody'],
    ['when an operation is a text', ['remove'], 'invalidPatch'],
    ['when an operation is null', [null], 'invalidPatch'],
    ['when op is no text', [{ op: ['add'], path: '/a', value: 1 }], 'invalidPatch'],
    ['when op is a name every object has', [{ op: 'toString', path: '/a', value: 1 }], 'invalidPatch'],
    ['when path is missing', [{ op: 'remove' }], 'invalidPatch'],
    ['when from is no text', [{ op: 'copy', from: 1, path: '/a' }], 'invalidPatch'],
    ['when a tilde begins no escape', [{ op: 'remove', path: '/a~2' }], 'invalidPatch'],
    [
      'when there are more than 1000 operations',
      Array(1001).fill({ op: 'test', path: '/a', value: 1 }),
      'invalidPatch',
    ],
    ['when a path reaches for a prototype', [{ op: 'remove', path: '/a/__proto__' }], 'invalidAttributeName'],
    [
      'when a value holds a name no document may have',
      [{ op: 'add', path: '/a', value: JSON.parse('{"__proto__":1}') }],
      'invalidAttributeName',
    ],
    ['when a value holds what no text may', [{ op: 'add', path: '/a', value: 'x\u0000' }], 'invalidFormat'],
  ])('%s', (_why, body, code) => {
    expect(refusalOf(() => jsonPatch(body)({ a: 1 })).code).toBe(code)
  })

  test('with the index of the operation, and how far the list goes', () => {
    const patch = [
      { op: 'test', path: '/note/0', value: 'a' },
      { op: 'remove', path: '/note/2' },
    ]
    const { message } = refusalOf(() => jsonPatch(patch)({ note: ['a', 'b'] }))
    expect(message).toBe(
      'operation[1] (remove /note/2): there is nothing at /note/2: the list has 2 elements',
    )
  })
})

describe('a small JSON Patch cannot become a large document', () => {
  test('by copying it into itself', () => {
    const patch = Array.from({ length: 100 }, (_, index) => ({ op: 'copy', from: '', path: `/a${index}` }))
    const { code } = refusalOf(() => jsonPatch(patch)({ text: 'x'.repeat(1000) }))
    expect(['limitReached', 'bodyTooDeep']).toContain(code)
  })

  test('by copying a list to its own end', () => {
    const patch = Array.from({ length: 100 }, () => ({ op: 'copy', from: '/a', path: '/b/-' })).flatMap(
      (copy, index) => [copy, { op: 'copy', from: `/b/${index}`, path: '/a/0' }],
    )
    const { code } = refusalOf(() => jsonPatch(patch)({ a: ['x'.repeat(1000)], b: [] }))
    expect(['limitReached', 'bodyTooDeep']).toContain(code)
  })

  test('by nesting it deeper with every operation', () => {
    const patch = Array.from({ length: 64 }, () => [
      { op: 'add', path: '/b', value: {} },
      { op: 'move', from: '/a', path: '/b/a' },
      { op: 'move', from: '/b', path: '/a' },
    ]).flat()
    expect(refusalOf(() => jsonPatch(patch)({ a: {} })).code).toBe('bodyTooDeep')
  })
})

describe('for any document and operations', () => {
  const name = fc.constantFrom('a', 'b', 'toString', '0', 'x/y', '~')
  // Names that no document may have are refused, wherever they are.
  const value = fc
    .jsonValue({ maxDepth: 3 })
    .map((each) => JSON.stringify(each))
    .filter((text) => !/"(__proto__|constructor|prototype)":/.test(text))
    .map((text) => JSON.parse(text))
  const document = fc.dictionary(name, value, { noNullPrototype: true })
  const pointer = fc
    .array(fc.oneof(name, fc.constantFrom('-', '1')), { maxLength: 4 })
    .map((steps) => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''))
  const operation = fc.record({
    op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test'),
    path: pointer,
    from: pointer,
    value,
  })

  test('it changes neither what it got nor itself, and only refuses', () => {
    fc.assert(
      fc.property(document, fc.array(operation, { maxLength: 6 }), (before, patch) => {
        const copies = structuredClone([before, patch])
        try {
          jsonPatch(patch)(before)
        } catch (error) {
          expect(error).toHaveProperty('code')
        }
        expect([before, patch]).toEqual(copies)
      }),
    )
  })

  test('what was added is there, and gone once removed', () => {
    fc.assert(
      fc.property(document, value, (before, added) => {
        const patch = [
          { op: 'add', path: '/new', value: added },
          { op: 'test', path: '/new', value: added },
          { op: 'copy', from: '/new', path: '/other' },
          { op: 'remove', path: '/new' },
          { op: 'move', from: '/other', path: '/new' },
          { op: 'test', path: '/new', value: added },
          { op: 'remove', path: '/new' },
        ]
        expect(jsonPatch(patch)(before)).toEqual(before)
      }),
    )
  })
})
