/** The kit finds fault with servers that are wrong in one thing, whatever that is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { conform } from '../../src/conform/run.ts'
import type { Verdict } from '../../src/conform/verdict.ts'
import type { Node } from '../../src/node.ts'
import { readSettings } from '../../src/settings.ts'
import { startNode } from '../../src/start.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { type Fault, startFaulty } from './faulty.ts'

const tickets = apis.filter(({ number }) => number === 'TMF621')

let fresh: FreshDatabase
let node: Node
beforeAll(async () => {
  fresh = await freshDatabase()
  const settings = ['--port', '0', '--no-seed', '--log-level', 'silent']
  node = await startNode(readSettings(settings, { DATABASE_URL: fresh.url }))
})
afterAll(async () => {
  await node.stop()
  await fresh.drop()
})

async function verdictsOn(fault: Fault, timeout = 5_000, of = tickets): Promise<Verdict[]> {
  const server = await startFaulty(node.url, fault)
  try {
    return await conform({ url: server.url, apis: of, timeout, listen: '127.0.0.1' })
  } finally {
    server.close()
  }
}

/** The checks that fail, without what they say of which thing. */
const failedOn = async (fault: Fault, timeout?: number) =>
  (await verdictsOn(fault, timeout)).filter(({ outcome }) => outcome === 'failed').map(({ check }) => check)

const isList = (path: string) => path.endsWith('/troubleTicket')
const isOne = (path: string) => /\/troubleTicket\/[^/]+$/.test(path)

/** Passes on without some parameters of the query. */
const without =
  (isMeant: (name: string) => boolean): Fault =>
  (request, passOn) => {
    const query = new URLSearchParams([...request.query].filter(([name]) => !isMeant(name)))
    return passOn({ ...request, query })
  }

/** Changes every document that is answered. */
const spoiling =
  (change: (document: Record<string, unknown>) => void): Fault =>
  async (request, passOn) => {
    const answer = await passOn(request)
    if (answer.status >= 300 || answer.body === '' || request.path.endsWith('/hub')) return answer
    const body = JSON.parse(answer.body)
    for (const document of [body].flat()) change(document)
    return { ...answer, body: JSON.stringify(body) }
  }

