/** Findings are told in the order in which a reader of the document comes to them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inDocumentOrder } from '../../src/derive/document-order.ts'

const document = { note: [{ text: 'a' }, { author: 'b', text: 1 }], state: 'x', quantity: 'many' }
const inOrder = [
  'note[0].author',
  'note[1].author',
  'note[1].text',
  'state',
  'quantity',
  'name',
  'name.first',
]

test('by place, and what is missing after what its holder has', () => {
  const findings = inOrder.map((path) => ({ code: 'invalidFormat' as const, path, message: '' }))
  fc.assert(
    fc.property(fc.shuffledSubarray(findings, { minLength: inOrder.length }), (shuffled) => {
      expect(inDocumentOrder(shuffled, document).map(({ path }) => path)).toEqual(inOrder)
    }),
  )
})

test('those of one place stay as they are', () => {
  const findings = ['first', 'second'].map((message) => ({
    code: 'invalidFormat' as const,
    path: 'state',
    message,
  }))
  expect(inDocumentOrder(findings, document)).toEqual(findings)
})
