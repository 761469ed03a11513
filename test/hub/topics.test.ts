import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Position } from '../../src/derive/arrange.ts'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import { parseSort } from '../../src/derive/sort.ts'
import { subscribe, subscriptionsWith } from '../../src/hub/subscriptions.ts'
import { eventBehaviours } from '../../src/hub/topics.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { list, read, walk } from '../../src/resources/read.ts'
import { remove } from '../../src/resources/remove.ts'
import { eventually } from '../support/until.ts'
import { apiOf, Bench, base, callerOf } from './bench.ts'
import { Receiver } from './receiver.ts'

let bench: Bench
beforeAll(async () => {
  const behaviours = new Map<string, Behaviour>()
  bench = await Bench.open(behaviours)
  for (const [kind, behaviour] of eventBehaviours(bench.context)) behaviours.set(kind, behaviour)
})
afterAll(() => bench.close())

async function events(topic: string, query = '', window = { offset: 0, limit: 100 }) {
  const page = bench.page('Event')
  const asked = { ...askedOf('Event', query), window, parent: topic }
  const { rows, total } = await list(bench.context, page, asked, callerOf())
  return { total, bodies: rows.map(({ id, text }) => ({ id, ...JSON.parse(text) })) }
}

function askedOf(name: string, query: string) {
  const page = bench.page(name)
  const parsed = parseQuery(query)
  return {
    filter: parseQueryFilter(page, parsed),
    sort: parseSort(page, parsed.parameters.get('sort') ?? []),
  }
}

/** The ids a list has when it is walked two rows at a time: there, and back from its end. */
async function walked(name: string, query: string, parent?: string): Promise<[string[], string[]]> {
  const page = bench.page(name)
  const step = (from: Position | undefined, isBackward: boolean) => {
    const asked = { ...askedOf(name, query), parent, isCounted: true }
    const window = { limit: 2, isBackward, ...(from ? { from } : {}) }
    return walk(bench.context, page, { ...asked, walk: window }, callerOf())
  }
  const there: string[] = []
  let found = await step(undefined, false)
  let last = found.rows.at(-1)?.position
  const { total } = found
  for (; found.rows.length > 0; found = await step(last, false)) {
    there.push(...found.rows.map(({ row }) => row.id))
    last = found.rows.at(-1)?.position
  }
  const back = there.slice(-1)
  for (found = await step(last, true); found.rows.length > 0; ) {
    back.unshift(...found.rows.map(({ row }) => row.id))
    found = await step(found.rows[0]?.position, true)
  }
  expect(total).toBe(there.length)
  return [there, back]
}

/** Waits until the log shows so many events: other databases of the same server may hold some back. */
const shows = (topic: string, query: string, count: number) =>
  eventually(async () => (await events(topic, query)).total).toBe(count)

