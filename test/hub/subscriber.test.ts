/** What a node knows of subscribers while it is told, at any moment, that it may be so no more. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { refuse } from '../../src/declare/index.ts'
import { type Subscriber, Subscribers } from '../../src/hub/subscriber.ts'
import type { Database } from '../../src/store/database.ts'
import { Bench } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterEach(() => bench.clean())
afterAll(() => bench.close())

const callback = 'http://127.0.0.1:9/events'

test('a subscriber is found, though what was known of it is forgotten meanwhile', async () => {
  const { id: first } = await bench.subscribe(`${callback}/1`)
  const { id: second } = await bench.subscribe(`${callback}/2`)
  const subscribers = new Subscribers(bench.context)
  await subscribers.find('default', [first])
  const finding = subscribers.find('default', [first, second])
  subscribers.clear()
  expect([...(await finding).keys()].sort()).toEqual([first, second].sort())
})

test('what was being read when it was to be forgotten is not kept', async () => {
  const { id } = await bench.subscribe(callback)
  const subscribers = new Subscribers(bench.context)
  const finding = subscribers.find('default', [id])
  subscribers.clear()
  await finding
  await bench.sql(`update subscription set secret = 'another'`)
  const found = (await subscribers.find('default', [id])).get(id) as Subscriber
  expect(found.row.secret).toBe('another')
})

test('a topic that cannot be read just now is not taken for one that is not there', async () => {
  const { id } = await bench.create('Topic', {
    name: 'Held',
    headerQuery: 'eventType=ServiceOrderCreateEvent',
  })
  const subscription = await bench.subscribe(callback, undefined, { api: 'TMF688', topic: id })
  const { database } = bench.context
  let isGone = true
  const read: Database['read'] = (query) =>
    isGone && query.text.includes('entity_topic')
      ? Promise.reject(refuse('unavailable', 'The database does not answer'))
      : database.read(query)
  const away = { read, hasTable: (kind: string) => database.hasTable(kind) } as Database
  const subscribers = new Subscribers({ ...bench.context, database: away })
  await expect(subscribers.find('default', [subscription.id])).rejects.toMatchObject({ code: 'unavailable' })
  isGone = false
  const found = await subscribers.find('default', [subscription.id])
  expect(found.get(subscription.id)).not.toBeInstanceOf(Error)
})
