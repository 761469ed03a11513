import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WorkOrder } from '../../src/apis/tmf697-work-order/work-order.ts'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import { Technician, type TechnicianOptions } from '../../src/network/technician.ts'
import type { Caller } from '../../src/resources/caller.ts'
import { create } from '../../src/resources/create.ts'
import { patch } from '../../src/resources/patch.ts'
import { read } from '../../src/resources/read.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { eventually } from '../support/until.ts'

const tenant = 'default'
const moves: string[] = []
const technicians: Technician[] = []
let context: FreshContext

beforeAll(async () => {
  context = await freshContext(
    new Map([
      [
        'WorkOrder',
        { onChange: async (_work, before, after) => void moves.push(`${before.state} ${after.state}`) },
      ],
    ]),
  )
})
afterEach(async () => {
  for (const technician of technicians.splice(0)) await technician.stop()
  moves.length = 0
  vi.restoreAllMocks()
})
afterAll(() => context.drop())

function start(options: Partial<TechnicianOptions> = {}): Technician {
  const technician = new Technician(context, { delay: 0, ...options })
  technicians.push(technician)
  technician.start()
  return technician
}

function caller(correlationId: string): Caller {
  return { tenant, actor: 'orchestrator', correlationId, rights: new Set(['client', 'engine']) }
}

async function place(correlationId = 'so-2026-00789'): Promise<string> {
  const body = {
    description: 'Install the ONT',
    workOrderItem: [
      {
        id: '1',
        action: 'add',
        state: 'acknowledged',
        work: { name: 'Connect the ONT', state: 'acknowledged' },
        workOrderItem: [{ id: '1', action: 'add', state: 'cancelled' }],
      },
    ],
  }
  const { document } = await create(context, WorkOrder, body, caller(correlationId))
  return document.id
}

async function find(id: string): Promise<JsonObject> {
  const { text } = await read(context, WorkOrder, { id }, caller('test'))
  return JSON.parse(text)
}

async function change(id: string, changes: JsonObject): Promise<Document> {
  const { document } = await patch(context, WorkOrder, { id }, changes, caller('test'))
  return document
}

async function untilState(id: string, state: string): Promise<JsonObject> {
  await eventually(async () => (await find(id)).state).toBe(state)
  return find(id)
}

async function movesOf(id: string): Promise<string[]> {
  const history = await readHistory(context.database, tenant, 'WorkOrder', id)
  return history
    .filter(({ type }) => type === 'WorkOrderStateChangeEvent')
    .map(({ actor, correlationId, resource }) => `${actor} ${correlationId} ${resource.state}`)
}

test('a new work order is taken up and completed, with its items and a note', async () => {
  start()
  const id = await place()
  const done = await untilState(id, 'completed')
  expect(done).toMatchObject({
    note: { author: 'technician', text: 'ONT installed and tested' },
    startDate: expect.any(String),
    completionDate: expect.any(String),
    workOrderItem: [
      { state: 'completed', work: { state: 'completed' }, workOrderItem: [{ state: 'cancelled' }] },
    ],
  })
})

test('every move is told on the thread of the work order and followed up like a patch', async () => {
  start()
  const id = await place('so-thread')
  await untilState(id, 'completed')
  expect(await movesOf(id)).toEqual(['technician so-thread inProgress', 'technician so-thread completed'])
  expect(moves).toEqual(['acknowledged inProgress', 'inProgress completed'])
})

test('a visit takes its time', async () => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const waited: number[] = []
  start({ delay: 3_600_000, wait: (milliseconds) => arrival.then(() => waited.push(milliseconds)) })
  const id = await place()
  await untilState(id, 'inProgress')
  expect(waited).toEqual([])
  arrive()
  await untilState(id, 'completed')
  expect(waited).toEqual([3_600_000])
})

test('work orders left open are found at start, on their own threads', async () => {
  const untouched = await place('so-untouched')
  const begun = await place('so-begun')
  await change(begun, { state: 'inProgress' })
  start()
  await untilState(untouched, 'completed')
  await untilState(begun, 'completed')
  expect(await movesOf(begun)).toContain('technician so-begun completed')
})

test('a technician that stops leaves the visit to the next one', async () => {
  const first = start({ delay: 3_600_000 })
  const id = await place()
  await untilState(id, 'inProgress')
  await first.stop()
  expect((await find(id)).state).toBe('inProgress')
  start()
  await untilState(id, 'completed')
})

test('several technicians do every work order once', async () => {
  for (const _ of [1, 2, 3]) start()
  const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => place(`so-${index}`)))
  for (const [index, id] of ids.entries()) {
    await untilState(id, 'completed')
    expect(await movesOf(id)).toEqual([
      `technician so-${index} inProgress`,
      `technician so-${index} completed`,
    ])
  }
})

test('a held work order is left alone, and taken up again when it goes on', async () => {
  const complaints: string[] = []
  let visits = 0
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const wait = () => {
    visits += 1
    return arrival
  }
  start({ delay: 1, wait, log: (message) => complaints.push(message) })
  const id = await place()
  await untilState(id, 'inProgress')
  await change(id, { state: 'held' })
  const reads = vi.spyOn(context.database, 'read')
  arrive()
  // The technician comes to close the work order, is told that somebody has changed it, and reads it again.
  await eventually(() => reads.mock.settledResults).toContainEqual({
    type: 'fulfilled',
    value: [expect.objectContaining({ id })],
  })
  expect((await find(id)).state).toBe('held')
  await change(id, { state: 'inProgress' })
  await untilState(id, 'completed')
  expect(visits).toBe(2)
  expect(complaints).toEqual([])
})

test('a change somebody makes during the visit is kept', async () => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  start({ delay: 1, wait: () => arrival })
  const id = await place()
  await untilState(id, 'inProgress')
  await change(id, { description: 'Ring the second bell' })
  arrive()
  expect(await untilState(id, 'completed')).toMatchObject({ description: 'Ring the second bell' })
})

test('an event held back by an older transaction is still seen soon', async () => {
  const looks = looksIntoTheLog()
  start()
  await eventually(looks).toContain('fulfilled')
  const client = new pg.Client({ connectionString: context.url })
  await client.connect()
  await client.query('begin')
  await client.query('select pg_current_xact_id()')
  const id = await place()
  const earlier = looks().length
  await eventually(() => looks().slice(earlier)).toContain('fulfilled')
  expect((await find(id)).state).toBe('acknowledged')
  await client.query('commit')
  await client.end()
  await untilState(id, 'completed')
})

/** How far each look into the event log has come, from now on. */
function looksIntoTheLog(): () => string[] {
  const { mock } = vi.spyOn(context.database, 'readAll')
  const isLook = (index: number) => mock.calls[index]?.[0].some(({ name }) => name === 'event horizon')
  return () => mock.settledResults.filter((_, index) => isLook(index)).map(({ type }) => type)
}