describe('topics', () => {
  test('are all, one for each API, and those that are stored', async () => {
    const stored = await bench.create('Topic', { name: 'Fibre', contentQuery: 'serviceOrder.category=fibre' })
    const page = bench.page('Topic')
    const all = async (offset: number, limit: number) => {
      const { rows, total } = await list(
        bench.context,
        page,
        { filter: [], window: { offset, limit } },
        callerOf(),
      )
      return { total, ids: rows.map(({ id }) => id) }
    }
    const { ids, total } = await all(0, 1000)
    expect(ids).toEqual(expect.arrayContaining(['all', 'ServiceOrdering', 'ServiceInventory', stored.id]))
    expect(ids[0]).toBe('all')
    expect(ids.at(-1)).toBe(stored.id)
    expect(total).toBe(ids.length)
    expect((await all(total - 2, 5)).ids).toEqual(ids.slice(-2))
    expect((await all(1, 2)).ids).toEqual(ids.slice(1, 3))
    for (const query of ['', 'sort=-name', "filter=$[?(@.id!='all')]"]) {
      const asked = { ...askedOf('Topic', query), window: { offset: 0, limit: 1000 } }
      const listed = await list(bench.context, page, asked, callerOf())
      const names = listed.rows.map(({ id }) => id)
      expect([query, ...(await walked('Topic', query))]).toEqual([query, names, names])
    }
    const sorted = { ...askedOf('Topic', 'sort=-name'), window: { offset: 0, limit: 1000 } }
    const { rows } = await list(bench.context, page, sorted, callerOf())
    const names = rows.map(({ text }) => JSON.parse(text).name)
    expect(names).toEqual([...names].sort().reverse())
    const asked = askedOf('Topic', `href=${base}/tmf-api/event/v4/topic/ServiceOrdering`)
    const found = await list(bench.context, page, { ...asked, window: { offset: 0, limit: 9 } }, callerOf())
    expect(found.rows.map(({ id }) => id)).toEqual(['ServiceOrdering'])
    const named = await read(bench.context, page, { id: 'ServiceOrdering' }, callerOf())
    expect(JSON.parse(named.text).name).toBe('TMF641 Service Ordering')
  })

  test('that are built in cannot be deleted', async () => {
    const removal = remove(bench.context, bench.page('Topic'), { id: 'ServiceOrdering' }, callerOf())
    await expect(removal).rejects.toMatchObject({ code: 'resourceNotDeletable' })
  })

  test.each([
    [{ headerQuery: 'eventTyp=x' }, 'unknownQueryAttribute'],
    [{ headerQuery: 'serviceOrder.state=held' }, 'unknownQueryAttribute'],
    [{ contentQuery: 'eventType=ServiceOrderCreateEvent' }, 'unknownQueryAttribute'],
    [{ contentQuery: 'serviceOrder.state.foo=held' }, 'unknownOperator'],
    [{ headerQuery: "filter=serviceOrder[?(@.state=='held')]" }, 'unknownQueryAttribute'],
    [{ contentQuery: "filter=$[?(@.eventType=='x')]" }, 'unknownQueryAttribute'],
    [{ headerQuery: 'fields=eventId' }, 'invalidQuery'],
  ])('with the query %o are refused', async (query, code) => {
    await expect(bench.create('Topic', { name: 'wrong', ...query })).rejects.toMatchObject({ code })
  })
})

