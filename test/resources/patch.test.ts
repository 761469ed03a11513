import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseIfMatch } from '../../src/resources/precondition.ts'
import { refusalOf, rejectionOf } from '../derive/refusal.ts'
import { callerOf, order, Shop } from './shop.ts'

let shop: Shop
let id: string
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

beforeEach(async () => {
  const body = order({ description: 'x', note: [{ id: '1', text: 'a' }] })
  id = (await shop.create('ServiceOrder', body, callerOf('born'))).document.id
})

describe('a patch', () => {
  test('makes a revision, and an event for the attributes and one for the state', async () => {
    const { document, revision } = await shop.patch('ServiceOrder', id, { description: 'y', state: 'held' })
    expect([document.description, document.state, revision]).toEqual(['y', 'held', 2])
    expect(await shop.read('ServiceOrder', id)).toEqual({ document: { ...document, href: '' }, revision: 2 })
    expect(await shop.told('ServiceOrder', id)).toEqual([
      'ServiceOrderCreateEvent@1',
      'ServiceOrderAttributeValueChangeEvent@2',
      'ServiceOrderStateChangeEvent@2',
    ])
  })

  test('that changes nothing leaves no trace', async () => {
    const whole = (await shop.patch('ServiceOrder', id, {})).document
    const href = `https://host${whole.href}`
    for (const body of [{}, { description: 'x' }, { ...whole, href }, { nothing: null }]) {
      expect((await shop.patch('ServiceOrder', id, body)).revision).toBe(1)
    }
    expect(await shop.told('ServiceOrder', id)).toEqual(['ServiceOrderCreateEvent@1'])
  })

  test('of a document that says when it changed does not touch it without reason', async () => {
    const originatorParty = { id: 'p-1', '@referredType': 'Individual' }
    const body = { category: 'fault', description: 'x', originatorParty, priority: 1, reason: 'y' }
    const { document } = await shop.create('ServiceProblem', body)
    const dates = { lastUpdate: '2030-01-01', creationDate: '2030-01-01', statusChangeDate: '2030-01-01' }
    const same = await shop.patch('ServiceProblem', document.id, { priority: 1, ...dates })
    expect(same).toMatchObject({ document, revision: 1 })
    const other = await shop.patch('ServiceProblem', document.id, { priority: 2, ...dates })
    expect(other.revision).toBe(2)
    const { creationDate, statusChangeDate } = document
    expect(other.document).toMatchObject({ creationDate, statusChangeDate })
    expect(other.document.lastUpdate).not.toBe('2030-01-01')
  })

  test('may not say when a document changed whose update type does not know it', async () => {
    const { document } = await shop.create('ProductOffering', { name: 'Fibre' })
    const { lastUpdate } = document
    const same = await shop.patch('ProductOffering', document.id, { lastUpdate, name: 'Fibre 500' })
    expect(same.revision).toBe(2)
    const other = shop.patch('ProductOffering', document.id, { lastUpdate: '2030-01-01' })
    await expect(other).rejects.toMatchObject({ code: 'attributeNotPatchable' })
  })

  test('stores no null, wherever it stands', async () => {
    const characteristic = { name: 'speed', value: 500, valueType: null }
    const service = { name: 'Fibre', serviceCharacteristic: [characteristic] }
    const serviceOrderItem = [{ id: '1', action: 'add', service, quantity: null }]
    const { document } = await shop.patch('ServiceOrder', id, { serviceOrderItem })
    expect(JSON.stringify(document)).not.toContain('null')
    const withoutValue = [
      { id: '1', action: 'add', service: { serviceCharacteristic: [{ name: 'speed', value: null }] } },
    ]
    const refusal = await rejectionOf(shop.patch('ServiceOrder', id, { serviceOrderItem: withoutValue }))
    expect(refusal.code).toBe('missingAttribute')
  })

  test('of another thread keeps an order on its own, and takes another document along', async () => {
    await shop.patch('ServiceOrder', id, { description: 'y' }, callerOf('other'))
    await shop.patch('ServiceOrder', id, { description: 'z' }, callerOf(''))
    expect(await shop.threads('ServiceOrder', id)).toEqual(['born', 'born', 'born'])
    const { document } = await shop.create('Resource', { name: 'SIM' }, callerOf('born'))
    await shop.patch('Resource', document.id, { description: 'y' }, callerOf('other'))
    await shop.patch('Resource', document.id, { description: 'z' }, callerOf(''))
    expect(await shop.threads('Resource', document.id)).toEqual(['born', 'other', 'born'])
  })
})

