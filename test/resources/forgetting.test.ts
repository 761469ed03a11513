import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Forgettable, Forgetting, inBatches } from '../../src/resources/forgetting.ts'
import { importRecords } from '../../src/resources/import.ts'
import { forgettables } from '../../src/resources/retention.ts'
import { pageOf } from '../derive/pages.ts'
import { callerOf, Shop } from './shop.ts'

const day = 86_400_000
const retention = { idempotencyTtl: day, taskTtl: 90 * day, eventTtl: 30 * day }

let shop: Shop
const log: string[] = []
beforeAll(async () => {
  shop = await Shop.open()
})
beforeEach(() => {
  log.length = 0
})
afterAll(() => shop.close())

const forgetting = (rows: readonly Forgettable[]) =>
  new Forgetting({ rows, log: (message) => log.push(message) })

/** How many tasks are forgotten when so many days have passed. */
async function tasksForgotten(days: number): Promise<number | undefined> {
  const tasks = forgettables(shop.context, retention).filter(({ what }) => what === 'tasks')
  const forgotten = await forgetting(tasks).forget(Date.now() + days * day)
  expect(log).toEqual([])
  return forgotten.get('tasks')
}

const item = { id: '1', service: { name: 'Fibre' } }
const check = (id: string, state: string) => ({ id, state, serviceQualificationItem: [item] })

describe('a task that is over', () => {
  test('is removed after ninety days, and its removal told on its own thread', async () => {
    const checks = [
      check('over', 'done'),
      check('failed', 'terminatedWithError'),
      check('runs', 'inProgress'),
    ]
    await shop.import('CheckServiceQualification', checks)
    expect(await tasksForgotten(89)).toBe(0)
    expect(await tasksForgotten(91)).toBe(2)
    expect(await shop.count('CheckServiceQualification')).toBe(1)
    expect((await shop.read('CheckServiceQualification', 'runs')).document.state).toBe('inProgress')
    expect(await shop.told('CheckServiceQualification', 'over')).toEqual([
      'CheckServiceQualificationCreateEvent@1',
      'CheckServiceQualificationDeleteEvent@2',
    ])
    expect(new Set(await shop.threads('CheckServiceQualification', 'over'))).toEqual(new Set(['import']))
  })

  test('is kept from its end on, not from its beginning', async () => {
    await shop.import('CheckServiceQualification', [check('slow', 'inProgress')])
    const text = `update entity_checkservicequalification set created = created - interval '1 year' where id = 'slow'`
    await shop.context.database.withWriter((client) => client.query(text))
    await shop.patch('CheckServiceQualification', 'slow', { state: 'done' })
    expect(await tasksForgotten(89)).toBe(0)
    expect(await tasksForgotten(91)).toBe(1)
  })

  test('goes without an event where its API has none for it, and without states from its creation on', async () => {
    await shop.import('CancelServiceOrder', [{ id: 'cancel', state: 'done', serviceOrder: { id: 'so-1' } }])
    await shop.create('ProblemAcknowledgement', { problem: [{ id: 'p-1' }] })
    expect(await tasksForgotten(91)).toBe(2)
    expect(await shop.told('CancelServiceOrder', 'cancel')).toEqual(['CancelServiceOrderCreateEvent@1'])
    expect(await shop.count('ProblemAcknowledgement')).toBe(0)
  })

  test('is removed once, by however many nodes, for every tenant', async () => {
    const page = pageOf('CheckServiceQualification')
    for (const tenant of ['north', 'south']) {
      const records = Array.from({ length: 250 }, (_, n) => ({
        page,
        document: check(`${tenant}-${n}`, 'done'),
      }))
      await importRecords(shop.context, records, { ...callerOf('import'), tenant })
    }
    const forgotten = await Promise.all([1, 2, 3].map(() => tasksForgotten(91)))
    // One that another node has locked is left to it.
    expect(forgotten.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(500)
    const text = `select tenant, count(*)::int as told from event
      where type = 'CheckServiceQualificationDeleteEvent' and tenant in ('north', 'south') group by 1 order by 1`
    expect(await shop.context.database.read({ text })).toEqual([
      { tenant: 'north', told: 250 },
      { tenant: 'south', told: 250 },
    ])
  })

  test('is no monitor, which goes when its own time is up', async () => {
    await shop.context.database.tables.make(['ServiceMonitor'])
    await shop.context.database.withWriter((client) =>
      client.query(`insert into entity (tenant, kind, id, revision, created, updated, doc)
        values ('default', 'ServiceMonitor', 'm-1', 1, now(), now(), '{"state":"Completed"}')`),
    )
    expect(await tasksForgotten(91)).toBe(0)
  })
})

describe('forgetting', () => {
  const old = (what: string, forget: Forgettable['forget']): Forgettable => ({ what, keptFor: day, forget })

  test('goes batch by batch until nothing is left', async () => {
    const left = [1000, 1000, 7]
    const asked: unknown[] = []
    const rows = old(
      'things',
      inBatches(async (...asking) => {
        asked.push(asking)
        return left.shift() ?? 0
      }),
    )
    const now = Date.parse('2026-03-02T00:00:00Z')
    expect(await forgetting([rows]).forget(now)).toEqual(new Map([['things', 2007]]))
    expect(asked).toEqual(Array(3).fill(['2026-03-01T00:00:00.000Z', 1000]))
  })

  test('of one kind that fails is told, and does not keep the others from being forgotten', async () => {
    const failing = old(
      'letters',
      inBatches(async () => {
        throw new Error('no ink')
      }),
    )
    const forgotten = await forgetting([
      failing,
      old(
        'answers',
        inBatches(async () => 3),
      ),
    ]).forget(0)
    expect(forgotten.get('answers')).toBe(3)
    expect(log).toEqual(['old letters were not forgotten: no ink'])
  })

  test('ends with the batch that runs when it is stopped', async () => {
    let batches = 0
    const endless = old(
      'things',
      inBatches(async () => {
        batches += 1
        if (batches === 2) stopped = all.stop()
        return 1000
      }),
    )
    const all = forgetting([endless, endless])
    let stopped: Promise<void> | undefined
    await all.forget(0)
    await stopped
    expect(batches).toBe(2)
  })
})
