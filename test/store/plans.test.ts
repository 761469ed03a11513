import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Database } from '../../src/store/database.ts'
import {
  appendSteps,
  claimDue,
  claimOwn,
  nextDue,
  planBody,
  releaseLeases,
  tenantsWithWork,
  wakePlan,
} from '../../src/store/plans.ts'
import { type Transaction, transaction } from '../../src/store/transaction.ts'
import { type FreshContext, freshContext } from '../support/context.ts'

let context: FreshContext
beforeAll(async () => {
  context = await freshContext()
})
afterAll(() => context.drop())
beforeEach(() => run('truncate plan'))

const now = () => new Date().toISOString()
const change = <T>(work: (tx: Transaction) => Promise<T>, tenant = 'default') =>
  transaction(context.database, { tenant, now }, work)
const run = (text: string, values: unknown[] = []) => change((tx) => tx.query({ text, values }))

/** Plans of a tenant, named 0, 1, 2 …, due so many seconds from now, one second apart. */
const plans = (tenant: string, count: number, seconds = -100_000) =>
  run(
    `insert into plan (tenant, kind, id, correlation_id, due)
     select $1, 'ServiceOrder', n::text, n::text, now() + ($3 + n) * interval '1 second'
     from generate_series(0, $2 - 1) as n`,
    [tenant, count, seconds],
  )

const idsOf = (claimed: readonly { readonly id: string }[]) => claimed.map(({ id }) => id)

describe('due plans', () => {
  test('are claimed in the order they are due, those to come are not', async () => {
    await plans('default', 3)
    await plans('default-later', 2, 1_000)
    await run(`update plan set tenant = 'default', id = 'later-' || id where tenant = 'default-later'`)
    expect(idsOf(await change((tx) => claimDue(tx, 10)))).toEqual(['0', '1', '2'])
    expect(idsOf(await change((tx) => claimDue(tx, 2)))).toEqual(['0', '1'])
  })

  test('are passed over while another holds them, without waiting', async () => {
    await plans('default', 10)
    await change(async (first) => {
      expect(idsOf(await claimDue(first, 4))).toEqual(['0', '1', '2', '3'])
      await change(async (second) => {
        expect(idsOf(await claimDue(second, 4))).toEqual(['4', '5', '6', '7'])
      })
    })
    expect(await change((tx) => claimDue(tx, 100))).toHaveLength(10)
  })

  test('are shared out by any number of nodes, each once', async () => {
    await plans('default', 200)
    const claimed: string[] = []
    const node = async () => {
      for (;;) {
        const mine = await change(async (tx) => {
          const due = await claimDue(tx, 7)
          for (const { kind, id, correlation_id, turn } of due) {
            tx.savePlan({ kind, id, correlation_id, turn: turn + 1, owner: null, due: null, body: null })
          }
          return idsOf(due)
        })
        if (mine.length === 0) return
        claimed.push(...mine)
      }
    }
    await Promise.all([node(), node(), node(), node()])
    expect(claimed).toHaveLength(200)
    expect(new Set(claimed).size).toBe(200)
  })
})

describe('the tenants with work', () => {
  test('are each named once, however many plans they have', async () => {
    for (const tenant of ['a', 'b', 'c']) await plans(tenant, 3_000)
    await plans('waiting', 3_000, 1_000)
    await run(
      `insert into plan (tenant, kind, id, correlation_id, due) values ('done', 'ServiceOrder', 'x', 'x', null)`,
    )
    expect(await tenantsWithWork(context.database)).toEqual(['a', 'b', 'c'])
  })

  test('are none when nothing is due', async () => {
    expect(await tenantsWithWork(context.database)).toEqual([])
    await plans('a', 10, 1_000)
    expect(await tenantsWithWork(context.database)).toEqual([])
  })

  test('include one with a single plan between those with thousands, and its plan is claimed at once', async () => {
    await plans('a', 5_000)
    await plans('m', 1)
    await plans('z', 5_000)
    expect(await tenantsWithWork(context.database)).toEqual(['a', 'm', 'z'])
    expect(idsOf(await change((tx) => claimDue(tx, 10), 'm'))).toEqual(['0'])
  })

  test('are found by leaps in the index, not by reading every plan', async () => {
    await plans('a', 20_000)
    await plans('b', 1)
    await run('analyze plan')
    // One connection only, so that who is asked to send its statistics is who has read.
    const database = new Database({ url: context.url, connections: 1 })
    const before = await indexReads(database)
    expect(await tenantsWithWork(database)).toEqual(['a', 'b'])
    const reads = (await indexReads(database)) - before
    await database.close()
    expect(reads).toBeGreaterThan(0)
    expect(reads).toBeLessThan(1_000)
  })
})