test('what is between changes nothing', async () => {
  const verdicts = await verdictsOn((request, passOn) => passOn(request))
  expect(verdicts.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(verdicts.length).toBeGreaterThan(25)
})

describe('a server', () => {
  test.each<[string, Fault, string[]]>([
    [
      'that ignores filters',
      without((name) => !['offset', 'limit', 'fields'].includes(name)),
      [
        'a filter by a text answers those that have the value, and no others',
        'a filter by a date answers those that have the value, and no others',
        'a filter by a value within a part answers those that have the value, and no others',
      ],
    ],
    [
      'that finds nothing by values within parts',
      async (request, passOn) => {
        const isNested = [...request.query.keys()].some((name) => name.includes('.'))
        return isNested && isList(request.path) ? { status: 200, body: '[]' } : passOn(request)
      },
      ['a filter by a value within a part answers those that have the value, and no others'],
    ],
    [
      'that ignores fields',
      without((name) => name === 'fields'),
      ['fields selects attributes of a list', 'fields selects attributes'],
    ],
    [
      'that ignores pages',
      without((name) => name === 'offset'),
      ['a page has as many documents as were asked for, and the counts in its headers are right'],
    ],
    [
      'that drops an attribute',
      spoiling((document) => {
        delete document.description
      }),
      ['a create keeps what was sent', 'a list is an array of valid documents'],
    ],
    [
      'whose values are of another kind',
      spoiling((document) => {
        document.creationDate = 'yesterday'
      }),
      ['a document is read by its id', 'a list is an array of valid documents'],
    ],
    [
      'that forgets changes',
      (request, passOn) =>
        request.method === 'PATCH' && !request.path.includes('unknown')
          ? passOn({ ...request, method: 'GET', body: '' })
          : passOn(request),
      ['a patch changes what it names and nothing else, and is read back'],
    ],
    [
      'that says a change was made and does not keep it',
      async (request, passOn) => {
        if (request.method !== 'PATCH' || request.path.includes('unknown')) return passOn(request)
        const before = await passOn({ ...request, method: 'GET', body: '' })
        const after = { ...JSON.parse(before.body), ...JSON.parse(request.body) }
        return { ...before, body: JSON.stringify(after) }
      },
      ['a patch changes what it names and nothing else, and is read back'],
    ],
    [
      'that does not delete',
      async (request, passOn) =>
        request.method === 'DELETE' && isOne(request.path) && !request.path.includes('unknown')
          ? { status: 204, body: '' }
          : passOn(request),
      ['a delete is answered with 204, and the document is gone'],
    ],
    [
      'that knows every id',
      async (request, passOn) =>
        request.path.includes('unknown') ? { status: 200, body: '{}' } : passOn(request),
      [
        'an unknown id is answered with 404',
        'a patch of an unknown id is answered with 404',
        'a delete of an unknown id is answered with 404',
      ],
    ],
    [
      'that takes anything',
      async (request, passOn) => {
        const answer = await passOn(request)
        return answer.status === 400 && request.method === 'POST' ? { ...answer, status: 201 } : answer
      },
      [
        'a create without a mandatory attribute is refused with 400',
        'a body that is no JSON is refused with 400',
        'a value of another type is refused with 400',
      ],
    ],
    [
      'whose errors say nothing',
      async (request, passOn) => {
        const answer = await passOn(request)
        return answer.status >= 400 ? { status: answer.status, body: '{"error":"no"}' } : answer
      },
      ['an unknown id is answered with 404', 'a body that is no JSON is refused with 400'],
    ],
    [
      'that does not know of methods',
      async (request, passOn) => {
        const answer = await passOn(request)
        return answer.status === 405 ? { ...answer, status: 404 } : answer
      },
      ['a method that is not offered is answered with 405 and those that are'],
    ],
    [
      'whose hub sends every event to everyone',
      (request, passOn) => {
        if (request.method !== 'POST' || !request.path.endsWith('/hub')) return passOn(request)
        const { query: _query, ...body } = JSON.parse(request.body)
        return passOn({ ...request, body: JSON.stringify(body) })
      },
      ['a subscriber that asks for one type of event hears of no other'],
    ],
    [
      'whose subscriptions do not end',
      async (request, passOn) =>
        request.method === 'DELETE' && request.path.includes('/hub/')
          ? { status: 204, body: '' }
          : passOn(request),
      ['a subscription ends with 204, and once'],
    ],
  ])('%s is found out', async (_what, fault, checks) => {
    const failed = await failedOn(fault)
    expect(failed).toEqual(expect.arrayContaining(checks))
    expect(failed.length).toBeLessThan(20)
  })

  test.each([
    ['because it once was', 1, 'passed'],
    ['whatever it is', Number.POSITIVE_INFINITY, 'failed'],
  ])(
    'that says of what is deleted that it is in use, %s: is tried with another',
    async (_why, times, outcome) => {
      let refused = 0
      const verdicts = await verdictsOn(
        async (request, passOn) => {
          const isMeant = request.method === 'DELETE' && /geographicSite\/(?!unknown)/.test(request.path)
          if (!isMeant || refused >= times) return passOn(request)
          refused += 1
          return { status: 409, body: '{"code":"inUse","reason":"In use"}' }
        },
        5_000,
        apis.filter(({ number }) => number === 'TMF674'),
      )
      const check = 'a delete is answered with 204, and the document is gone'
      expect(verdicts.find((verdict) => verdict.check === check)).toMatchObject({ outcome })
    },
  )

  test('that sends no events is found out, and not waited for again and again', async () => {
    const began = Date.now()
    const failed = await failedOn(async (request, passOn) => {
      if (request.path.endsWith('/hub')) {
        const { callback } = JSON.parse(request.body)
        return { status: 201, body: JSON.stringify({ id: callback, callback }) }
      }
      return passOn(request)
    }, 1_000)
    expect(failed).toEqual(
      expect.arrayContaining([
        'a subscriber is told of a create',
        'a subscriber is told of a change',
        'a subscriber is told of a removal',
      ]),
    )
    expect(Date.now() - began).toBeLessThan(20_000)
  })

  test('that never answers is given up after a few requests', async () => {
    const began = Date.now()
    const verdicts = await verdictsOn(() => new Promise(() => {}), 300)
    expect(verdicts.every(({ outcome }) => outcome === 'failed')).toBe(true)
    expect(verdicts.some(({ message }) => message?.includes('does not answer any more'))).toBe(true)
    expect(Date.now() - began).toBeLessThan(10_000)
  })
})
