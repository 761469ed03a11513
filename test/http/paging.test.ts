/** Cursors and ranges (wire contract, section 7). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceOrders } from '../support/fixture.ts'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
/** On a database of its own. */
let other: TestServer
let orders: string

const item = (id: string, quantity: number) => ({
  id,
  action: 'add',
  quantity,
  service: { serviceSpecification: { id: 'ss-1' } },
})

/** Every third order has no category, every fourth no date, and many are alike. */
const order = (number: number) => ({
  '@type': 'ServiceOrder',
  id: `so-${String(number).padStart(2, '0')}`,
  state: number % 2 === 0 ? 'held' : 'inProgress',
  description: number % 5 === 0 ? `𝄞${number % 3}` : `text ${number % 7}`,
  ...(number % 3 === 0 ? {} : { category: `c${number % 4}` }),
  ...(number % 4 === 0 ? {} : { orderDate: `2026-03-01T09:00:00.00000${number % 6}+0${number % 3}:00` }),
  serviceOrderItem: [item('1', number % 6), item('2', number % 9)],
})

const bring = async (url: string, json: readonly object[]) => {
  const brought = await send(`${url}/goldthread/v1/import`, { method: 'POST', json })
  expect([brought.status, brought.body.errorItem]).toEqual([200, undefined])
}

beforeAll(async () => {
  ;[server, other] = await Promise.all([startServer(), startServer()])
  orders = server.url + serviceOrders
  await bring(
    server.url,
    Array.from({ length: 23 }, (_, index) => order(index)),
  )
})
afterAll(() => Promise.all([server.close(), other.close()]))

const idsOf = ({ body }: Answer): string[] => body.map(({ id }: { id: string }) => id)

