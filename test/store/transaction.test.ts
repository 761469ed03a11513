import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuse } from '../../src/declare/index.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { type Transaction, transaction } from '../../src/store/transaction.ts'
import type { LoggedEvent, PlanRow, Row } from '../../src/store/writes.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { type FreshContext, freshContext } from '../support/context.ts'

let context: FreshContext
beforeAll(async () => {
  context = await freshContext()
})
afterAll(() => context.drop())

const now = '2026-03-01T09:00:00.000Z'
const scope = { tenant: 'default', now: () => now }
const change = <T>(work: (tx: Transaction) => Promise<T>) => transaction(context.database, scope, work)

const row = (id: string, more: Partial<Row> = {}): Row => ({
  ...{ kind: 'Resource', id, revision: 1, doc: { name: id }, parent: null },
  ...more,
})
const event = (id: string): LoggedEvent => ({
  ...{ id: `e-${id}`, type: 'ResourceCreateEvent', kind: 'Resource', entity_id: id, revision: 1 },
  ...{ correlation_id: id, actor: 'test', time: now, resource: { id } },
})
const plan = (id: string, more: Partial<PlanRow> = {}): PlanRow => ({
  ...{ kind: 'Resource', id, correlation_id: id, turn: 0, owner: null, due: now, body: null },
  ...more,
})

/** What is stored of a document, its event and its plan. */
async function traces(id: string) {
  const { database } = context
  const documents = await database.read<{ revision: number; name: string }>({
    text: `select revision, doc->>'name' as name from entity where kind = 'Resource' and id = $1`,
    values: [id],
  })
  const plans = await database.read<{ turn: number }>({
    text: 'select turn from plan where id = $1',
    values: [id],
  })
  const events = await readHistory(database, 'default', 'Resource', id)
  return { documents: documents.length, events: events.length, plans: plans.length }
}
const nothing = { documents: 0, events: 0, plans: 0 }
const everything = { documents: 1, events: 1, plans: 1 }

function writeAll(tx: Transaction, id: string): void {
  tx.insert(row(id))
  tx.log(event(id))
  tx.savePlan(plan(id))
}

