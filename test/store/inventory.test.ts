import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Database } from '../../src/store/database.ts'
import { countFree, findAtPlace, takeFree } from '../../src/store/inventory.ts'
import { type Transaction, transaction } from '../../src/store/transaction.ts'
import { model } from '../derive/pages.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'

let fresh: FreshDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = new Database({ url: fresh.url, connections: 20 })
  await database.open(model.pages)
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const scope = { tenant: 'default', now: () => '2026-03-01T09:00:00.000Z' }
const change = <T>(work: (tx: Transaction) => Promise<T>) => transaction(database, scope, work)

interface Stock {
  readonly resourceStatus?: string
  readonly usageState?: string
  readonly colour?: string
  readonly place?: string
}

async function stock(specification: string, resources: readonly Stock[]): Promise<void> {
  await change(async (tx) => {
    for (const [index, { colour, place, ...states }] of resources.entries()) {
      const doc = {
        ...{ name: 'SIM', resourceStatus: 'available', usageState: 'idle', ...states },
        resourceSpecification: { id: specification },
        ...(colour
          ? { resourceCharacteristic: [{ name: 'colour', value: colour, valueType: 'string' }] }
          : {}),
        ...(place ? { place: { id: place } } : {}),
      }
      const id = `${specification}-${String(index).padStart(3, '0')}`
      tx.insert({ kind: 'Resource', id, revision: 1, doc, parent: null })
    }
  })
}

const free = (specification: string, filter: Record<string, unknown> = {}, except: string[] = []) => ({
  ...{ specification, filter, except },
})
/** Takes a resource and puts it into use. */
const take = (specification: string) =>
  change(async (tx) => {
    const row = await takeFree(tx, free(specification))
    if (row)
      tx.update({ ...row, doc: { ...row.doc, resourceStatus: 'reserved' }, revision: row.revision + 1 })
    return row?.id
  })

describe('what is free is taken', () => {
  test('by one order only, however many ask at once', async () => {
    await stock('many', Array(40).fill({}))
    const taken = await Promise.all(Array.from({ length: 20 }, () => take('many')))
    expect(taken).not.toContain(undefined)
    expect(new Set(taken).size).toBe(20)
    expect(await change((tx) => countFree(tx, free('many'), 100))).toBe(20)
  })

  test('but not while the network is asked to change it', async () => {
    await stock('asked', Array(2).fill({}))
    await change((tx) =>
      tx.query({
        text: `insert into plan (tenant, kind, id, correlation_id) values ('default', 'Resource', 'asked-000', 'x')`,
      }),
    )
    expect(await change((tx) => countFree(tx, free('asked'), 100))).toBe(1)
    expect(await take('asked')).toBe('asked-001')
    expect(await take('asked')).toBeUndefined()
  })

  test('to the last one, and then no more', async () => {
    await stock('few', Array(7).fill({}))
    const taken = await Promise.all(Array.from({ length: 20 }, () => take('few')))
    // One that passed over what others were just taking may have found nothing; nobody got what another has.
    const rest = []
    for (let id = await take('few'); id !== undefined; id = await take('few')) rest.push(id)
    const all = [...taken.filter((id) => id !== undefined), ...rest]
    expect(all).toHaveLength(7)
    expect(new Set(all).size).toBe(7)
  })

  test('again when whoever took it gave up', async () => {
    await stock('again', [{}])
    const given = change(async (tx) => {
      await takeFree(tx, free('again'))
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
    expect(await take('again')).toBe('again-000')
  })

  test('oldest first, never the same twice in one transaction', async () => {
    await stock('order', [{}, {}, {}])
    await change(async (tx) => {
      const taken: string[] = []
      for (let count = 0; count < 4; count++) {
        const row = await takeFree(tx, free('order', {}, taken))
        if (row) taken.push(row.id)
      }
      expect(taken).toEqual(['order-000', 'order-001', 'order-002'])
    })
  })

  test('only where it is available, idle, and as asked for', async () => {
    await stock('mixed', [
      { resourceStatus: 'reserved' },
      { usageState: 'active' },
      { colour: 'red' },
      { colour: 'blue' },
    ])
    const [red, green, any] = await change(async (tx) => [
      await takeFree(tx, free('mixed', { colour: 'red' })),
      await takeFree(tx, free('mixed', { colour: 'green' })),
      await countFree(tx, free('mixed'), 100),
    ])
    expect([(red as { id: string }).id, green, any]).toEqual(['mixed-002', undefined, 2])
    expect(await change((tx) => countFree(tx, free('mixed'), 1))).toBe(1)
  })

  test('from one’s own tenant only', async () => {
    await stock('ours', [{}])
    const theirs = await transaction(database, { ...scope, tenant: 'other' }, (tx) =>
      takeFree(tx, free('ours')),
    )
    expect(theirs).toBeUndefined()
  })
})

test('what stands at a place is found there', async () => {
  await stock('line', [{ place: 'address-1' }, { place: 'address-2' }])
  const found = await change((tx) => findAtPlace(tx, 'line', 'address-2'))
  expect(found?.id).toBe('line-001')
  expect(await change((tx) => findAtPlace(tx, 'line', 'address-3'))).toBeUndefined()
})
