import { describe, expect, test } from 'vitest'
import { readObject, validateCreate, validateDocument } from '../../src/derive/validate.ts'
import { costOf } from '../support/cost.ts'
import { pageOf } from './pages.ts'
import { findingsOf, refusalOf } from './refusal.ts'

const ServiceOrder = pageOf('ServiceOrder')
const item = { id: '1', action: 'add', service: {} }
const many = <T>(count: number, each: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => each(index))
const order = (more: object = {}) => ({ serviceOrderItem: [item], ...more })
const created = (body: unknown, page = ServiceOrder) => validateCreate(page, body)
const findings = (body: unknown, page = ServiceOrder) => findingsOf(() => created(body, page))
const code = (body: unknown, page = ServiceOrder) => refusalOf(() => created(body, page)).code

describe('a create body', () => {
  test('is refused with all that is wrong about its shape, before what the server owns', () => {
    const body = {
      serviceOrderItem: [
        { id: '1', action: 'ad' },
        { id: '1', action: 'add', service: {} },
      ],
      state: 'held',
    }
    const refusal = refusalOf(() => created(body))
    expect(refusal.code).toBe('validationFailed')
    expect(refusal.message).toMatch(/^3 problems; first: serviceOrderItem\[\d]/)
    expect(new Set(findings(body))).toEqual(
      new Set([
        'invalidEnumValue serviceOrderItem[0].action',
        'missingAttribute serviceOrderItem[0].service',
        'duplicateItemId serviceOrderItem[1].id',
      ]),
    )
  })

  test('with one finding is refused by its own code, with the values that are allowed', () => {
    const refusal = refusalOf(() => created(order({ serviceOrderItem: [{ ...item, action: 'ad' }] })))
    expect(refusal.code).toBe('invalidEnumValue')
    expect(refusal.message).toBe('serviceOrderItem[0].action must be one of add, modify, delete, noChange')
  })

  test('may not set what the server owns; all of it is named', () => {
    const body = order({ state: 'held', orderDate: '2026-03-01T09:00:00Z' })
    expect(findings(body)).toEqual([
      'attributeNotAllowedOnCreate orderDate',
      'attributeNotAllowedOnCreate state',
    ])
  })

  test('keeps a chosen id only where the page lets a client choose it; href is always passed over', () => {
    expect(created(order({ id: 'mine', href: '/x' }))).toEqual(order())
    const resource = { id: 'sim-1', href: '/x', name: 'SIM' }
    expect(created(resource, pageOf('Resource'))).toEqual({ id: 'sim-1', name: 'SIM' })
  })

  test('loses the values the official files allow and the server sets itself', () => {
    const body = { name: 'Fibre', lastUpdate: '2020-01-01T00:00:00Z' }
    expect(created(body, pageOf('ServiceSpecification'))).toEqual({ name: 'Fibre' })
  })

  test.each([
    [undefined, 'bodyRequired'],
    [null, 'bodyRequired'],
    [[], 'invalidBody'],
    ['text', 'invalidBody'],
    [7, 'invalidBody'],
  ])('that is %j is refused as %s', (body, expected) => {
    expect(code(body)).toBe(expected)
  })

  test.each([[{}], [{ serviceOrderItem: null }], [{ serviceOrderItem: [] }]])(
    'of %j lacks its items',
    (body) => {
      expect(findings(body)).toEqual(['missingAttribute serviceOrderItem'])
    },
  )

  test('with an empty text where one is required lacks it', () => {
    expect(findings({ name: '' }, pageOf('Resource'))).toEqual(['missingAttribute name'])
  })

  test('has no null anywhere: what is null is absent', () => {
    const body = order({
      description: null,
      relatedParty: [{ id: 'p-1', role: null }],
      serviceOrderItem: [{ ...item, service: { place: null, note: [{ text: 'x', author: null }] } }],
    })
    expect(created(body)).toEqual({
      relatedParty: [{ id: 'p-1' }],
      serviceOrderItem: [{ ...item, service: { note: [{ text: 'x' }] } }],
    })
  })
})

