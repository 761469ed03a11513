import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFixture, serviceOrders } from '../support/fixture.ts'
import { send, sendLines, sendPlain } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const path = `${serviceOrders}/so-1002`
let direct: TestServer
let proxied: TestServer
let named: TestServer

beforeAll(async () => {
  direct = await startServer()
  proxied = await startServer({ settings: { trustedProxies: ['10.0.0.0/8', '127.0.0.0/8', '::1'] } })
  named = await startServer({ settings: { publicUrl: 'https://public.example/bss' } })
  for (const { url } of [direct, proxied, named]) await importFixture(url)
})
afterAll(() => Promise.all([direct, proxied, named].map((server) => server.close())))

const hrefAt = async (server: TestServer, headers: Record<string, string>, target = path) =>
  (await sendPlain(server.url, `${target}?fields=none`, { headers })).body.href

describe('links lead back the way the client came', () => {
  test.each([
    ['api.example.com', 'http://api.example.com'],
    ['api.example.com:80', 'http://api.example.com'],
    ['api.example.com:8080', 'http://api.example.com:8080'],
    ['10.1.2.3:443', 'http://10.1.2.3:443'],
    ['[2001:db8::1]:8080', 'http://[2001:db8::1]:8080'],
    ['goldthread_1:8080', 'http://goldthread_1:8080'],
  ])('by the host %s', async (host, base) => {
    expect(await hrefAt(direct, { Host: host })).toBe(base + path)
  })

  test.each([
    [{ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'api.example.com' }, 'https://api.example.com'],
    [{ 'X-Forwarded-Proto': 'https' }, 'https://inner:8080'],
    [{ 'X-Forwarded-Host': 'a.example', 'X-Forwarded-Port': '8443' }, 'http://a.example:8443'],
    [{ 'X-Forwarded-Host': 'a.example:81', 'X-Forwarded-Port': '82' }, 'http://a.example:81'],
    [{ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '443' }, 'https://inner'],
    [{ 'X-Forwarded-Host': 'evil.example, api.example.com' }, 'http://api.example.com'],
    [{ 'X-Forwarded-Host': 'a.example', 'X-Forwarded-Prefix': '/bss/' }, 'http://a.example/bss'],
    [{ Forwarded: 'for=1.2.3.4;proto=https;host=api.example.com' }, 'https://api.example.com'],
    [{ Forwarded: 'for="[::1]";host="a.example:8443";proto=https' }, 'https://a.example:8443'],
    [
      { Forwarded: 'host=evil.example, for=1.1.1.1;host=b.example', 'X-Forwarded-Prefix': '/bss' },
      'http://b.example/bss',
    ],
    [{ Forwarded: 'host=b.example', 'X-Forwarded-Host': 'c.example' }, 'http://b.example'],
  ])('by the word of a trusted proxy: %j', async (headers, base) => {
    expect(await hrefAt(proxied, { Host: 'inner:8080', ...headers })).toBe(base + path)
  })

  test('also when the proxy leaves its prefix on the path', async () => {
    const headers = { Host: 'inner', 'X-Forwarded-Prefix': '/bss' }
    expect(await hrefAt(proxied, headers, `/bss${path}`)).toBe(`http://inner/bss${path}`)
  })

  test('and not by the word of anybody else', async () => {
    const headers = {
      Host: 'inner:8080',
      Forwarded: 'host=evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Prefix': '/evil',
    }
    expect(await hrefAt(direct, headers)).toBe(`http://inner:8080${path}`)
  })

  test('by the public URL whenever it is set', async () => {
    const headers = { Host: '!', 'X-Forwarded-Host': 'evil.example' }
    expect(await hrefAt(named, headers)).toBe(`https://public.example/bss${path}`)
    expect(await hrefAt(named, headers, `/bss${path}`)).toBe(`https://public.example/bss${path}`)
  })

  test('also in Location and Link', async () => {
    const headers = { Host: 'inner', 'X-Forwarded-Host': 'api.example.com', 'X-Forwarded-Prefix': '/bss' }
    const list = await sendPlain(proxied.url, `${serviceOrders}?limit=1`, { headers })
    expect(list.headers.get('link')).toContain(
      `<http://api.example.com/bss${serviceOrders}?offset=1&limit=1>; rel="next"`,
    )
  })
})

describe('a host no link can name', () => {
  test('is refused when there are two of them', async () => {
    const lines = [`GET ${path} HTTP/1.1`, 'Host: a.example', 'hOST: b.example', 'Connection: close']
    expect(await sendLines(direct.url, lines)).toMatch(/^HTTP\/1.1 400 [\s\S]*"code":"invalidHost"/)
  })

  test.each(['a b', 'a/b', 'evil"', 'user@host', '[::g]', 'a:99999', '-'])('%s is refused', async (host) => {
    const answer = await sendPlain(direct.url, path, { headers: { Host: host } })
    expect([answer.status, answer.body.code]).toEqual([400, 'invalidHost'])
  })

  test('is refused from a proxy too, like a prefix that is no path', async () => {
    const host = await sendPlain(proxied.url, path, { headers: { 'X-Forwarded-Host': 'a"b' } })
    expect([host.status, host.body.code]).toEqual([400, 'invalidHost'])
    const prefix = await sendPlain(proxied.url, path, { headers: { 'X-Forwarded-Prefix': '/a"b' } })
    expect([prefix.status, prefix.body.code]).toEqual([400, 'invalidHeader'])
  })
})

describe('a base path besides the canonical one', () => {
  let aliased: TestServer
  beforeAll(async () => {
    const basePathAliases = new Map([['/old/serviceOrdering/v4', '/tmf-api/serviceOrdering/v4']])
    aliased = await startServer({ settings: { basePathAliases } })
    await importFixture(aliased.url)
  })
  afterAll(() => aliased.close())

  test('leads to the same documents, whose links have the canonical one', async () => {
    const old = path.replace('/tmf-api', '/old')
    expect((await send(aliased.url + old)).body).toEqual((await send(aliased.url + path)).body)
    const list = await send(`${aliased.url}${old.replace('/so-1002', '')}?limit=1`)
    expect(list.headers.get('link')).toContain(
      `<${aliased.url}${serviceOrders}?offset=1&limit=1>; rel="next"`,
    )
    expect((await send(`${aliased.url}/old/serviceOrdering/v4`)).body['@type']).toBe('ApiRoot')
    expect((await send(`${aliased.url}/old/serviceOrdering/v45`)).status).toBe(404)
  })

  test.each([
    ['/a', '/tmf-api/nothing/v4', 'is the base path of no API'],
    ['/tmf-api', '/tmf-api/alarm/v4', 'is taken by'],
    ['/tmf-api/alarm/v4', '/tmf-api/alarm/v4', 'is taken by /tmf-api/alarm/v4'],
    ['/tmf-api/alarm/v4/alarm', '/tmf-api/alarm/v4', 'is taken by /tmf-api/alarm/v4'],
  ])('is refused at the start when it cannot be: %s for %s', async (alias, base, said) => {
    const starting = startServer({ settings: { basePathAliases: new Map([[alias, base]]) } })
    await expect(starting).rejects.toThrow(said)
  })
})
