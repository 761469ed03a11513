/** How many requests each client may make (wire contract, section 4). */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RateLimiter } from '../../src/http/rate-limit.ts'
import { serviceOrders } from '../support/fixture.ts'
import { send, sendPlain } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

describe('an allowance', () => {
  test('may be used up at once, and comes back evenly', () => {
    const limiter = new RateLimiter({ count: 3, per: 3000 })
    const told = [0, 0, 0, 0, 999, 1000, 1000, 4000].map((now) => limiter.take('a', now))
    expect(told.map(({ isAllowed }) => isAllowed)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      false,
      true,
    ])
    expect(told.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0, 0, 0, 2])
    expect(told.map(({ wait }) => wait)).toEqual([0, 0, 0, 1000, 1, 0, 1000, 0])
    expect(told.map(({ reset }) => reset)).toEqual([1000, 2000, 3000, 3000, 2001, 3000, 3000, 1000])
  })

  test('is each client’s own', () => {
    const limiter = new RateLimiter({ count: 1, per: 1000 })
    expect(['a', 'b', 'a', 'b'].map((client) => limiter.take(client, 0).isAllowed)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  const rates = fc.record({ count: fc.integer({ min: 1, max: 50 }), per: fc.constantFrom(1000, 60_000, 7) })

  test('is never exceeded, and whoever waits as told is allowed', () => {
    const gaps = fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { maxLength: 120 })
    fc.assert(
      fc.property(rates, gaps, (rate, pauses) => {
        const limiter = new RateLimiter(rate)
        const allowed: number[] = []
        let now = 0
        for (const pause of pauses) {
          now += pause
          const { isAllowed, wait } = limiter.take('a', now)
          if (!isAllowed) now += wait
          if (isAllowed || limiter.take('a', now).isAllowed) allowed.push(now)
          else expect.fail(`after a wait of ${wait} it is refused again`)
        }
        for (const [index, from] of allowed.entries()) {
          const until = allowed[index + 2 * rate.count]
          // The allowance and what has come back of it in a period: no more than twice as many within one.
          if (until !== undefined) expect(until - from).toBeGreaterThan(rate.per * (1 - 1e-6) - 1e-6)
        }
      }),
    )
  })

  test('is enough for whoever keeps to the rate, however many others there are', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 40 }), (rate, others) => {
        const limiter = new RateLimiter(rate)
        for (let n = 0; n < 300; n++) {
          const now = (n * rate.per) / rate.count
          for (let other = 0; other < others; other++) limiter.take(`other ${other}`, now)
          expect(limiter.take('a', now).isAllowed).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a server that limits its clients', () => {
  let server: TestServer
  beforeAll(async () => {
    const rateLimit = { count: 2, per: 3_600_000 }
    server = await startServer({ settings: { rateLimit, trustedProxies: ['127.0.0.0/8', '10.0.0.0/8'] } })
  })
  afterAll(() => server.close())

  const from = (headers: Record<string, string>, target = `${serviceOrders}?limit=0`) =>
    sendPlain(server.url, target, { headers })

  test('tells how much is left, refuses what is more, and for how long', async () => {
    const answers = []
    for (let n = 0; n < 3; n++) answers.push(await from({ 'X-Forwarded-For': '192.0.2.1' }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    const limits = answers.map(({ headers }) =>
      ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-rate-limit-${name}`)),
    )
    expect(limits).toEqual([
      ['2', '1', '1800'],
      ['2', '0', '3600'],
      ['2', '0', '3600'],
    ])
    const [, , refused] = answers
    expect(refused?.headers.get('retry-after')).toBe('1800')
    expect(refused?.body).toEqual({
      '@type': 'Error',
      code: 'rateLimited',
      reason: 'Too many requests',
      message: 'You may make 2 requests in 3600 s; wait 1800 s',
      status: '429',
    })
  })

  test.each([
    [{ 'X-Forwarded-For': '192.0.2.9, 192.0.2.2' }, { 'X-Forwarded-For': '192.0.2.8, 192.0.2.2' }],
    [{ 'X-Forwarded-For': '192.0.2.3, 10.1.1.1' }, { 'X-Forwarded-For': '192.0.2.3:4711' }],
    [{ Forwarded: 'for=192.0.2.4;proto=https, for=10.0.0.1' }, { Forwarded: 'For="192.0.2.4:80"' }],
    [{ Forwarded: 'for="[2001:db8:0:7::1]:80"' }, { 'X-Forwarded-For': '2001:db8::7:ffff:0:0:2' }],
    [{ 'X-Forwarded-For': '10.0.0.8' }, { 'X-Forwarded-For': '10.0.0.8, 10.0.0.9' }],
  ])('takes %j and %j for the same client', async (one, other) => {
    expect((await from(one)).headers.get('x-rate-limit-remaining')).toBe('1')
    expect((await from(other)).headers.get('x-rate-limit-remaining')).toBe('0')
    expect((await from(one)).status).toBe(429)
  })

  test('answers those who watch it, and does not count what leads nowhere', async () => {
    const client = { 'X-Forwarded-For': '192.0.2.5' }
    for (const target of ['/health/live', '/health/ready', '/metrics']) {
      for (let n = 0; n < 3; n++) expect((await from(client, target)).status).toBe(200)
    }
    for (let n = 0; n < 3; n++) expect((await from(client, '/nowhere')).status).toBe(404)
    expect((await from(client)).headers.get('x-rate-limit-remaining')).toBe('1')
  })

  test('believes nobody but its proxies', async () => {
    const strict = await startServer({ settings: { rateLimit: { count: 1, per: 3_600_000 } } })
    const asked = (client: string) =>
      send(`${strict.url}${serviceOrders}?limit=0`, { headers: { 'X-Forwarded-For': client } })
    expect([(await asked('192.0.2.1')).status, (await asked('192.0.2.2')).status]).toEqual([200, 429])
    await strict.close()
  })
})