describe('a body that is wrong in very many places', () => {
  const bodies: readonly (readonly [what: string, body: object, code: string])[] = [
    ['unknown attributes', Object.fromEntries(many(200_000, (n) => [`a${n}`, 1])), 'missingAttribute'],
    ['items that lack all', order({ serviceOrderItem: many(200_000, () => ({})) }), 'missingAttribute'],
    [
      'values of no list',
      order({ serviceOrderItem: many(100_000, (n) => ({ ...item, id: `${n}`, action: 'x' })) }),
      'invalidEnumValue',
    ],
    ['ids that are the same', order({ serviceOrderItem: many(100_000, () => item) }), 'validationFailed'],
  ]

  test.each(bodies)('is refused at little cost: %s', async (_what, body, expected) => {
    const cost = await costOf(() => {
      const { code: given, detail } = refusalOf(() => created(body))
      expect([given, (detail.errorItem ?? []).length <= 100]).toEqual([expected, true])
    })
    // A cost that grows with the square of the places would be minutes.
    expect(cost).toBeLessThan(5_000)
  })
})

describe('an unknown attribute', () => {
  test('is refused with the names it may have meant', () => {
    const refusal = refusalOf(() => created(order({ prioritty: '1', desciption: 'x', zzz: 1 })))
    const messages = (refusal.detail.errorItem ?? []).map(({ path, message }) => `${path} ${message}`)
    expect(messages).toEqual([
      "prioritty is not known here; did you mean 'priority'?",
      "desciption is not known here; did you mean 'description'?",
      'zzz is not known here',
    ])
  })

  test('deep inside is named by its path', () => {
    const body = order({ serviceOrderItem: [{ ...item, service: { nam: 'x' } }] })
    expect(findings(body)).toEqual(['unknownAttribute serviceOrderItem[0].service.nam'])
  })

  test.each(['toString', 'hasOwnProperty', 'valueOf'])('%s is no exception', (name) => {
    expect(findings(order({ [name]: 'x' }))).toEqual([`unknownAttribute ${name}`])
  })

  test('of enormous length costs nothing and is still refused', () => {
    expect(code(order({ ['x'.repeat(100_000)]: 1 }))).toBe('unknownAttribute')
  })
})