describe('the events of a topic', () => {
  const thread = { ...callerOf(), correlationId: 'corr-topics' }

  test('are those of the log that match it, oldest first, as TMF688 shows them', async () => {
    const order = await bench.order({ category: 'fibre' }, thread)
    await bench.change(order.id, { state: 'held' }, thread)
    await bench.create('Service', { serviceSpecification: { id: 'ss' }, state: 'designed' })
    const { total, bodies } = await events('all', 'correlationId=corr-topics')
    expect(total).toBe(2)
    expect(bodies[0]).toMatchObject({
      eventType: 'ServiceOrderCreateEvent',
      domain: 'ServiceOrdering',
      event: { serviceOrder: { id: order.id, category: 'fibre' } },
      source: {
        id: order.id,
        href: `/tmf-api/serviceOrdering/v4/serviceOrder/${order.id}`,
        '@referredType': 'ServiceOrder',
      },
      reportingSystem: { name: 'Goldthread' },
    })
    expect(bodies[0].id).toBe(bodies[0].eventId)
    await shows('ServiceOrdering', '', 2)
    await shows('ServiceInventory', '', 1)
    await shows('ServiceActivation', 'eventType=ServiceCreateEvent', 1)
    const [activation] = (await events('ServiceActivation')).bodies
    expect(activation.event.service.href).toContain('/ServiceActivationAndConfiguration/')
    expect(activation.domain).toBe('ServiceActivation')
    await shows('ProductOrdering', '', 0)
  })

  test.each([
    ['eventType=ServiceOrderStateChangeEvent', 1],
    ['eventType=ServiceOrderStateChangeEvent,ServiceOrderCreateEvent', 2],
    ['domain=ServiceInventory', 1],
    ['domain=ServiceInventory&eventType=ServiceOrderCreateEvent', 0],
    ['event.serviceOrder.state=held', 1],
    ['event.serviceOrder.category=fibre&domain=ServiceOrdering', 2],
    ['title=Service create', 1],
    ['correlationId=corr-topics&event.serviceOrder.state=held', 1],
    ['correlationId=corr-topics,unknown', 2],
    ['correlationId=unknown', 0],
    ['eventId=unknown', 0],
    ['eventType.ne=ServiceOrderCreateEvent&domain=ServiceOrdering', 1],
    ['eventType.endswith=CreateEvent&domain=ServiceOrdering', 1],
    ["filter=$[?(@.eventType=='ServiceOrderCreateEvent' && @.domain=='ServiceOrdering')]", 1],
  ])('are found by %s', async (query, count) => {
    await shows('all', query, count)
  })

  test('come page by page, with the number of all', async () => {
    const all = await events('all')
    const second = await events('all', '', { offset: 1, limit: 1 })
    expect(second).toEqual({ total: all.total, bodies: [all.bodies[1]] })
    const ofThread = await events('all', 'correlationId=corr-topics', { offset: 1, limit: 5 })
    expect(ofThread).toMatchObject({ total: 2, bodies: [{ eventType: 'ServiceOrderStateChangeEvent' }] })
  })

  test.each([
    '',
    'eventType=ServiceOrderStateChangeEvent,ServiceOrderCreateEvent',
    'correlationId=corr-topics',
    'title.contains=Service',
    'sort=-eventType',
  ])('are walked from cursor to cursor: %s', async (query) => {
    const ids = (await events('all', query)).bodies.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(1)
    expect(await walked('Event', query, 'all')).toEqual([ids, ids])
  })

  test('are sorted when that is asked', async () => {
    const { bodies } = await events('all', 'sort=-eventType')
    const types = bodies.map(({ eventType }) => eventType)
    expect(types).toEqual([...types].sort().reverse())
    expect(new Set(types).size).toBeGreaterThan(1)
  })

  test('are read one by one', async () => {
    const [first] = (await events('ServiceOrdering')).bodies
    const page = bench.page('Event')
    const at = (parent: string) => read(bench.context, page, { id: first.id, parent }, callerOf())
    expect(JSON.parse((await at('all')).text).eventId).toBe(first.id)
    await expect(at('ServiceInventory')).rejects.toMatchObject({ code: 'resourceNotFound' })
    await expect(at('nowhere')).rejects.toMatchObject({
      code: 'resourceNotFound',
      message: /topic 'nowhere'/,
    })
  })

  test('of a stored topic match both its queries', async () => {
    const { id } = await bench.create('Topic', {
      headerQuery: 'eventType=ServiceOrderStateChangeEvent',
      contentQuery: 'serviceOrder.category=fibre',
    })
    await shows(id, '', 1)
    await shows(id, 'correlationId=corr-topics', 1)
    await shows(id, 'eventType=ServiceOrderCreateEvent', 0)
    const other = await bench.create('Topic', {
      headerQuery: 'eventType.like=ServiceOrder*',
      contentQuery: "filter=serviceOrder[?(@.category=='fibre')]&serviceOrder.state.ne=held",
    })
    await shows(other.id, '', 1)
    await shows(other.id, 'eventType=ServiceOrderStateChangeEvent', 0)
  })

  test('are not looked through one by one when there are too many', async () => {
    await bench.sql(
      `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
       select 'default', 'e-many' || n, 'ProductCreateEvent', 'Product', 'p' || n, 1, 'c' || n, 'a', now(),
         json_build_object('id', 'p' || n) from generate_series(1, 10001) n`,
    )
    await shows('ProductInventory', '', 10_001)
    await expect(events('all', 'event.product.id=p1')).rejects.toMatchObject({ code: 'queryTooExpensive' })
    await shows('all', 'event.serviceOrder.state=held&domain=ServiceOrdering', 1)
    await shows('all', 'event.product.id=p1&correlationId=c1', 1)
  })
})