/** Entries of the index of due plans read so far. */
async function indexReads(database: Database): Promise<number> {
  // Of itself a connection sends its statistics once a second at most.
  await database.read({ text: 'select pg_stat_force_next_flush()' })
  const [row] = await database.read<{ reads: number }>({
    text: `select idx_tup_read::int as reads from pg_stat_user_indexes where indexrelname = 'plan_due'`,
  })
  return row?.reads ?? 0
}

describe('a plan', () => {
  const lease = (owner: string, turn: number) => ({
    ...{ kind: 'ServiceOrder', id: '0', correlation_id: '0', turn, owner, body: { step: 1 } },
    due: new Date(Date.now() + 60_000).toISOString(),
  })
  const own = (owner: string, turn: number) =>
    change((tx) => claimOwn(tx, owner, [{ kind: 'ServiceOrder', id: '0', turn }]))

  test('that a node works on is that node’s, in that turn', async () => {
    await change(async (tx) => tx.savePlan(lease('me', 3)))
    expect(await own('me', 3)).toMatchObject([{ id: '0', turn: 3, body: { step: 1 } }])
    expect(await own('me', 2)).toEqual([])
    expect(await own('other', 3)).toEqual([])
    expect(await change((tx) => claimOwn(tx, 'me', []))).toEqual([])
  })

  test('is given back when its node stops, and not before', async () => {
    await change(async (tx) => tx.savePlan(lease('me', 3)))
    await change((tx) => wakePlan(tx, 'ServiceOrder', '0'))
    expect(await tenantsWithWork(context.database)).toEqual([])
    await releaseLeases(context.database, 'other')
    expect(await tenantsWithWork(context.database)).toEqual([])
    await releaseLeases(context.database, 'me')
    expect(await tenantsWithWork(context.database)).toEqual(['default'])
    expect(await own('me', 3)).toEqual([])
  })

  test('that waits is due at once when it is woken', async () => {
    await plans('default', 1, 1_000)
    expect((await nextDue(context.database))?.getTime()).toBeGreaterThan(Date.now() + 900_000)
    await change((tx) => wakePlan(tx, 'ServiceOrder', '0'))
    expect(idsOf(await change((tx) => claimDue(tx, 1)))).toEqual(['0'])
  })
})

describe('steps that are added to a plan', () => {
  const step = (id: string) => ({ id, state: 'waiting' })
  const add = (id: string, ...names: string[]) =>
    change((tx) =>
      appendSteps(tx, { kind: 'Service', id, correlationId: id, body: { steps: names.map(step) } }),
    )
  const stepsOf = async (id: string) =>
    (
      (await change((tx) => planBody(tx, 'Service', id))) as { steps: { id: string }[] } | undefined
    )?.steps.map((each) => each.id)

  test('begin it, or come behind those it has', async () => {
    expect(await stepsOf('s')).toBeUndefined()
    await add('s', 'a')
    await add('s', 'b', 'c')
    expect(await stepsOf('s')).toEqual(['a', 'b', 'c'])
    expect(idsOf(await change((tx) => claimDue(tx, 9)))).toEqual(['s'])
  })

  test('are all there, however many add at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => String(index))
    await Promise.all(names.map((name) => add('many', name)))
    expect((await stepsOf('many'))?.sort()).toEqual(names.sort())
  })

  test('leave the lease of a node that works on it as it is', async () => {
    await add('s', 'a')
    await run(`update plan set owner = 'node', due = now() + interval '1 hour'`)
    await add('s', 'b')
    expect(await change((tx) => claimDue(tx, 9))).toEqual([])
    expect(await stepsOf('s')).toEqual(['a', 'b'])
  })
})
