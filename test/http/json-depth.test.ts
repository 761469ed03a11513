import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDeeperThan } from '../../src/http/json-depth.ts'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

test('the depth of a text is that of the value it is', () => {
  const texts = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a', '\n') })
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 6 }, texts, tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(texts, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  }))
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 8 }), (each, most) => {
      expect(isDeeperThan(JSON.stringify(each), most)).toBe(depthOf(each) > most)
    }),
  )
})

test('millions of brackets are not counted to their end', () => {
  expect(isDeeperThan('['.repeat(5_000_000), 64)).toBe(true)
  expect(isDeeperThan('{"a":'.repeat(2_000_000), 64)).toBe(true)
})
