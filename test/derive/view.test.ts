/** Views: what is kept under other names comes back under those it was sent with. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { View } from '../../src/declare/index.ts'
import { askedThere, keptAs, shownBy } from '../../src/derive/view.ts'
import { exampleAttributes } from '../../src/documents/example.ts'
import { pageOf } from './pages.ts'

const page = pageOf('SelfCareProductOrder')
const view = page.facts.shows as View
const { type: there } = pageOf('ProductOrder')

describe('a document', () => {
  test('of a full example comes back as it was sent, but for what has no place there', () => {
    const qualification = [{ id: 'poq-1', qualificationItemId: '1' }]
    const sent = { ...exampleAttributes(page), orderItem: [{ id: '1', action: 'add', qualification }] }
    const placed = JSON.parse(
      JSON.stringify(sent, (name, value) => (name === 'qualificationItemId' ? undefined : value)),
    )
    expect(placed).not.toEqual(sent)
    expect(shownBy(page, view, keptAs(view, sent, there))).toEqual(placed)
  })

  test('comes back as it was sent, however deep its lines lie', () => {
    const { item } = fc.letrec((tie) => ({
      item: fc.record(
        {
          id: fc.string({ minLength: 1 }),
          product: tie('product'),
          itemPrice: fc.array(
            fc.record({ priceType: fc.constantFrom('recuring', 'oneTime', 'usage'), name: fc.string() }),
          ),
          orderItem: fc.array(tie('item'), { maxLength: 2 }),
        },
        { requiredKeys: ['id'] },
      ),
      product: fc.record(
        {
          characteristic: fc.array(fc.record({ name: fc.string(), value: fc.string() })),
          productRelationship: fc.array(
            fc.record(
              { type: fc.constantFrom('reliesOn', 'brings'), product: tie('product') },
              { requiredKeys: ['type'] },
            ),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: [] },
      ),
    }))
    const order = fc.record(
      { note: fc.record({ text: fc.string() }), orderItem: fc.array(item, { maxLength: 3 }) },
      { requiredKeys: ['orderItem'] },
    )
    fc.assert(
      fc.property(order, (sent) => {
        expect(shownBy(page, view, keptAs(view, sent, there))).toEqual(sent)
      }),
    )
  })

  test('keeps no name of here where there is another there', () => {
    const kept = JSON.stringify(keptAs(view, exampleAttributes(page), there))
    for (const name of ['orderItem', 'characteristic', 'orderItemRelationship', 'recuring']) {
      expect(kept).not.toContain(`"${name}"`)
    }
  })
})

test('a condition keeps what it says, and is asked of the attribute of there', () => {
  const usage = pageOf('SelfCareUsage')
  const condition = {
    is: 'condition',
    path: ['status'],
    kind: 'oneOf',
    isMany: false,
    operator: 'eq',
    values: ['Rerate', 'constructor'],
    isNegated: true,
  } as const
  expect(askedThere(pageOf('Usage'), usage.facts.shows as View, [[condition]])).toEqual([
    [{ ...condition, values: ['rerated', 'constructor'] }],
  ])
})