describe('names no attribute may have', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('include %s, wherever it stands', (name) => {
    const top: unknown = JSON.parse(`{"serviceOrderItem":[],"${name}":{"isAdmin":true}}`)
    const deep: unknown = JSON.parse(`{"note":[{"text":"x","${name}":{"isAdmin":true}}]}`)
    for (const body of [top, deep]) expect(code(body)).toBe('invalidAttributeName')
    expect(refusalOf(() => readObject(deep)).message).toContain(`note[0].${name}`)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

describe('a nested body', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)

  test('of 64 levels is read, of 65 refused', () => {
    expect(readObject(nested(64))).toEqual(nested(64))
    expect(refusalOf(() => readObject(nested(65))).code).toBe('bodyTooDeep')
  })

  test('of a hundred thousand levels is refused too, without a fault', () => {
    const lists: unknown = JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
    expect(refusalOf(() => readObject(lists)).code).toBe('bodyTooDeep')
  })
})

describe('a text', () => {
  test.each([
    ['U+0000', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800b'],
  ])('with %s is refused, as a value and in a name', (_what, text) => {
    expect(code(order({ description: text }))).toBe('invalidFormat')
    expect(code(order({ relatedParty: [{ id: text }] }))).toBe('invalidFormat')
    expect(code(order({ [text]: 'x' }))).toBe('invalidFormat')
    expect(code(order({ note: [text] }))).toBe('invalidFormat')
  })

  test('is kept as it was sent, without trimming or normalising', () => {
    const description = ' \u00e9 e\u0301 𝄞 \t\n'
    expect(created(order({ description })).description).toBe(description)
  })
})

describe('a number', () => {
  const quantity = (text: string) =>
    findings(JSON.parse(`{"serviceOrderItem":[{"id":"1","action":"add","service":{},"quantity":${text}}]}`))

  test.each(['9007199254740992', '9007199254740993', '-9007199254740993', '1e30', '1.5', '"1"'])(
    '%s is no quantity',
    (text) => {
      expect(quantity(text)).toEqual(['invalidFormat serviceOrderItem[0].quantity'])
    },
  )

  test.each(['9007199254740991', '-9007199254740991', '1.0', '1e3'])('%s is a quantity', (text) => {
    expect(() => quantity(text)).toThrow('nothing was refused')
  })

  test('beyond what a double holds is refused', () => {
    const body: unknown = JSON.parse('{"note":[{"text":"x","n":1e400}]}')
    expect(refusalOf(() => readObject(body)).message).toBe('note[0].n is too large a number')
  })

  test('is no yes or no, and a text is none either', () => {
    const bundle = (isBundle: unknown) => findings({ name: 'x', isBundle }, pageOf('ServiceSpecification'))
    for (const wrong of [1, 'true', 'yes']) expect(bundle(wrong)).toEqual(['invalidFormat isBundle'])
  })
})

describe('a date-time', () => {
  test.each([
    '2026-03-01T09:00:00.000Z',
    '2026-03-01T09:00:00Z',
    '2026-03-01T09:00Z',
    '2026-03-01T09:00:00+05:30',
    '2026-03-01T09:00:00-0330',
    '2026-03-01T09:00:00.123456789Z',
    '2026-03-01T09:00:00',
    '2026-03-01',
    '2024-02-29T00:00:00Z',
    '2000-02-29',
  ])('%s is accepted and kept as it was sent', (sent) => {
    expect(created(order({ requestedStartDate: sent })).requestedStartDate).toBe(sent)
  })

  test.each([
    'tomorrow',
    '',
    '2026-3-1',
    '2026-02-29T00:00:00Z',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-03-01T24:00:00Z',
    '2026-03-01T09:60:00Z',
    '2026-03-01T09:00:60Z',
    '2026-03-01T09:00:00+24:00',
    '2026-03-01T09:00:00.1234567890Z',
    '2026-03-01T09:00:00 CET',
    '12026-03-01T09:00:00Z',
    '2026-03-01T09:00:00Z\n',
    1772355600,
  ])('%j is refused', (sent) => {
    const body = order({ requestedStartDate: sent })
    expect(findings(body)).toEqual(['invalidFormat requestedStartDate'])
  })
})

describe('ids of elements', () => {
  test('are unique within their list, at every level', () => {
    const nested = { ...item, id: '2', serviceOrderItem: [item, item] }
    const body = order({ serviceOrderItem: [item, nested, nested] })
    const refusal = refusalOf(() => created(body))
    expect((refusal.detail.errorItem ?? []).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'serviceOrderItem[1].serviceOrderItem[1].id: same id as serviceOrderItem[1].serviceOrderItem[0]',
      'serviceOrderItem[2].id: same id as serviceOrderItem[1]',
      'serviceOrderItem[2].serviceOrderItem[1].id: same id as serviceOrderItem[2].serviceOrderItem[0]',
    ])
  })

  test('may be the same where they are references', () => {
    const parties = [
      { id: 'p-1', role: 'customer' },
      { id: 'p-1', role: 'payer' },
    ]
    expect(created(order({ relatedParty: parties })).relatedParty).toEqual(parties)
  })
})

test('the only element of some lists may be sent as it is, where the official file has it so', () => {
  const Association = pageOf('Association')
  const role = { role: 'owner', entity: { id: 'e-1' } }
  expect(created({ name: 'owns', associationRole: role }, Association).associationRole).toEqual([role])
  expect(created({ name: 'owns', associationRole: [role] }, Association).associationRole).toEqual([role])
  expect(code({ name: 'owns', associationRole: 'owner' }, Association)).toBe('invalidFormat')
  expect(code(order({ serviceOrderItem: item }))).toBe('invalidFormat')
})

describe('a whole document', () => {
  test('may hold what only the server writes, and must hold what is required', () => {
    const document = order({ state: 'held', orderDate: '2026-03-01T09:00:00Z' })
    expect(() => validateDocument(ServiceOrder, document)).not.toThrow()
    expect(findingsOf(() => validateDocument(ServiceOrder, { state: 'gone' }))).toEqual([
      'invalidEnumValue state',
      'missingAttribute serviceOrderItem',
    ])
  })

  test('names at most a hundred findings, and says when there are more', () => {
    const notes = Array.from({ length: 150 }, () => ({ text: 1 }))
    const refusal = refusalOf(() => validateDocument(ServiceOrder, order({ note: notes })))
    expect(refusal.message).toMatch(/^More than 100 problems; first: note\[0]\.text/)
    expect(refusal.detail.errorItem).toHaveLength(100)
  })
})
