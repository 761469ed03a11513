/** Documents shown with what they refer to (wire contract, section 8). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServiceOrder, ServiceOrderingApi } from '../../src/apis/tmf641-service-ordering/index.ts'
import { Client } from '../../src/client/index.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let orders: string
let services: string
let specifications: string
/** Ids by what they name. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  server = await startServer()
  orders = `${server.url}/tmf-api/serviceOrdering/v4/serviceOrder`
  services = `${server.url}/tmf-api/serviceInventory/v4/service`
  specifications = `${server.url}/tmf-api/serviceCatalogManagement/v4/serviceSpecification`
  ids.ada = await create(`${server.url}/tmf-api/party/v4/individual`, {
    givenName: 'Ada',
    familyName: 'Lovelace',
    relatedParty: [{ id: 'nobody', role: 'guardian' }],
  })
  await create(specifications, { id: 'ss-1', name: 'Fibre access', version: '1.0' })
  await create(specifications, {
    id: 'ss-1',
    name: 'Fibre access',
    version: '2.0',
    lifecycleStatus: 'Active',
  })
  ids.service = await create(services, {
    state: 'active',
    name: 'Line of Ada',
    serviceSpecification: { id: 'ss-1' },
    relatedParty: [{ id: ids.ada, role: 'user' }],
  })
  ids.order = await create(orders, {
    relatedParty: [
      { id: ids.ada, role: 'customer', name: 'A. Lovelace', '@referredType': 'Individual' },
      { id: 'gone', role: 'seller' },
    ],
    serviceOrderItem: [
      { id: '1', action: 'modify', service: { id: ids.service } },
      {
        id: '2',
        action: 'add',
        service: { id: ids.service, serviceSpecification: { id: 'ss-1', version: '1.0' } },
      },
    ],
  })
})
afterAll(() => server.close())

async function create(collection: string, json: unknown): Promise<string> {
  const created = await send(collection, { method: 'POST', json })
  expect([created.status, created.text]).toEqual([201, created.text])
  return created.body.id
}
const shown = async (query: string) => (await send(`${orders}/${ids.order}?${query}`)).body

describe('expanding references', () => {
  test('puts the resource in the place of its reference, and keeps what only the reference says', async () => {
    const { relatedParty, serviceOrderItem } = await shown('expand=relatedParty')
    expect(relatedParty).toEqual([
      {
        id: ids.ada,
        href: `${server.url}/tmf-api/party/v4/individual/${ids.ada}`,
        '@type': 'Individual',
        '@referredType': 'Individual',
        givenName: 'Ada',
        familyName: 'Lovelace',
        name: 'A. Lovelace',
        role: 'customer',
        status: 'initialized',
        relatedParty: [{ id: 'nobody', role: 'guardian' }],
      },
      { id: 'gone', role: 'seller' },
    ])
    expect(serviceOrderItem[0].service).toEqual({ id: ids.service })
  })

  test('goes through references on the way, and leaves a value that is given in full as it is', async () => {
    const { serviceOrderItem } = await shown('expand=serviceOrderItem.service.serviceSpecification')
    expect(serviceOrderItem[0].service).toMatchObject({
      name: 'Line of Ada',
      serviceSpecification: { name: 'Fibre access', version: '2.0' },
      relatedParty: [{ id: ids.ada, role: 'user' }],
    })
    expect(serviceOrderItem[1].service).toMatchObject({
      id: ids.service,
      serviceSpecification: { name: 'Fibre access', version: '1.0' },
    })
    expect(serviceOrderItem[1].service).not.toHaveProperty('name')
  })

  test('by depth takes all references, and with 2 those of what they name', async () => {
    const one = await shown('depth=1')
    expect(one.relatedParty[0]).toMatchObject({ givenName: 'Ada' })
    expect(one.serviceOrderItem[0].service).toMatchObject({ name: 'Line of Ada' })
    expect(one.serviceOrderItem[0].service.relatedParty).toEqual([{ id: ids.ada, role: 'user' }])
    const two = await shown('depth=2')
    expect(two.serviceOrderItem[0].service.relatedParty).toMatchObject([{ givenName: 'Ada', role: 'user' }])
    expect(await shown('depth=0')).toEqual(await shown(''))
    expect(await shown('expand=')).toEqual(await shown(''))
  })

  test('comes before the selection of attributes', async () => {
    const selected = await shown("expand=relatedParty&fields=relatedParty[?(@.role=='customer')].givenName")
    expect(selected.relatedParty).toEqual([{ id: ids.ada, givenName: 'Ada' }])
  })

  test('works in lists too, by offset and by cursor', async () => {
    for (const paging of ['limit=1', 'after=&limit=1']) {
      const list = await send(`${orders}?expand=relatedParty&fields=relatedParty.familyName&${paging}`)
      expect(list.body[0].relatedParty[0]).toEqual({ id: ids.ada, familyName: 'Lovelace' })
    }
  })

  test('is part of the typed client', async () => {
    const client = new Client(server.url).at(ServiceOrderingApi, ServiceOrder)
    const read = await client.read(ids.order ?? '', {
      expand: ['relatedParty'],
      fields: ['relatedParty.givenName'],
    })
    expect(read.relatedParty?.[0]).toMatchObject({ givenName: 'Ada' })
    for await (const listed of client.list({ depth: 1 })) {
      expect(listed.relatedParty?.[0]).toMatchObject({ givenName: 'Ada' })
    }
  })

  test('has an entity tag that changes with what is shown', async () => {
    const url = `${orders}/${ids.order}?expand=relatedParty`
    const before = (await send(url)).headers.get('etag') ?? ''
    expect(before).toMatch(/^"1-[0-9a-f]{8}"$/)
    expect((await send(url, { headers: { 'If-None-Match': before } })).status).toBe(304)
    const party = `${server.url}/tmf-api/party/v4/individual/${ids.ada}`
    await send(party, { method: 'PATCH', json: { middleName: 'King' } })
    const after = await send(url, { headers: { 'If-None-Match': before } })
    expect(after.status).toBe(200)
    expect(after.body.relatedParty[0].middleName).toBe('King')
    // The revision is still that of the order: a change may be made from what was read.
    const tag = after.headers.get('etag') ?? ''
    const change = { method: 'PATCH', json: { description: 'x' }, headers: { 'If-Match': tag } }
    expect((await send(`${orders}/${ids.order}`, change)).status).toBe(200)
  })

  test('puts in no more than 200 resources', async () => {
    const relatedParty = Array.from({ length: 205 }, (_, index) => ({ id: ids.ada, role: `r${index}` }))
    const id = await create(orders, {
      relatedParty,
      serviceOrderItem: [{ id: '1', action: 'add', service: {} }],
    })
    const read = await send(`${orders}/${id}?expand=relatedParty`)
    const names = read.body.relatedParty.map(({ givenName }: { givenName?: string }) => givenName ?? '')
    expect(names.filter(Boolean)).toHaveLength(200)
    expect(names.slice(200)).toEqual(['', '', '', '', ''])
  })
})

describe('an expansion that cannot be read is refused', () => {
  test.each([
    'expand=state',
    'expand=relatedPart',
    'expand=relatedParty.givenName',
    'expand=a.b.c.d.e.f.g.h.i.j.k',
    'expand=serviceOrderItem',
    `expand=${Array.from({ length: 21 }, () => 'relatedParty').join(',')}`,
    'depth=3',
    'depth=-1',
    'depth=one',
    'depth=1&depth=1',
  ])('%s', async (query) => {
    for (const url of [`${orders}/${ids.order}`, orders]) {
      const answer = await send(`${url}?${query}`)
      expect([answer.status, answer.body.code]).toEqual([400, 'invalidExpand'])
    }
  })

  test('with a hint at what was meant', async () => {
    const { message } = (await send(`${orders}?expand=relatedPart`)).body
    expect(message).toBe(
      "'relatedPart' in expand: no reference is at 'relatedPart'; did you mean 'relatedParty'?",
    )
  })
})
