import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Model } from '../../src/derive/model.ts'
import { createServer } from '../../src/http/server.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { Types } from '../../src/resources/types.ts'
import { readSettings } from '../../src/settings.ts'
import { forgetAnswers } from '../../src/store/answers.ts'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { Shelf, shelves, warehouse } from './shelf.ts'

let server: TestServer
let collection: string
/** What happens to a creation before it is committed, and after. */
let beforeCommit: () => Promise<void> | void
let afterCommit: () => void
const behaviour: Behaviour = {
  onCreate: async (work) => {
    work.tx.afterCommit(() => afterCommit())
    await beforeCommit()
  },
}

beforeAll(async () => {
  server = await startServer({ apis: [warehouse], behaviours: new Map([[Shelf.kind, behaviour]]) })
  collection = server.url + shelves
})
afterAll(() => server.close())
beforeEach(() => {
  beforeCommit = () => {}
  afterCommit = () => {}
})

let keys = 0
const newKey = () => `key-${keys++}`
const post = (key: string, json: unknown = { name: 'A' }, url = collection): Promise<Answer> =>
  send(url, { method: 'POST', json, headers: { 'Idempotency-Key': key } })
const count = async () => Number((await send(`${collection}?limit=0`)).headers.get('x-total-count'))
const answersKept = async () => {
  const text = 'select count(*)::int as count from answer'
  return (await server.context.database.read<{ count: number }>({ text }))[0]?.count
}

function expectReplay(answer: Answer, first: Answer): void {
  expect(answer.headers.get('idempotency-replayed')).toBe('true')
  expect([answer.status, answer.text]).toEqual([first.status, first.text])
  for (const name of ['location', 'etag', 'content-type']) {
    expect([name, answer.headers.get(name)]).toEqual([name, first.headers.get(name)])
  }
}

