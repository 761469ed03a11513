import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rejectionOf } from '../derive/refusal.ts'
import { callerOf, order, Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

describe('a creation', () => {
  test('stores the document as it is answered, and one event with it', async () => {
    const { document, revision } = await shop.create('ServiceOrder', order({ externalId: 'PON-1' }))
    expect(document).toMatchObject({
      href: `/tmf-api/serviceOrdering/v4/serviceOrder/${document.id}`,
      state: 'acknowledged',
      externalId: 'PON-1',
    })
    expect(revision).toBe(1)
    const stored = await shop.read('ServiceOrder', document.id)
    expect(stored).toEqual({ document: { ...document, href: '' }, revision: 1 })
    expect(await shop.told('ServiceOrder', document.id)).toEqual(['ServiceOrderCreateEvent@1'])
  })

  test('begins a golden thread: the request’s, or its own', async () => {
    const named = await shop.create('ServiceOrder', order(), callerOf('thread-1'))
    expect(await shop.threads('ServiceOrder', named.document.id)).toEqual(['thread-1'])
    const unnamed = await shop.create('ServiceOrder', order(), callerOf(''))
    expect(await shop.threads('ServiceOrder', unnamed.document.id)).toEqual([unnamed.document.id])
  })

  test('of an order plans its work; of another document none', async () => {
    const { document } = await shop.create('ServiceOrder', order())
    await shop.create('Resource', { id: 'r-plan', name: 'SIM' })
    const plans = await shop.context.database.read<{ id: string; is_due: boolean }>({
      text: `select id, due <= now() as is_due from plan where id = any($1)`,
      values: [[document.id, 'r-plan']],
    })
    expect(plans).toEqual([{ id: document.id, is_due: true }])
  })
})

describe('a refused creation leaves no document and no event', () => {
  const leavesNothing = async (action: () => Promise<unknown>, kinds: readonly string[]) => {
    const before = [await shop.events(), ...(await Promise.all(kinds.map((kind) => shop.count(kind))))]
    const refusal = await rejectionOf(action())
    const after = [await shop.events(), ...(await Promise.all(kinds.map((kind) => shop.count(kind))))]
    expect(after).toEqual(before)
    return refusal
  }

  test('when its body is wrong', async () => {
    const refusal = await leavesNothing(() => shop.create('ServiceOrder', {}), ['ServiceOrder'])
    expect(refusal.code).toBe('missingAttribute')
  })

  test('when its id is taken', async () => {
    await shop.create('Resource', { id: 'sim-1', name: 'SIM' })
    const again = () => shop.create('Resource', { id: 'sim-1', name: 'Another' })
    const refusal = await leavesNothing(again, ['Resource'])
    expect([refusal.status, refusal.code]).toEqual([409, 'duplicateId'])
    expect(refusal.message).toContain("'sim-1'")
    expect((await shop.read('Resource', 'sim-1')).document.name).toBe('SIM')
  })

  test.each(['', 'a/b', 'a\nb', 'x'.repeat(256)])('when its id is %j, which no path can hold', async (id) => {
    const refusal = await leavesNothing(() => shop.create('Resource', { id, name: 'SIM' }), ['Resource'])
    expect(refusal.code).toBe('invalidFormat')
  })

  test('when its parent does not exist', async () => {
    const orphan = () => shop.create('TaskFlow', {}, callerOf(), 'nobody')
    const refusal = await leavesNothing(orphan, ['TaskFlow'])
    expect(refusal.message).toBe("processFlow 'nobody' does not exist")
  })

  test('when an attribute it is found by is longer than an index takes', async () => {
    // Of varied characters: PostgreSQL would compress a plain repetition to fit.
    const name = Array.from({ length: 9_000 }, (_, index) => ((index * 7_919) % 36_000).toString(36)).join('')
    const refusal = await leavesNothing(() => shop.create('Resource', { name }), ['Resource'])
    expect(refusal.code).toBe('invalidFormat')
  })
})

test('of twenty creations of one id at once, one succeeds', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => shop.create('Resource', { id: 'raced', name: `SIM ${index}` })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
  expect(new Set(reasons)).toEqual(new Set(['duplicateId']))
  expect(await shop.told('Resource', 'raced')).toEqual(['ResourceCreateEvent@1'])
})
