import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/declare/index.ts'
import { parseFields, selectFields } from '../../src/derive/fields.ts'
import { pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const ServiceOrder = pageOf('ServiceOrder')
const order = {
  id: 'so-1',
  href: '/so-1',
  state: 'held',
  serviceOrderItem: [
    { id: '1', action: 'add', state: 'held', service: { name: 'x', serviceSpecification: { id: 'ss-1' } } },
    { id: '2', action: 'add', state: 'held' },
  ],
  relatedParty: [{ name: 'Ada', role: 'customer' }],
}
const select = (...values: string[]) => selectFields(ServiceOrder, order, parseFields(values))
const identity = { id: 'so-1', href: '/so-1' }

describe('a selection of attributes', () => {
  test('keeps what is named, and always id and href', () => {
    expect(select('state')).toEqual({ ...identity, state: 'held' })
    expect(select(' state , id ')).toEqual({ ...identity, state: 'held' })
  })

  test('of nothing is the whole document; of none only its identity', () => {
    expect(select()).toBe(order)
    expect(select('', ' , ')).toBe(order)
    expect(select('none')).toEqual(identity)
    expect(select('none,state')).toEqual({ ...identity, state: 'held' })
  })

  test('repeated is joined', () => {
    expect(select('state', 'relatedParty')).toEqual({
      ...identity,
      state: 'held',
      relatedParty: order.relatedParty,
    })
  })

  test('deep inside keeps every element of a list, with its id if it has one', () => {
    expect(select('serviceOrderItem.state', 'relatedParty.role')).toEqual({
      ...identity,
      serviceOrderItem: [
        { id: '1', state: 'held' },
        { id: '2', state: 'held' },
      ],
      relatedParty: [{ role: 'customer' }],
    })
    expect(select('serviceOrderItem.service.serviceSpecification.id').serviceOrderItem).toEqual([
      { id: '1', service: { serviceSpecification: { id: 'ss-1' } } },
      { id: '2' },
    ])
  })

  test('of a whole and a part of it keeps the whole', () => {
    expect(select('serviceOrderItem.state,serviceOrderItem').serviceOrderItem).toEqual(order.serviceOrderItem)
  })

  test('passes over names the document does not have', () => {
    expect(select('nothing,state.deeper,toString')).toEqual({ ...identity, state: 'held' })
  })

  test('keeps the type of a subtype, which the other attributes cannot be read without', () => {
    const special = { ...order, '@type': 'BusinessServiceOrder' }
    const plain = { ...order, '@type': 'ServiceOrder' }
    const selection = parseFields(['none'])
    expect(selectFields(ServiceOrder, special, selection)).toHaveProperty('@type')
    expect(selectFields(ServiceOrder, plain, selection)).not.toHaveProperty('@type')
  })
})

describe('a selection that cannot be read', () => {
  test.each(['a..b', '.a', 'a.', 'a b', 'a[0]', '$.a', '1a', 'a.b.c.d.e.f.g.h.i.j.k'])(
    '%s is refused',
    (value) => {
      expect(refusalOf(() => parseFields([value])).code).toBe('invalidFields')
    },
  )

  test('because it names more than a hundred attributes is refused', () => {
    const names = (count: number) => [Array.from({ length: count }, (_, index) => `a${index}`).join(',')]
    expect(parseFields(names(100))).toHaveLength(100)
    expect(refusalOf(() => parseFields(names(101))).code).toBe('invalidFields')
  })

  test('is refused and never a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (values) => {
        try {
          selectFields(ServiceOrder, order, parseFields(values))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }),
    )
  })
})