const linksOf = ({ headers }: Answer): Record<string, string> => {
  const links = (headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([a-z]+)"/g)
  return Object.fromEntries([...links].map(([, url = '', rel = '']) => [rel, url]))
}

const cursorIn = (url: string | undefined) => /[?&](?:after|before)=([^&]*)/.exec(url ?? '')?.[1] ?? ''

/** All pages of a walk, following one relation. */
async function walked(url: string, relation: 'next' | 'prev'): Promise<Answer[]> {
  const pages: Answer[] = []
  for (let next: string | undefined = url; next; next = linksOf(pages.at(-1) as Answer)[relation]) {
    pages.push(await send(next))
    expect(pages.at(-1)?.status).toBeLessThan(300)
    expect(pages.length).toBeLessThan(50)
  }
  return pages
}

test('the number of all is exact, whether a page shows the end of the list or not', async () => {
  for (const offset of [0, 1, 22, 23, 24, 100]) {
    for (const limit of [0, 1, 22, 23, 24]) {
      const page = await send(`${orders}?offset=${offset}&limit=${limit}`)
      const shown = Math.max(0, Math.min(limit, 23 - offset))
      const { headers } = page
      expect([idsOf(page).length, headers.get('x-total-count')]).toEqual([shown, '23'])
    }
  }
  const none = await send(`${orders}?state=rejected`)
  expect([none.body, none.headers.get('x-total-count')]).toEqual([[], '0'])
})

describe('a walk by cursors', () => {
  test.each([
    '',
    'sort=category',
    'sort=-category',
    'sort=orderDate',
    'sort=-orderDate,description',
    'sort=description',
    'sort=-description,-category',
    'sort=category,-orderDate,-serviceOrderItem.quantity',
    'sort=-serviceOrderItem[1].quantity,state',
    'sort=@type,-id',
    'sort=note.text',
    'state=held&sort=-category',
    "filter=serviceOrderItem[?(@.quantity>1&&@.action=='add')]&&sort=-category,orderDate&category.isnull=false",
  ])('sees every row once and in order, there and back: %s', async (query) => {
    const all = idsOf(await send(`${orders}?limit=1000&${query}`))
    expect(all.length).toBeGreaterThan(5)
    const there = await walked(`${orders}?${query}&after=&limit=4`, 'next')
    expect(there.flatMap(idsOf)).toEqual(all)
    const back = await walked(linksOf(there.at(-1) as Answer).prev ?? '', 'prev')
    const shown = back.reverse().flatMap(idsOf)
    expect(shown).toEqual(all.slice(0, shown.length))
    expect(shown.length).toBe(all.length - idsOf(there.at(-1) as Answer).length)
  })

  test('tells where it is, and counts only when that is preferred', async () => {
    const first = await send(`${orders}?after=&limit=10&fields=state`)
    expect(first.status).toBe(206)
    expect(first.headers.get('x-total-count')).toBeNull()
    expect(first.headers.get('x-result-count')).toBe('10')
    expect(first.headers.get('content-range')).toBe('items 0-9/*')
    expect(Object.keys(linksOf(first)).sort()).toEqual(['next', 'self'])
    expect(linksOf(first).self).toBe(`${orders}?fields=state&after=&limit=10`)
    const second = await send(linksOf(first).next ?? '', { headers: { Prefer: 'wait=5, count=exact' } })
    expect(second.headers.get('x-total-count')).toBe('23')
    expect(second.headers.get('content-range')).toBe('items 10-19/23')
    expect(Object.keys(linksOf(second)).sort()).toEqual(['next', 'prev', 'self'])
    expect(second.body[0].description).toBeUndefined()
    const last = await send(linksOf(second).next ?? '')
    expect(last.headers.get('content-range')).toBe('items 20-22/*')
    expect(Object.keys(linksOf(last)).sort()).toEqual(['prev', 'self'])
    const back = await send(linksOf(last).prev ?? '')
    expect([back.headers.get('content-range'), idsOf(back)]).toEqual(['items 10-19/*', idsOf(second)])
    const whole = await send(`${orders}?after=`)
    expect([whole.status, whole.headers.get('content-range'), idsOf(whole).length]).toEqual([200, null, 23])
    const none = await send(`${orders}?after=&state=done`)
    expect([none.status, none.body, none.headers.get('link')]).toEqual([200, [], null])
  })

  test('sees each surviving row once while others come and go', async () => {
    const url = other.url + serviceOrders
    await bring(
      other.url,
      Array.from({ length: 12 }, (_, index) => order(index)),
    )
    for (const sort of ['', '&sort=-category', '&sort=category']) {
      const seen: string[] = []
      let next: string | undefined = `${url}?after=&limit=3${sort}`
      for (let round = 0; next; round++) {
        const page: Answer = await send(next)
        seen.push(...idsOf(page))
        next = linksOf(page).next
        if (round > 2) continue
        await bring(other.url, [{ ...order(20 + round), id: `new${sort.length}-${round}` }])
        // The edge of the next page itself goes.
        const gone = idsOf(page).at(-1)
        const { context } = other
        await context.database.withWriter((client) =>
          client.query('delete from entity where id = $1', [gone]),
        )
      }
      expect([sort, new Set(seen).size]).toEqual([sort, seen.length])
      const left = idsOf(await send(`${url}?limit=1000`)).filter((id) => !id.startsWith('new'))
      expect(left.filter((id) => !seen.includes(id))).toEqual([])
    }
  })

  test('goes on at no node of another database', async () => {
    const cursor = cursorIn(linksOf(await send(`${orders}?after=&limit=5`)).next)
    const elsewhere = await send(`${other.url}${serviceOrders}?after=${cursor}`)
    expect([elsewhere.status, elsewhere.body.code]).toEqual([400, 'invalidCursor'])
  })

  test('is refused with a cursor that was changed, or is of another list', async () => {
    const cursor = cursorIn(linksOf(await send(`${orders}?after=&limit=5&state=held&sort=category`)).next)
    const asked = (query: string) => send(`${orders}?${query}`)
    expect((await asked(`after=${cursor}&state=held&sort=category`)).status).toBe(206)
    // The parameters may come in another order, and the page may have another size.
    expect((await asked(`sort=category&limit=2&state=held&after=${cursor}&fields=id`)).status).toBe(206)
    const flipped = (index: number) => {
      const character = cursor[index] === 'A' ? 'B' : 'A'
      return cursor.slice(0, index) + character + cursor.slice(index + 1)
    }
    const changed = Array.from(cursor, (_, index) => flipped(index))
    for (const wrong of [...changed, cursor.slice(0, -1), `${cursor}A`, 'x', '=', '.', 'AAAA'.repeat(20)]) {
      const list = await asked(`after=${wrong}&state=held&sort=category`)
      expect([wrong, list.status, list.body.code]).toEqual([wrong, 400, 'invalidCursor'])
    }
    for (const query of [
      'state=held',
      'state=held&sort=-category',
      'sort=category',
      'state=done&sort=category',
    ]) {
      expect([query, (await asked(`after=${cursor}&${query}`)).body.code]).toEqual([query, 'invalidCursor'])
    }
    const flows = await send(
      `${server.url}/tmf-api/resourceOrderingManagement/v4/resourceOrder?after=${cursor}`,
    )
    expect(flows.body.code).toBe('invalidCursor')
  })

  test.each([
    ['after=&offset=1', 'invalidPaging'],
    ['after=&before=x', 'invalidPaging'],
    ['after=&after=', 'invalidPaging'],
    ['after=&limit=x', 'invalidPaging'],
    ['before=', 'invalidCursor'],
  ])('?%s is refused', async (query, code) => {
    const list = await send(`${orders}?${query}`)
    expect([list.status, list.body.code]).toEqual([400, code])
  })

  test('is refused where what it is sorted by is too long for a cursor', async () => {
    await bring(other.url, [{ ...order(90), description: 'x'.repeat(5000) }, order(91)])
    const list = await send(`${other.url}${serviceOrders}?after=&limit=1&sort=-description&id=so-90,so-91`)
    expect([list.status, list.body.code]).toEqual([400, 'invalidSort'])
  })

  test('goes through the parts of a document too', async () => {
    const addresses = `${server.url}/tmf-api/geographicAddressManagement/v4/geographicAddress`
    const parts = ['c', 'a', 'b', 'd'].map((name, index) => ({
      id: String(index + 1),
      name,
      subUnitNumber: 'x',
    }))
    await bring(server.url, [
      { '@type': 'GeographicAddress', id: 'a-1', city: 'Ulm', geographicSubAddress: parts },
    ])
    const sub = `${addresses}/a-1/geographicSubAddress`
    const names = (answer: Answer) => answer.body.map(({ name }: { name: string }) => name).join('')
    expect(names(await send(`${sub}?sort=name&offset=1&limit=2`))).toBe('bc')
    expect(names(await send(`${sub}?name.gt=a&filter=$[?(@.subUnitNumber=='x')]`))).toBe('cbd')
    expect((await walked(`${sub}?after=&limit=3&sort=-name`, 'next')).map(names)).toEqual(['dcb', 'a'])
  })
})

describe('a Range header', () => {
  const ranged = (range: string, query = '') => send(`${orders}?${query}`, { headers: { Range: range } })

  test('asks for a part as offset and limit do', async () => {
    const list = await ranged('items=5-9', 'sort=-category')
    expect([list.status, list.headers.get('content-range'), idsOf(list).length]).toEqual([
      206,
      'items 5-9/23',
      5,
    ])
    expect(idsOf(list)).toEqual(idsOf(await send(`${orders}?sort=-category&offset=5&limit=5`)))
    expect(linksOf(list).next).toBe(`${orders}?sort=-category&offset=10&limit=5`)
    const rest = await ranged('items=20-')
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'items 20-22/23'])
    const whole = await ranged('items=0-99')
    expect([whole.status, whole.headers.get('content-range')]).toEqual([200, null])
  })

  test('beyond the end cannot be satisfied', async () => {
    const list = await ranged('items=23-30')
    expect([list.status, list.body.code, list.headers.get('content-range')]).toEqual([
      416,
      'rangeNotSatisfiable',
      'items */23',
    ])
    expect((await ranged('items=0-9', 'state=done')).status).toBe(416)
    expect((await ranged('items=100001-100002')).body.code).toBe('offsetTooLarge')
  })

  test.each(['bytes=0-9', 'items=9-5', 'items=-5', 'items=0-1,3-4', 'items=x'])(
    '%s is ignored',
    async (range) => {
      expect([(await ranged(range)).status, (await ranged(range)).body.length]).toEqual([200, 23])
    },
  )

  test('gives way to offset, limit and cursors', async () => {
    expect((await ranged('items=5-9', 'limit=2')).headers.get('content-range')).toBe('items 0-1/23')
    expect((await ranged('items=50-99', 'after=&limit=2')).headers.get('content-range')).toBe('items 0-1/*')
  })
})