describe('a change is written as a whole', () => {
  test('document, event and plan, in a transaction that read nothing', async () => {
    await change(async (tx) => writeAll(tx, 'blind'))
    expect(await traces('blind')).toEqual(everything)
  })

  test('and in one that read before', async () => {
    await change(async (tx) => {
      expect(await tx.load([{ kind: 'Resource', id: 'reading' }], { lock: true })).toEqual([])
      writeAll(tx, 'reading')
    })
    expect(await traces('reading')).toEqual(everything)
  })

  test('all of it at the same moment', async () => {
    await change(async (tx) => writeAll(tx, 'moment'))
    const [times] = await context.database.read({
      text: `select created, updated, time from entity join event on entity_id = entity.id where entity.id = 'moment'`,
    })
    expect(times).toEqual({ created: new Date(now), updated: new Date(now), time: new Date(now) })
  })

  test('and followed up only then', async () => {
    const followed: string[] = []
    await change(async (tx) => {
      tx.afterCommit(() => followed.push('done'))
      expect(followed).toEqual([])
    })
    expect(followed).toEqual(['done'])
    const failed = change(async (tx) => {
      tx.afterCommit(() => followed.push('never'))
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(followed).toEqual(['done'])
  })
})

describe('a change that fails leaves no trace', () => {
  const failures: [string, (tx: Transaction) => Promise<unknown> | undefined][] = [
    [
      'because a plan cannot be written',
      async (tx) => tx.savePlan(plan('failing', { due: 'never', kind: 'Other' })),
    ],
    ['because an event cannot be written', async (tx) => tx.log({ ...event('failing'), time: 'never' })],
    ['because a document exists', async (tx) => tx.insert(row('taken'))],
    ['because no table holds its kind', async (tx) => tx.insert(row('failing', { kind: 'Nothing' }))],
    ['because a statement fails', (tx) => tx.query({ text: 'select 1/0' })],
    [
      'because the work is given up after a statement',
      async (tx) => {
        await tx.query({ text: `update entity set revision = 9 where id = 'taken'` })
        throw new Error('given up')
      },
    ],
  ]

  test.each(failures)('%s', async (_why, fail) => {
    await change(async (tx) => {
      if ((await tx.load([{ kind: 'Resource', id: 'taken' }], { lock: false })).length === 0)
        tx.insert(row('taken'))
    })
    for (const reads of [false, true]) {
      const failed = change(async (tx) => {
        if (reads) await tx.query({ text: 'select 1' })
        writeAll(tx, 'failing')
        await fail(tx)
      })
      await expect(failed).rejects.toThrow()
      expect(await traces('failing')).toEqual(nothing)
      expect(await traces('taken')).toEqual({ documents: 1, events: 0, plans: 0 })
    }
  })

  test('and leaves its connection fit for the next', async () => {
    for (let count = 0; count < 20; count++) {
      await expect(change((tx) => tx.query({ text: 'select 1/0' }))).rejects.toThrow('division by zero')
    }
    await change(async (tx) => writeAll(tx, 'after'))
    expect(await traces('after')).toEqual(everything)
  })

  test('as it was refused, whatever the refusal speaks of', async () => {
    const refusal = refuse('stateTransitionNotAllowed', 'it may move to terminated')
    expect(
      await rejectionOf(
        change(async () => {
          throw refusal
        }),
      ),
    ).toBe(refusal)
  })

  test('when the database goes away meanwhile, as unavailable', async () => {
    const refusal = await rejectionOf(
      change(async (tx) => {
        writeAll(tx, 'gone')
        await tx.query({ text: 'select pg_terminate_backend(pg_backend_pid())' })
      }),
    )
    expect([refusal.code, refusal.detail.headers]).toEqual(['unavailable', { 'Retry-After': '2' }])
    expect(await traces('gone')).toEqual(nothing)
  })
})

describe('transactions at the same time', () => {
  test('that lock each other out are tried again until both are done', { timeout: 20_000 }, async () => {
    await change(async (tx) => {
      for (const id of ['left', 'right']) tx.insert(row(id))
    })
    let attempts = 0
    let arrived = 0
    let openGate = () => {}
    const gate = new Promise<void>((resolve) => {
      openGate = resolve
    })
    const lockBoth = (first: string, second: string) =>
      change(async (tx) => {
        attempts += 1
        const [one] = await tx.load([{ kind: 'Resource', id: first }], { lock: true })
        arrived += 1
        if (arrived >= 2) openGate()
        await gate
        const [other] = await tx.load([{ kind: 'Resource', id: second }], { lock: true })
        for (const locked of [one, other]) if (locked) tx.update({ ...locked, revision: locked.revision + 1 })
      })
    await Promise.all([lockBoth('left', 'right'), lockBoth('right', 'left')])
    expect(attempts).toBe(3)
    const rows = await change((tx) =>
      tx.load(
        ['left', 'right'].map((id) => ({ kind: 'Resource', id })),
        { lock: false },
      ),
    )
    expect(rows.map(({ revision }) => revision)).toEqual([3, 3])
  })

  test('that lock many documents in any order do not lock each other out', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => ({ kind: 'Resource', id: `many-${index}` }))
    await change(async (tx) => {
      for (const { id } of keys) tx.insert(row(id))
    })
    let attempts = 0
    const orders = Array.from({ length: 12 }, (_, turn) => [
      ...keys.slice(turn * 2),
      ...keys.slice(0, turn * 2),
    ])
    await Promise.all(
      orders.map((order) =>
        change(async (tx) => {
          attempts += 1
          for (const locked of await tx.load(order, { lock: true })) {
            tx.update({ ...locked, revision: locked.revision + 1 })
          }
        }),
      ),
    )
    expect(attempts).toBe(12)
    const rows = await change((tx) => tx.load(keys, { lock: false }))
    expect(new Set(rows.map(({ revision }) => revision))).toEqual(new Set([13]))
  })

  test('of other tenants do not see each other', async () => {
    await change(async (tx) => writeAll(tx, 'mine'))
    const other = { ...scope, tenant: 'other' }
    const seen = await transaction(context.database, other, (tx) =>
      tx.load([{ kind: 'Resource', id: 'mine' }], { lock: true }),
    )
    expect(seen).toEqual([])
    await transaction(context.database, other, async (tx) => tx.insert(row('mine')))
  })
})