describe('an event from outside', () => {
  test('is logged, told to those who follow the topic, and found', async () => {
    const receiver = await Receiver.open()
    const hub = bench.start()
    const register = subscriptionsWith(hub.egress).subscribe
    const topics = { base, verdict: 'allowed', topic: 'ServiceOrdering' } as const
    await register(bench.context, apiOf('TMF688'), { callback: receiver.url }, topics, callerOf())
    const sent = {
      eventType: 'CraneMovedEvent',
      eventId: 'crane-1',
      eventTime: '2026-02-01T00:00:00Z',
      event: { crane: { id: 'c-7', height: 12 } },
    }
    const document = await bench.create('Event', sent, 'ServiceOrdering')
    expect(document).toMatchObject({ ...sent, id: 'crane-1', domain: 'ServiceOrdering' })
    expect(document.href).toBe('/tmf-api/event/v4/topic/ServiceOrdering/event/crane-1')
    const order = await bench.order()
    await receiver.has(2)
    const bodies = receiver.received.map(({ body }) => body)
    expect(bodies.find(({ eventType }) => eventType === 'CraneMovedEvent')).toMatchObject(sent)
    expect(bodies.find(({ eventType }) => eventType === 'ServiceOrderCreateEvent')).toMatchObject({
      source: { href: `${base}/tmf-api/serviceOrdering/v4/serviceOrder/${order.id}` },
    })
    await shows('ServiceOrdering', 'eventType=CraneMovedEvent', 1)
    await shows('all', 'event.crane.height=12&eventType=CraneMovedEvent', 1)
    await shows('all', 'eventId=crane-1', 1)
    await shows('ServiceInventory', 'eventType=CraneMovedEvent', 0)
    await bench.clean()
    await receiver.close()
  })

  test('gets an id when it has none, and may not take one that is taken', async () => {
    const first = await bench.create('Event', { eventType: 'A', event: {} }, 'all')
    expect(first.id).toMatch(/^e-/)
    await bench.create('Event', { eventType: 'A', eventId: 'mine' }, 'all')
    const [own] = (await events('ServiceOrdering')).bodies
    for (const eventId of ['mine', first.id, own.id]) {
      const again = bench.create('Event', { eventType: 'A', eventId }, 'all')
      await expect(again).rejects.toMatchObject({ code: 'duplicateId' })
    }
    const both = ['twin', 'twin'].map((eventId) => bench.create('Event', { eventType: 'A', eventId }, 'all'))
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ])
  })

  test('is refused by a topic that does not exist or would not show it', async () => {
    const { id } = await bench.create('Topic', { headerQuery: 'eventType=B' })
    const post = (topic: string) => bench.create('Event', { eventType: 'A' }, topic)
    await expect(post(id)).rejects.toMatchObject({ code: 'validationFailed' })
    await expect(post('nowhere')).rejects.toMatchObject({ code: 'resourceNotFound' })
    await bench.create('Event', { eventType: 'B' }, id)
  })
})

describe('an event from outside that another API shows under its name', () => {
  const reading = { eventType: 'IotDataEvent', eventId: 'reading-1', event: { reading: { litres: 12 } } }

  async function readings(query = '') {
    const asked = { ...askedOf('IotDataEvent', query), window: { offset: 0, limit: 10 } }
    const { rows, total } = await list(bench.context, bench.page('IotDataEvent'), asked, callerOf())
    return { total, ids: rows.map(({ id }) => id) }
  }

  test('is listed there, told to those who follow that API, and to no others', async () => {
    const receiver = await Receiver.open()
    const other = await Receiver.open()
    bench.start()
    const options = { base, verdict: 'allowed' } as const
    await subscribe(bench.context, apiOf('TMF908'), { callback: receiver.url }, options, callerOf())
    await subscribe(bench.context, apiOf('TMF641'), { callback: other.url }, options, callerOf())
    await bench.create('Event', { eventType: 'IotManagementEvent', eventId: 'moved-1' }, 'all')
    await bench.create('Event', { eventType: 'CraneMovedEvent', eventId: 'crane-2' }, 'all')
    await bench.create('Event', reading, 'all')
    await bench.order()
    await receiver.has(2)
    await other.has(1)
    expect(receiver.received.map(({ body }) => body)).toContainEqual(expect.objectContaining(reading))
    expect(receiver.received.map(({ body }) => body.eventType).sort()).toEqual([
      'IotDataEvent',
      'IotManagementEvent',
    ])
    expect(other.received.map(({ body }) => body.eventType)).toEqual(['ServiceOrderCreateEvent'])
    expect(await readings()).toEqual({ total: 1, ids: ['reading-1'] })
    expect(await readings('event.reading.litres.gt=20')).toEqual({ total: 0, ids: [] })
    const page = bench.page('IotDataEvent')
    const { text } = await read(bench.context, page, { id: 'reading-1' }, callerOf())
    expect(JSON.parse(text)).toMatchObject(reading)
    const unlike = read(bench.context, page, { id: 'crane-2' }, callerOf())
    await expect(unlike).rejects.toMatchObject({ code: 'resourceNotFound' })
    await bench.clean()
    await Promise.all([receiver.close(), other.close()])
  })
})