describe('a refused patch leaves no revision and no event', () => {
  test.each([
    [{ orderDate: '2026-01-01T00:00:00Z' }, 'attributeNotPatchable'],
    [{ category: 'x' }, 'attributeNotPatchable'],
    [{ '@type': 'BusinessServiceOrder' }, 'attributeNotPatchable'],
    [{ id: 'other' }, 'attributeNotPatchable'],
    [{ id: null }, 'attributeNotPatchable'],
    [{ href: '/elsewhere' }, 'attributeNotPatchable'],
    [{ orderDate: null }, 'missingAttribute'],
    [{ state: null }, 'missingAttribute'],
    [{ serviceOrderItem: null }, 'missingAttribute'],
    [{ serviceOrderItem: [] }, 'missingAttribute'],
    [{ desciption: 'x' }, 'unknownAttribute'],
    [{ description: 5 }, 'invalidFormat'],
    [{ state: 'gone' }, 'invalidEnumValue'],
    [{ state: 'toString' }, 'invalidEnumValue'],
    [{ state: 'completed' }, 'stateTransitionNotAllowed'],
    [
      {
        note: [
          { id: '1', text: 'a' },
          { id: '1', text: 'b' },
        ],
      },
      'duplicateItemId',
    ],
    [undefined, 'bodyRequired'],
    [[], 'invalidBody'],
  ])('of %j: %s', async (body, code) => {
    expect((await rejectionOf(shop.patch('ServiceOrder', id, body))).code).toBe(code)
    expect((await shop.read('ServiceOrder', id)).revision).toBe(1)
    expect(await shop.told('ServiceOrder', id)).toEqual(['ServiceOrderCreateEvent@1'])
  })

  test('when the caller lacks the right to the move', async () => {
    const refusal = await rejectionOf(
      shop.patch('ServiceOrder', id, { state: 'inProgress', description: 'y' }, callerOf('', ['client'])),
    )
    expect([refusal.status, refusal.code]).toEqual([403, 'forbidden'])
    expect((await shop.read('ServiceOrder', id)).document.description).toBe('x')
  })

  test('when there is no such document, or not below that parent', async () => {
    const missing = await rejectionOf(shop.patch('ServiceOrder', 'nobody', {}))
    expect([missing.code, missing.message]).toEqual([
      'resourceNotFound',
      "serviceOrder 'nobody' does not exist",
    ])
    const flow = (await shop.create('ProcessFlow', { processFlowSpecification: 'x' })).document.id
    const task = (await shop.create('TaskFlow', {}, callerOf(), flow)).document.id
    const astray = await rejectionOf(
      shop.patch('TaskFlow', { id: task, parent: 'v4' }, { isMandatory: true }),
    )
    expect(astray.code).toBe('resourceNotFound')
  })
})

describe('a final order', () => {
  beforeEach(async () => {
    await shop.patch('ServiceOrder', id, { state: 'inProgress' })
    await shop.patch('ServiceOrder', id, { state: 'completed' })
  })

  test('keeps its content', async () => {
    const refusal = await rejectionOf(shop.patch('ServiceOrder', id, { description: 'y', priority: '1' }))
    expect([refusal.status, refusal.code]).toEqual([409, 'resourceLocked'])
    expect(refusal.message).toContain('description, priority can no longer change')
    const reopened = await rejectionOf(shop.patch('ServiceOrder', id, { state: 'inProgress' }))
    expect(reopened.message).toContain('is completed, which is final')
  })

  test('still takes notes and references', async () => {
    const note = [{ id: '1', text: 'thanks' }]
    const { revision } = await shop.patch('ServiceOrder', id, { note, relatedParty: [{ id: 'p-1' }] })
    expect(revision).toBe(4)
  })
})

describe('patches at the same time', () => {
  test('are made one after the other: each sees what the one before did', async () => {
    const patches = [{ description: 'y' }, { priority: '1' }, { externalId: 'PON-1' }, { note: [] }]
    const written = await Promise.all(patches.map((body) => shop.patch('ServiceOrder', id, body)))
    expect(written.map(({ revision }) => revision).sort()).toEqual([2, 3, 4, 5])
    const { document, revision } = await shop.read('ServiceOrder', id)
    expect(revision).toBe(5)
    expect(document).toMatchObject({ description: 'y', priority: '1', externalId: 'PON-1', note: [] })
  })

  test('to one state: one moves, the other finds it there', async () => {
    const body = { state: 'held' }
    await Promise.all([shop.patch('ServiceOrder', id, body), shop.patch('ServiceOrder', id, body)])
    expect(await shop.told('ServiceOrder', id)).toEqual([
      'ServiceOrderCreateEvent@1',
      'ServiceOrderStateChangeEvent@2',
    ])
  })

  test('of one seen revision: one succeeds, the others are told to read again', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        shop.patch('ServiceOrder', id, { description: `y${index}` }, callerOf(), [1]),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    )
    expect(refused).toEqual(Array(7).fill('preconditionFailed'))
    expect((await shop.read('ServiceOrder', id)).revision).toBe(2)
  })
})

describe('If-Match', () => {
  test.each([
    [undefined, undefined],
    ['*', 'any'],
    [' * ', 'any'],
    ['"7"', [7]],
    ['"7-0123abcd"', [7]],
    ['"7", "8" ,W/"9"', [7, 8]],
    ['W/"7"', []],
  ])('of %s accepts %j', (header, accepted) => {
    expect(parseIfMatch(header)).toEqual(accepted)
  })

  test.each(['7', '"x"', '', '"7" "8"', '"7",', '"-1"', '"7-xyz"'])('of %j cannot be read', (header) => {
    expect(refusalOf(() => parseIfMatch(header)).code).toBe('invalidHeader')
  })

  test('of another revision refuses the change and names the present one', async () => {
    await shop.patch('ServiceOrder', id, { description: 'y' })
    for (const precondition of [[1], [], [3, 4]]) {
      const attempt = shop.patch('ServiceOrder', id, { description: 'z' }, callerOf(), precondition)
      const refusal = await rejectionOf(attempt)
      expect([refusal.status, refusal.detail.headers]).toEqual([412, { ETag: '"2"' }])
    }
    expect((await shop.read('ServiceOrder', id)).document.description).toBe('y')
  })

  test('of the present revision, or of any, lets it pass', async () => {
    const second = await shop.patch('ServiceOrder', id, { description: 'y' }, callerOf(), [5, 1])
    const third = await shop.patch('ServiceOrder', id, { description: 'z' }, callerOf(), 'any')
    expect([second.revision, third.revision]).toEqual([2, 3])
  })

  test('guards a removal too', async () => {
    const { document } = await shop.create('Resource', { name: 'SIM' })
    const refusal = await rejectionOf(shop.remove('Resource', document.id, callerOf(), [2]))
    expect(refusal.code).toBe('preconditionFailed')
    await shop.remove('Resource', document.id, callerOf(), [1])
  })
})
