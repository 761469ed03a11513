import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { TroubleTicketApi } from '../../src/apis/tmf621-trouble-ticket/index.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const path = '/tmf-api/serviceOrdering/v4'
const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const documents = [
  ['openapi.json', 'application/json;charset=utf-8'],
  ['swagger.json', 'application/json;charset=utf-8'],
  ['postman.json', 'application/json;charset=utf-8'],
  ['postman-environment.json', 'application/json;charset=utf-8'],
  ['reference', 'text/html; charset=utf-8'],
  ['docs', 'text/html; charset=utf-8'],
  ['conformance', 'text/html; charset=utf-8'],
] as const

describe('a document of an API', () => {
  test.each(documents)('%s is answered as %s, and not again while it is the same', async (name, type) => {
    const url = `${server.url}${path}/${name}`
    const first = await send(url, { headers: browser })
    expect([first.status, first.headers.get('content-type')]).toEqual([200, type])
    expect(first.text).not.toMatch(/%(scheme|host|prefix)%/)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{16}"$/)
    const again = await send(url, { headers: { ...browser, 'If-None-Match': etag } })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
  })

  test('names the server as the client reached it, under another tag', async () => {
    const url = `${server.url}${path}/openapi.json`
    const one = await send(url)
    const other = await send(url.replace('127.0.0.1', 'localhost'))
    expect(one.body.servers).toEqual([{ url: server.url + path }])
    expect(other.body.servers).toEqual([{ url: server.url.replace('127.0.0.1', 'localhost') + path }])
    expect(other.headers.get('etag')).not.toBe(one.headers.get('etag'))
  })

  test('is refused to a client that does not take its type', async () => {
    for (const name of ['openapi.json', 'reference', 'conformance']) {
      const answer = await send(`${server.url}${path}/${name}`, { headers: { Accept: 'image/png' } })
      expect([answer.status, answer.body.code]).toEqual([406, 'notAcceptable'])
    }
  })

  test('is JSON or a page for conformance, as the client prefers', async () => {
    const profile = await send(`${server.url}${path}/conformance`)
    expect(profile.body).toMatchObject({ '@type': 'ConformanceProfile', number: 'TMF641', version: '4.1.0' })
    expect(profile.body.departure).toContainEqual({
      where: 'ServiceOrderItemRef.id',
      what: 'not enforced',
      reason: expect.any(String),
    })
    const order = profile.body.resource[0]
    expect(order.lifecycle).toMatchObject({ attribute: 'state', initial: 'acknowledged' })
    const mandatory = order.attribute.filter((each: { mandatoryOnCreate: boolean }) => each.mandatoryOnCreate)
    expect(mandatory.map(({ name }: { name: string }) => name)).toEqual(['serviceOrderItem'])
    expect(profile.headers.get('vary')).toBe('Accept')
  })
})

describe('a page', () => {
  test.each(['reference', 'docs', 'conformance'])('%s may run its own scripts only', async (name) => {
    const { headers } = await send(`${server.url}${path}/${name}`, { headers: browser })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['reference', 'docs', 'conformance'])('%s finds its styles and scripts here', async (name) => {
    const { text } = await send(`${server.url}${path}/${name}`, { headers: browser })
    const assets = [...text.matchAll(/"(\/apis\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(assets.length).toBeGreaterThan(1)
    for (const asset of assets) {
      const answer = await send(server.url + asset)
      expect([asset, answer.status]).toEqual([asset, 200])
      const type = answer.headers.get('content-type')
      expect(type).toMatch(/\.css$/.test(asset) ? /^text\/css/ : /^(text\/javascript|image\/svg)/)
      const again = { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } }
      expect((await send(server.url + asset, again)).status).toBe(304)
    }
  })
})

test('a file that is no asset is not served', async () => {
  for (const name of ['package.json', '..%2Fdocuments.ts', 'index.html']) {
    expect((await send(`${server.url}/apis/assets/${name}`)).status).toBe(404)
  }
})

describe('the description of an API', () => {
  test.each(apis.map((api) => [api.number, api.path]))('%s names the methods there are', async (_, base) => {
    const { body } = await send(`${server.url}${base}/openapi.json`)
    for (const [template, operations] of Object.entries(body.paths)) {
      const described = Object.keys(operations as object).map((method) => method.toUpperCase())
      const place = template.replace(/\{\w+\}/g, 'x')
      const { headers } = await send(`${server.url}${base}${place}`, { method: 'OPTIONS' })
      const offered = (headers.get('allow') ?? '').split(', ')
      expect([template, described.sort()]).toEqual([
        template,
        offered.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').sort(),
      ])
    }
  })

  test('lists the media types a PATCH takes', async () => {
    const { body } = await send(`${server.url}${path}/openapi.json`)
    const described = Object.keys(body.paths['/serviceOrder/{id}'].patch.requestBody.content)
    const { headers } = await send(`${server.url}${path}/serviceOrder/x`, { method: 'OPTIONS' })
    expect(described).toEqual(headers.get('accept-patch')?.split(', '))
  })
})

describe('the index', () => {
  test('lists every API with its documents', async () => {
    const { text } = await send(`${server.url}/apis`, { headers: browser })
    const list = await send(`${server.url}/apis`)
    expect(list.body.map(({ number }: { number: string }) => number)).toEqual(
      apis.map(({ number }) => number),
    )
    for (const { number, document } of list.body) {
      expect(text).toContain(`data-number="${number}"`)
      for (const { href } of document) expect(text).toContain(`"${href.slice(server.url.length)}"`)
    }
  })

  test('leads to documents that are there, in both generations', async () => {
    const list = await send(`${server.url}/apis`)
    const some = list.body.filter(({ number }: { number: string }) => ['TMF641', 'TMF649'].includes(number))
    expect(some).toHaveLength(2)
    for (const { href } of some.flatMap(({ document }: { document: object[] }) => document)) {
      expect([href, (await send(href, { method: 'HEAD', headers: browser })).status]).toEqual([href, 200])
    }
  })

  test('counts what is stored', async () => {
    const small = await startServer({ apis: [TroubleTicketApi] })
    try {
      const json = { description: 'No light', severity: 'minor', ticketType: 'fault' }
      const path = `${small.url}${TroubleTicketApi.path}/troubleTicket`
      expect((await send(path, { method: 'POST', json })).status).toBe(201)
      const { body } = await send(`${small.url}/apis`)
      expect(body[0].resource).toEqual([{ name: 'TroubleTicket', href: path, count: 1 }])
    } finally {
      await small.close()
    }
  })
})
