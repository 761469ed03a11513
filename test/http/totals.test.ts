/** What a list says of itself when it is empty, short, just full or one too long (wire contract, sections 7 and 27.5). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { shelves, warehouse } from './shelf.ts'

const limit = 3
let server: TestServer
let all: string
beforeAll(async () => {
  server = await startServer({ apis: [warehouse], settings: { defaultLimit: limit } })
  all = server.url + shelves
  // As many of each colour as its name says.
  for (const [index, colour] of [
    'one',
    'three',
    'three',
    'three',
    'four',
    'four',
    'four',
    'four',
  ].entries()) {
    const made = await send(all, { method: 'POST', json: { name: `${index}`, colour } })
    expect(made.status).toBe(201)
  }
})
afterAll(() => server.close())

interface Told {
  readonly status: number
  readonly count: number
  readonly total: number | null
  readonly range?: string
  /** The paging of each link. */
  readonly links: Readonly<Record<string, string>>
}

const toldBy = ({ status, headers, body }: Answer): Told => {
  const total = headers.get('x-total-count')
  const range = headers.get('content-range')
  const links = [...(headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([a-z]+)"/g)]
  expect(headers.get('x-result-count')).toBe(String(body.length))
  expect(headers.get('accept-ranges')).toBe('items')
  return {
    status,
    count: body.length,
    total: total === null ? null : Number(total),
    ...(range === null ? {} : { range }),
    links: Object.fromEntries(
      links.map(([, url = '', rel = '']) => [
        rel,
        url.replace(/^.*\?colour=\w+&/, '').replace(/=[\w-]{20,}/, '=…'),
      ]),
    ),
  }
}

const page = (offset: number) => `offset=${offset}&limit=${limit}`
const only = { self: page(0), first: page(0), last: page(0) }
const firstOfTwo = { self: page(0), first: page(0), next: page(3), last: page(3) }
const lastOfTwo = { self: page(3), first: page(0), prev: page(0), last: page(3) }
const nothing = { status: 200, count: 0, total: 0, links: {} }

describe.each([
  ['which was asked for without a page', '', {}],
  ['of which a page was asked for', '&limit=3', {}],
  ['of which a range was asked for', '', { Range: 'items=0-2' }],
] as const)('a list %s', (_what, query, headers: Record<string, string>) => {
  const isPlain = query === '' && headers.Range === undefined
  test.each([
    ['one', { status: 200, count: 1, total: 1, links: only }],
    ['three', { status: 200, count: 3, total: 3, links: only }],
    [
      'four',
      isPlain
        ? { status: 200, count: 3, total: 4, links: firstOfTwo }
        : { status: 206, count: 3, total: 4, range: 'items 0-2/4', links: firstOfTwo },
    ],
  ] as const)('of %s', async (colour, told) => {
    expect(toldBy(await send(`${all}?colour=${colour}${query}`, { headers }))).toEqual(told)
  })
})

test.each(['', '&limit=3', '&offset=3&limit=3', '&after=&limit=3&'])(
  'a list of none, asked for with "%s"',
  async (query) => {
    const answer = await send(`${all}?colour=none${query}`, { headers: { Prefer: 'count=exact' } })
    expect(toldBy(answer)).toEqual(nothing)
  },
)

test('a range of a list of none cannot be satisfied', async () => {
  const answer = await send(`${all}?colour=none`, { headers: { Range: 'items=0-2' } })
  expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'items */0'])
})

test.each([
  ['one', 'offset=1', { status: 200, count: 0, total: 1, links: { ...only, self: page(1), prev: page(0) } }],
  ['four', 'offset=3', { status: 206, count: 1, total: 4, range: 'items 3-3/4', links: lastOfTwo }],
  [
    'four',
    'offset=4',
    { status: 200, count: 0, total: 4, links: { ...lastOfTwo, self: page(4), prev: page(1) } },
  ],
  ['four', 'limit=4', { status: 200, count: 4, total: 4, links: mapped(only, 4) }],
  ['four', 'limit=0', { status: 200, count: 0, total: 4, links: { self: 'offset=0&limit=0' } }],
] as const)('the shelves of %s with %s', async (colour, query, told) => {
  expect(toldBy(await send(`${all}?colour=${colour}&${query}`))).toEqual(told)
})

test.each([
  ['one', { status: 200, count: 1, total: null, links: { self: 'after=&limit=3' } }],
  ['three', { status: 200, count: 3, total: null, links: { self: 'after=&limit=3' } }],
  [
    'four',
    {
      status: 206,
      count: 3,
      total: null,
      range: 'items 0-2/*',
      links: { self: 'after=&limit=3', next: 'after=…&limit=3' },
    },
  ],
] as const)('a walk begins through the shelves of %s', async (colour, told) => {
  expect(toldBy(await send(`${all}?colour=${colour}&after=&limit=3`))).toEqual(told)
})

function mapped(links: Readonly<Record<string, string>>, to: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(links).map(([rel, paging]) => [rel, paging.replace(`limit=${limit}`, `limit=${to}`)]),
  )
}