describe('a request that is repeated with its key', () => {
  test('is answered the same, and done once', async () => {
    const before = await count()
    const key = newKey()
    const first = await post(key)
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null])
    expectReplay(await post(key), first)
    expect(await count()).toBe(before + 1)
  })

  test('is the same in whatever order its members are sent', async () => {
    const key = newKey()
    const first = await post(key, { name: 'A', next: [{ id: '1', name: 'B' }] })
    expectReplay(await post(key, { next: [{ name: 'B', id: '1' }], name: 'A' }), first)
  })

  test('is answered as it was then, whatever has become of the document', async () => {
    const key = newKey()
    const first = await post(key)
    await send(first.body.href, { method: 'DELETE' })
    expectReplay(await post(key), first)
    expect((await send(first.body.href)).status).toBe(404)
  })

  test.each([
    ['PATCH', { label: 'x' }, { 'Content-Type': 'application/merge-patch+json' }],
    [
      'PATCH',
      [{ op: 'add', path: '/mark/-', value: { text: 'x' } }],
      { 'Content-Type': 'application/json-patch+json' },
    ],
    ['PATCH', {}, {}],
    ['PUT', { name: 'B', status: 'empty' }, {}],
    ['DELETE', undefined, {}],
  ])('by %s %j is done once', async (method, json, headers) => {
    const { href } = (await post(newKey())).body
    const sent = { method, json, headers: { ...headers, 'Idempotency-Key': newKey() } }
    const first = await send(href, sent)
    expect(first.status).toBeLessThan(300)
    expectReplay(await send(href, sent), first)
  })

  test('answers links by the way it comes', async () => {
    const key = newKey()
    await post(key)
    const { port } = new URL(collection)
    const again = await post(key, { name: 'A' }, `http://localhost:${port}${shelves}`)
    expect(again.headers.get('location')).toBe(again.body.href)
    expect(again.body.href).toContain(`http://localhost:${port}/`)
  })

  test('but another body, query or type is refused', async () => {
    const key = newKey()
    const { href } = (await post(key)).body
    const reused = [
      await post(key, { name: 'B' }),
      await post(key, { name: 'A' }, `${collection}?fields=name`),
    ]
    const patching = { method: 'PATCH', json: {}, headers: { 'Idempotency-Key': key } }
    await send(href, patching)
    const headers = { ...patching.headers, 'Content-Type': 'application/merge-patch+json' }
    reused.push(await send(href, { ...patching, headers }))
    for (const { status, body } of reused) {
      expect([status, body.code]).toEqual([409, 'idempotencyKeyReused'])
    }
  })

  test('is another request at another path, or by another method', async () => {
    const key = newKey()
    const one = await post(newKey())
    const other = await post(newKey())
    const headers = { 'Idempotency-Key': key }
    for (const { body } of [one, other]) {
      const answers = [
        await send(body.href, { method: 'PATCH', json: { label: 'x' }, headers }),
        await send(body.href, { method: 'DELETE', headers }),
      ]
      expect(answers.map((answer) => answer.headers.get('idempotency-replayed'))).toEqual([null, null])
    }
  })

  test.each(['', 'with blank', 'x'.repeat(256), 'caf\u00e9'])(
    '%j is refused when it is no key',
    async (key) => {
      const refused = await post(key)
      expect([refused.status, refused.body.code]).toEqual([400, 'invalidHeader'])
    },
  )

  test('and nested without end is refused before it is walked', async () => {
    const body = `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() }
    const refused = await send(collection, { method: 'POST', body, headers })
    expect([refused.status, refused.body.code]).toEqual([400, 'bodyTooDeep'])
  })
})

describe('a request whose answer never came', () => {
  test('because the connection broke after the commit is answered when it is repeated, by any node', async () => {
    const before = await count()
    const key = newKey()
    afterCommit = () => server.server.app.server.closeAllConnections()
    await expect(post(key)).rejects.toThrow()
    expect(await count()).toBe(before + 1)
    const { database, behaviours } = server.context
    const types = new Types(database, warehouse.resources)
    const context = { database, behaviours, model: new Model([warehouse]), types }
    const settings = { ...readSettings(['--port', '0', '--log-level', 'silent'], {}) }
    const noHub = {} as Parameters<typeof createServer>[2]['hub']
    const other = createServer(context, settings, { hub: noHub })
    const url = await other.listen()
    const again = await post(key, { name: 'A' }, url + shelves)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect((await send(again.body.href)).body).toEqual(again.body)
    expect(await count()).toBe(before + 1)
    await other.close()
  })

  test('because it was rolled back is done when it is repeated', async () => {
    const before = await count()
    const key = newKey()
    beforeCommit = () => {
      throw new Error('the node dies here')
    }
    expect((await post(key)).status).toBe(500)
    expect(await count()).toBe(before)
    beforeCommit = () => {}
    const again = await post(key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, null])
  })

  test('because it was refused is judged anew, with whatever body', async () => {
    const key = newKey()
    expect((await post(key, { nme: 'A' })).status).toBe(400)
    expect((await post(key, { name: 'A' })).status).toBe(201)
  })

  test('because it still runs is told to come back', async () => {
    const key = newKey()
    let release = () => {}
    const started = new Promise<void>((resolve) => {
      beforeCommit = () => {
        resolve()
        return new Promise((done) => {
          release = done
        })
      }
    })
    const first = post(key)
    await started
    const refused = await post(key)
    expect([refused.status, refused.body.code]).toEqual([409, 'idempotencyInProgress'])
    expect(refused.headers.get('retry-after')).toBe('1')
    release()
    const answer = await first
    expect(answer.status).toBe(201)
    expectReplay(await post(key), answer)
  })

  test('and that is sent many times at once is done once', async () => {
    const before = await count()
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(key)))
    const created = answers.filter(({ status }) => status === 201)
    expect(new Set(created.map(({ text }) => text)).size).toBe(1)
    expect(created.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toSatisfy(
      (statuses: Set<number>) =>
        statuses.has(201) && [...statuses].every((each) => each === 201 || each === 409),
    )
    expect(await count()).toBe(before + 1)
  })
})

describe('what is kept for repeats', () => {
  test('is nothing for a request without a key', async () => {
    const before = await answersKept()
    await send(collection, { method: 'POST', json: { name: 'A' } })
    expect(await answersKept()).toBe(before)
  })

  test('is done anew once it has run out', async () => {
    const key = newKey()
    const first = await post(key)
    await server.context.database.withWriter((client) =>
      client.query(`update answer set created = created - interval '25 hours'`),
    )
    const again = await post(key, { name: 'B' })
    expect([again.status, again.body.id === first.body.id]).toEqual([201, false])
    expectReplay(await post(key, { name: 'B' }), again)
  })

  test('is forgotten, the oldest first, so many at a time', async () => {
    const { database } = server.context
    await forgetAnswers(database, '9999-01-01T00:00:00Z', 100_000)
    expect(await answersKept()).toBe(0)
    const answers = [await post('old-1'), await post('old-2'), await post('old-3')]
    expect(await forgetAnswers(database, '2026-01-01T00:00:00Z', 10)).toBe(0)
    expect(await forgetAnswers(database, '9999-01-01T00:00:00Z', 2)).toBe(2)
    expectReplay(await post('old-3'), answers[2] as Answer)
    expect(await forgetAnswers(database, '9999-01-01T00:00:00Z', 2)).toBe(1)
  })
})