test('the hub of TMF688 itself tells of topics, and of nothing else', async () => {
  const receiver = await Receiver.open()
  bench.start()
  const register = (topic?: string) => {
    const options = { base, verdict: 'allowed', ...(topic === undefined ? {} : { topic }) } as const
    const body = { callback: `${receiver.url}/${topic ?? ''}` }
    return subscribe(bench.context, apiOf('TMF688'), body, options, callerOf())
  }
  await register()
  await register('all')
  await bench.order()
  const { id } = await bench.create('Topic', { name: 'Told of' })
  await remove(bench.context, bench.page('Topic'), { id }, callerOf())
  await receiver.has(5)
  await eventually(() => bench.pending()).toBe(0)
  const toldAt = (path: string) =>
    receiver.received.filter((one) => one.path === path).map(({ body }) => body.eventType)
  expect(toldAt('/').sort()).toEqual(['TopicCreateEvent', 'TopicDeleteEvent'])
  expect(toldAt('/all').sort()).toEqual(['ServiceOrderCreateEvent', 'TopicCreateEvent', 'TopicDeleteEvent'])
  await bench.clean()
  await receiver.close()
})

test('an event is the same at the hub of its API and at a topic, which says where it comes from besides', async () => {
  const receiver = await Receiver.open()
  bench.start()
  await bench.subscribe(`${receiver.url}/641`)
  const options = { base, verdict: 'allowed', topic: 'ServiceOrdering' } as const
  const body = { callback: `${receiver.url}/688`, query: 'eventType=ServiceOrderCreateEvent' }
  await subscribe(bench.context, apiOf('TMF688'), body, options, callerOf())
  const { id } = await bench.order({ description: 'told twice' })
  await receiver.has(2)
  const told = new Map(receiver.received.map(({ path, body }) => [path, body]))
  const { source, reportingSystem, ...same } = told.get('/688')
  expect(same).toEqual(told.get('/641'))
  expect([source.id, reportingSystem.name]).toEqual([id, 'Goldthread'])
  await shows('ServiceOrdering', `eventId=${same.eventId}`, 1)
  const [found] = (await events('ServiceOrdering', `eventId=${same.eventId}`)).bodies
  const href = base + found.event.serviceOrder.href
  expect({ ...found.event.serviceOrder, href }).toEqual(same.event.serviceOrder)
  await bench.clean()
  await receiver.close()
})

test('the hubs of a topic end with it', async () => {
  const { id } = await bench.create('Topic', { headerQuery: 'eventType=B' })
  const verbs = subscriptionsWith(bench.hub().egress)
  const api = apiOf('TMF688')
  const body = { callback: 'http://127.0.0.1:9/' }
  const options = { base, verdict: 'allowed', topic: id } as const
  const { id: hub } = await verbs.subscribe(bench.context, api, body, options, callerOf())
  const again = verbs.subscribe(bench.context, api, body, options, callerOf())
  await expect(again).rejects.toMatchObject({
    detail: { referenceError: `${base}/tmf-api/event/v4/topic/${id}/hub/${hub}` },
  })
  expect(await verbs.readSubscription(bench.context, api, hub, callerOf(), id)).toMatchObject({ id: hub })
  await remove(bench.context, bench.page('Topic'), { id }, callerOf())
  const found = verbs.readSubscription(bench.context, api, hub, callerOf(), id)
  await expect(found).rejects.toMatchObject({ code: 'resourceNotFound' })
})
