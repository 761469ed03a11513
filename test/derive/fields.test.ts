import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/declare/index.ts'
import { parseFields } from '../../src/derive/fields.ts'
import { selectFields } from '../../src/derive/select-fields.ts'
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
const select = (...values: string[]) => selectFields(ServiceOrder, order, parseFields(ServiceOrder, values))
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
    const selection = parseFields(ServiceOrder, ['none'])
    expect(selectFields(ServiceOrder, special, selection)).toHaveProperty('@type')
    expect(selectFields(ServiceOrder, plain, selection)).not.toHaveProperty('@type')
  })
})

describe('a selection of elements', () => {
  const items = (...values: string[]) => select(...values).serviceOrderItem

  test.each([
    ['serviceOrderItem[1]', [order.serviceOrderItem[1]]],
    ['serviceOrderItem[-1]', [order.serviceOrderItem[1]]],
    ['serviceOrderItem[2]', []],
    ['serviceOrderItem[*].state', items('serviceOrderItem.state')],
    ["serviceOrderItem[?(@.id=='2')].state", [{ id: '2', state: 'held' }]],
    ["$.serviceOrderItem[?(@.id=='2' && @.state=='held')].action", [{ id: '2', action: 'add' }]],
    ["serviceOrderItem[?(@.state=='held')][?(@.service)].id", [{ id: '1' }]],
    ["serviceOrderItem[?(@.state=='done')]", []],
    ["serviceOrderItem[?(@.id=='1,2')],serviceOrderItem[0].id", [{ id: '1' }]],
    ['serviceOrderItem[?(@.action=~/^[a,]/)].id', [{ id: '1' }, { id: '2' }]],
    ['serviceOrderItem[0].service.name', [{ id: '1', service: { name: 'x' } }]],
  ])('%s keeps only those, in order', (value, kept) => {
    expect(items(value)).toEqual(kept)
  })

  test('keeps for each element what is asked of it', () => {
    expect(items('serviceOrderItem.state', 'serviceOrderItem[0].action')).toEqual([
      { id: '1', action: 'add', state: 'held' },
      { id: '2', state: 'held' },
    ])
    expect(items('serviceOrderItem[0]', 'serviceOrderItem[1].state')).toEqual([
      order.serviceOrderItem[0],
      { id: '2', state: 'held' },
    ])
  })

  test('takes a value that is no list for a list of one', () => {
    expect(items("serviceOrderItem.service[?(@.name=='x')].name")).toEqual([
      { id: '1', service: { name: 'x' } },
      { id: '2' },
    ])
    expect(items("serviceOrderItem.service[?(@.name=='y')].name")).toEqual([{ id: '1' }, { id: '2' }])
  })

  test('asks of the document itself whether anything of it is wanted', () => {
    expect(select("$[?(@.state=='held')].relatedParty")).toEqual({
      ...identity,
      relatedParty: order.relatedParty,
    })
    expect(select("$[?(@.state=='done')].relatedParty")).toEqual(identity)
  })

  test('stands beside names, and does not separate at commas within it', () => {
    expect(select("state,serviceOrderItem[?(@.id=='1' || @.id=='a,b')].id,relatedParty.role")).toEqual({
      ...identity,
      state: 'held',
      serviceOrderItem: [{ id: '1' }],
      relatedParty: [{ role: 'customer' }],
    })
  })

  test('by what JSONPath has and the contract leaves out is refused as not supported', () => {
    expect(refusalOf(() => parseFields(ServiceOrder, ['$..state'])).code).toBe('jsonPathFeatureNotSupported')
  })
})

describe('a selection that cannot be read', () => {
  test.each([
    'a..b',
    '.a',
    'a.',
    'a b',
    'a[',
    'a[x]',
    '$',
    '$.',
    'a[0],',
    '1a',
    'a.b.c.d.e.f.g.h.i.j.k',
    'a[0].b.c.d.e.f.g.h.i.j.k',
  ])('%s is refused', (value) => {
    expect(refusalOf(() => parseFields(ServiceOrder, [value])).code).toBe('invalidFields')
  })

  test('because it names more than a hundred attributes is refused', () => {
    const names = (count: number) => [Array.from({ length: count }, (_, index) => `a${index}`).join(',')]
    expect(parseFields(ServiceOrder, names(100))).toHaveLength(100)
    expect(refusalOf(() => parseFields(ServiceOrder, names(101))).code).toBe('invalidFields')
  })

  test('is refused and never a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (values) => {
        try {
          selectFields(ServiceOrder, order, parseFields(ServiceOrder, values))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }),
    )
  })
})
