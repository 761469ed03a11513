import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  endOfLog,
  type LogCursor,
  type LoggedRecord,
  readAfter,
  readHistory,
  readKindAfter,
  readThread,
} from '../../src/store/event-log.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { eventually } from '../support/until.ts'

let context: FreshContext
const open: pg.Client[] = []
beforeAll(async () => {
  context = await freshContext()
})
afterAll(async () => {
  await Promise.all(open.map((client) => client.end()))
  await context.drop()
})

async function connection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: context.url })
  open.push(client)
  await client.connect()
  return client
}

async function log(client: pg.Client, id: string, tenant = 'default', kind = 'Resource'): Promise<void> {
  await client.query(
    `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
     values ($2, $1, $3 || 'CreateEvent', $3, 'r-1', 1, 'thread', 'test', now(), '{}')`,
    [id, tenant, kind],
  )
}

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id)
const following = (cursor: LogCursor, limit = 100) => readAfter(context.database, cursor, limit)

/**
 * The events after a position once there are so many. What is readable waits for every transaction of the server
 * that was running before, those of other tests too.
 */
async function awaited(count: number, read: () => Promise<LoggedRecord[]>): Promise<LoggedRecord[]> {
  let events: LoggedRecord[] = []
  await eventually(async () => {
    events = await read()
    return events.length
  }).toBeGreaterThanOrEqual(count)
  return events
}

describe('a reader of the log', () => {
  test('skips no event that took its number first and was committed last', async () => {
    const [slow, quick] = [await connection(), await connection()]
    const start = await endOfLog(context.database)
    await slow.query('begin')
    await log(slow, 'slow')
    await log(quick, 'quick')
    expect(ids(await following(start))).toEqual([])
    await slow.query('commit')
    const events = await awaited(2, () => following(start))
    expect(ids(events)).toEqual(['slow', 'quick'])
    const [first, second] = events
    expect(Number(first?.cursor.seq)).toBeLessThan(Number(second?.cursor.seq))
    expect(ids(await following(second?.cursor ?? start))).toEqual([])
  })

  test('skips none either when the later number was committed and read in between', async () => {
    const [late, early, other] = [await connection(), await connection(), await connection()]
    const start = await endOfLog(context.database)
    // `late` takes its place in the order of transactions first, and its number last.
    await late.query('begin')
    await late.query('select pg_current_xact_id()')
    await log(early, 'early')
    let cursor = start
    const seen: string[] = []
    const readOn = async () => {
      const events = await following(cursor)
      seen.push(...ids(events))
      cursor = events.at(-1)?.cursor ?? cursor
    }
    await readOn()
    await log(late, 'late')
    await readOn()
    await log(other, 'other')
    await readOn()
    await late.query('commit')
    await awaited(3 - seen.length, () => following(cursor))
    await readOn()
    expect(seen.sort()).toEqual(['early', 'late', 'other'])
  })

  test('sees nothing of what was rolled back, and is not held up by it', async () => {
    const client = await connection()
    const start = await endOfLog(context.database)
    await client.query('begin')
    await log(client, 'undone')
    await client.query('rollback')
    await log(client, 'done')
    expect(ids(await awaited(1, () => following(start)))).toEqual(['done'])
  })

  test('reads on in pieces without repeating or leaving out any', async () => {
    const clients = await Promise.all(Array.from({ length: 5 }, connection))
    const start = await endOfLog(context.database)
    const wanted = clients.flatMap((_, index) => [1, 2, 3, 4, 5, 6].map((turn) => `${index}-${turn}`))
    const writing = Promise.all(
      clients.map(async (client, index) => {
        for (const turn of [1, 3, 5]) {
          await client.query('begin')
          await log(client, `${index}-${turn}`)
          await log(client, `${index}-${turn + 1}`)
          await client.query('commit')
        }
      }),
    )
    const seen: string[] = []
    let cursor = start
    const deadline = Date.now() + 15_000
    while (seen.length < wanted.length && Date.now() < deadline) {
      const events = await following(cursor, 4)
      seen.push(...ids(events))
      cursor = events.at(-1)?.cursor ?? cursor
    }
    await writing
    expect(ids(await following(cursor))).toEqual([])
    expect([...seen].sort()).toEqual(wanted)
    for (const [index] of clients.entries()) {
      const own = seen.filter((id) => id.startsWith(`${index}-`))
      expect(own).toEqual([...own].sort())
    }
  })

  test('may read the events of one kind only', async () => {
    const client = await connection()
    const start = await endOfLog(context.database)
    await log(client, 'a resource')
    await log(client, 'an order', 'default', 'ServiceOrder')
    await log(client, 'theirs', 'other')
    const all = await awaited(3, () => following(start))
    expect(ids(all)).toEqual(['a resource', 'an order', 'theirs'])
    const first = await readKindAfter(context.database, 'ServiceOrder', start, 10)
    expect(ids(first.records)).toEqual(['an order'])
    expect(BigInt(first.cursor.xid)).toBeGreaterThan(BigInt(start.xid))
    await log(client, 'a later order', 'default', 'ServiceOrder')
    const readOn = async () =>
      (await readKindAfter(context.database, 'ServiceOrder', first.cursor, 10)).records
    expect(ids(await awaited(1, readOn))).toEqual(['a later order'])
  })
})

test('a thread and a history are one tenant’s, in the order things happened', async () => {
  const client = await connection()
  await client.query('truncate event')
  for (const id of ['a', 'b', 'c']) await log(client, id)
  await log(client, 'd', 'other')
  expect(ids(await readThread(context.database, 'default', 'thread'))).toEqual(['a', 'b', 'c'])
  expect(ids(await readThread(context.database, 'default', 'thread', 2))).toEqual(['a', 'b'])
  expect(ids(await readHistory(context.database, 'default', 'Resource', 'r-1'))).toEqual(['a', 'b', 'c'])
  expect(await readHistory(context.database, 'default', 'Resource', 'r-2')).toEqual([])
})
