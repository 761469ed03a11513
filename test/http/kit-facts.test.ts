/**
 * Where the official kits are more liberal or stricter than the files (wire contract, section 28): each fact holds for a
 * node as it starts, with its sample data and its network.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Node } from '../../src/node.ts'
import { readSettings } from '../../src/settings.ts'
import { startNode } from '../../src/start.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { type Answer, send } from '../support/http.ts'
import { eventually } from '../support/until.ts'

let fresh: FreshDatabase
let node: Node
beforeAll(async () => {
  fresh = await freshDatabase()
  const args = ['--port', '0', '--log-level', 'silent', '--technician-delay', '3600000']
  node = await startNode(readSettings(args, { DATABASE_URL: fresh.url }))
})
afterAll(async () => {
  await node.stop()
  await fresh.drop()
})

const at = (path: string) => `${node.url}/tmf-api/${path}`
const get = (path: string) => send(at(path))
const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  send(at(path), { method: 'POST', json, headers })
const refusal = (code: string) => ({ code, status: '400' })

const validations = 'geographicAddressManagement/v4/geographicAddressValidation'
const unknownPlace = { city: 'Nowhere', streetName: 'Lost Lane', streetNr: '1' }

/** Where somebody lives, as the sample has it. */
async function knownPlace(): Promise<Record<string, string>> {
  const [address] = (await get('geographicAddressManagement/v4/geographicAddress?limit=1')).body
  const { streetNr, streetName, streetType, postcode, city } = address
  return { streetNr, streetName, streetType, postcode, city }
}

const validated = async (place: object, provideAlternative: boolean, headers = {}) =>
  (await post(validations, { provideAlternative, submittedGeographicAddress: place }, headers)).body

interface Fact {
  readonly api: string
  readonly is: string
  readonly create: () => Promise<Answer>
  readonly status?: number
  readonly body: unknown
}

const modem = { productOffering: { id: 'modem' } }
const product = { id: '1', requestedProduct: modem, quantityRequested: { amount: 1, units: 'piece' } }
const stock = {
  productStockStatusType: 'available',
  stockedProduct: modem,
  productStockLevel: { amount: 9, units: 'piece' },
}

const facts: readonly Fact[] = [
  {
    api: 'TMF639',
    is: 'a resource is created without id and href, which are given to it',
    create: () => post('resourceInventoryManagement/v4/resource', { name: 'Port 7' }),
    body: { id: expect.any(String), href: expect.stringContaining('/resource/'), name: 'Port 7' },
  },
  {
    api: 'TMF683',
    is: 'an interaction is opened, and took place just now, where nothing else is said',
    create: () =>
      post('partyInteraction/v4/partyInteraction', {
        direction: 'inbound',
        reason: 'Question',
        channel: [{ id: 'c-1', name: 'shop', role: 'where it was' }],
      }),
    body: { status: 'opened', interactionDate: { startDateTime: expect.stringMatching(/^\d{4}-.*Z$/) } },
  },
  {
    api: 'TMF683',
    is: 'an interaction keeps the status and the time that are sent',
    create: () =>
      post('partyInteraction/v4/partyInteraction', {
        direction: 'inbound',
        reason: 'Question',
        channel: [{ id: 'c-1', name: 'shop', role: 'where it was' }],
        status: 'completed',
        interactionDate: { startDateTime: '2026-03-01T09:00:00Z' },
      }),
    body: { status: 'completed', interactionDate: { startDateTime: '2026-03-01T09:00:00Z' } },
  },
  {
    api: 'TMF670',
    is: 'a method may be of a type that the file leaves out',
    create: () => post('paymentMethod/v4/paymentMethod', { '@type': 'BankAccountDebit', name: 'Giro' }),
    body: { '@type': 'BankAccountDebit', name: 'Giro' },
  },
  {
    api: 'TMF677',
    is: 'what was consumed is a list',
    create: () => post('usageConsumption/v4/queryUsageConsumption', {}),
    body: { usageConsumption: expect.any(Array) },
  },
  {
    api: 'TMF679',
    is: 'a qualification whose state is sent is refused',
    create: () =>
      post('productOfferingQualification/v4/productOfferingQualification', { state: 'acknowledged' }),
    status: 400,
    body: refusal('attributeNotAllowedOnCreate'),
  },
  {
    api: 'TMF687',
    is: 'how far a reservation is, is told by the server, whatever is sent',
    create: async () => {
      await post('stock/v4/productStock', stock)
      return post('stock/v4/reserveProductStock', {
        reserveProductStockState: 'terminatedWithError',
        reserveProductStockItem: [product],
      })
    },
    body: { reserveProductStockState: 'done' },
  },
  {
    api: 'TMF687',
    is: 'a reservation is taken without its state',
    create: () => post('stock/v4/reserveProductStock', { reserveProductStockItem: [product] }),
    body: { reserveProductStockState: expect.any(String) },
  },
]

describe('what is created', () => {
  test.each(facts.map((fact) => [fact.api, fact.is, fact] as const))('%s: %s', async (_api, _is, fact) => {
    const { create, status = 201, body } = fact
    const answer = await create()
    expect([answer.status, answer.text]).toEqual([status, answer.text])
    expect(answer.body).toMatchObject(body as object)
    if (status === 201) expect((await send(answer.body.href)).body).toMatchObject(body as object)
  })
})

describe('TMF673: an address that is checked', () => {
  test('and known is answered at once, with others that are near when they are asked for', async () => {
    const place = await knownPlace()
    const found = await validated(place, true)
    expect(found).toMatchObject({
      state: 'done',
      validationResult: 'success',
      validGeographicAddress: place,
      alternateGeographicAddress: expect.any(Array),
    })
    const plain = await validated(place, false)
    expect(plain).toMatchObject({ state: 'done', validationResult: 'success' })
    expect(plain.alternateGeographicAddress).toBeUndefined()
  })

  test('and not quite known is answered with those that may be meant', async () => {
    const { streetNr, ...street } = await knownPlace()
    const answer = await validated({ ...street, streetNr: `${streetNr}99` }, true)
    expect(answer).toMatchObject({ validationResult: 'partial', state: 'done' })
    expect(answer.alternateGeographicAddress.length).toBeGreaterThan(0)
    for (const other of answer.alternateGeographicAddress) {
      expect((await send(other.href)).body).toMatchObject({ id: other.id, streetName: street.streetName })
    }
  })

  test('and known to nobody fails, and no others are near', async () => {
    expect(await validated(unknownPlace, true)).toMatchObject({
      state: 'done',
      validationResult: 'fails',
      validGeographicAddress: unknownPlace,
      alternateGeographicAddress: [],
    })
  })

  test('fails for whoever wants to see it fail, however well it is known', async () => {
    const place = await knownPlace()
    const answer = await validated(place, true, { 'validation-result': 'fails' })
    expect(answer).toMatchObject({ state: 'done', validationResult: 'fails', validGeographicAddress: place })
    expect(answer.alternateGeographicAddress.length).toBeGreaterThan(0)
    expect((await send(answer.href)).body).toEqual(answer)
    const other = await validated(place, false, { 'validation-result': 'whatever' })
    expect(other.validationResult).toBe('success')
  })
})

describe('a selection of one attribute', () => {
  const alarm = {
    alarmRaisedTime: '2026-03-01T09:00:00Z',
    alarmType: 'communicationsAlarm',
    alarmedObject: { id: 'olt-1' },
    perceivedSeverity: 'major',
    probableCause: 'lossOfSignal',
    sourceSystemId: 'nms',
    state: 'raised',
  }
  test.each([
    ['TMF642', 'alarm/v4/alarm', alarm, 'alarmType'],
    ['TMF687', 'stock/v4/productStock', stock, 'productStockStatusType'],
    [
      'TMF687',
      'stock/v4/reserveProductStock',
      { reserveProductStockItem: [product] },
      'reserveProductStockState',
    ],
  ])('%s: %s gives that and where it is', async (_api, path, json, name) => {
    const made = await post(path, json)
    expect([made.status, made.text]).toEqual([201, made.text])
    const { id, href } = made.body
    const wanted = { id, href, [name]: made.body[name] }
    expect((await send(`${href}?fields=${name}`)).body).toEqual(wanted)
    expect((await get(`${path}?fields=${name}&id=${id}`)).body).toEqual([wanted])
    expect((await get(`${path}?fields=${name},nothing&id="${id}"`)).body).toEqual([wanted])
  })
})

describe('a filter value in double quotes', () => {
  test.each([
    [
      'TMF641',
      'serviceOrdering/v4/serviceOrder',
      { serviceOrderItem: [{ id: '1', action: 'add', service: {} }] },
      'orderDate',
    ],
    [
      'TMF652',
      'resourceOrderingManagement/v4/resourceOrder',
      { orderItem: [{ action: 'add' }] },
      'orderDate',
    ],
    [
      'TMF673',
      validations,
      { provideAlternative: false, submittedGeographicAddress: unknownPlace },
      'validationDate',
    ],
  ])('%s: finds in %s what it finds without', async (_api, path, json, date) => {
    const { body } = await post(path, json)
    for (const quote of ['', '"', '%22', "'"]) {
      const query = [`id=${quote}${body.id}${quote}`, `${date}=${quote}${body[date]}${quote}`].join('&')
      const found = await get(`${path}?${query}`)
      expect([quote, found.status, found.body.map(({ id }: { id: string }) => id)]).toEqual([
        quote,
        200,
        [body.id],
      ])
    }
  })

  test('TMF673: finds the addresses of a city of two words', async () => {
    const path = 'geographicAddressManagement/v4/geographicAddress'
    const [{ city }] = (await get(path)).body
    const found = await get(`${path}?city="${encodeURIComponent(city)}"`)
    expect(found.body.length).toBeGreaterThan(0)
    for (const address of found.body) expect(address.city).toBe(city)
  })
})

describe('TMF640: an activation', () => {
  const services = 'ServiceActivationAndConfiguration/v4/service'
  const service = { state: 'active', serviceSpecification: { id: 'ss-1' } }

  test('is answered when it is done', async () => {
    const answer = await post(services, service)
    expect([answer.status, answer.body.state, answer.headers.get('monitorid')]).toEqual([201, 'active', null])
  })

  test('or with a monitor, until that is completed', async () => {
    const answer = await post(services, service, { Prefer: 'respond-async' })
    const id = answer.headers.get('monitorid')
    expect([answer.status, answer.text]).toEqual([202, ''])
    const monitor = at(`ServiceActivationAndConfiguration/v4/monitor/${id}`)
    expect(answer.headers.get('location')).toBe(monitor)
    await eventually(async () => (await send(monitor)).body).toMatchObject({
      id,
      href: monitor,
      state: 'Completed',
      response: { statusCode: '201' },
    })
    const { sourceHref } = (await send(monitor)).body
    expect((await send(sourceHref)).body.state).toBe('active')
  })
})

describe('the sample, which kits only read', () => {
  test.each([
    [
      'TMF637',
      'productInventory/v4/product',
      [
        'status',
        'name',
        'productCharacteristic',
        'relatedParty',
        'productOffering',
        'productSpecification',
        'billingAccount',
        'startDate',
      ],
    ],
    [
      'TMF673',
      'geographicAddressManagement/v4/geographicAddress',
      [
        'city',
        'country',
        'postcode',
        'stateOrProvince',
        'locality',
        'streetName',
        'streetNr',
        'streetType',
        'geographicSubAddress',
      ],
    ],
    [
      'TMF678',
      'customerBillManagement/v4/customerBill',
      ['state', 'billDocument', 'billNo', 'amountDue', 'billingAccount'],
    ],
  ])('%s: has full records of %s', async (_api, path, names) => {
    const { body } = await get(path)
    expect(body.length).toBeGreaterThan(0)
    const [fullest] = [...body].sort((one, other) => Object.keys(other).length - Object.keys(one).length)
    expect(Object.keys(fullest)).toEqual(expect.arrayContaining(['id', 'href', ...names]))
  })

  test('TMF673: has units within its addresses, with all that is always there', async () => {
    const { body } = await get('geographicAddressManagement/v4/geographicAddress')
    const units = await Promise.all(
      body.map(async ({ href }: { href: string }) => (await send(`${href}/geographicSubAddress`)).body),
    )
    expect(units.flat().length).toBeGreaterThan(0)
    for (const unit of units.flat()) {
      const names = ['levelNumber', 'levelType', 'privateStreetName', 'privateStreetNumber', 'subAddressType']
      const texts = names.map((name) => [name, expect.any(String)])
      expect(unit).toMatchObject({
        id: expect.any(String),
        href: expect.any(String),
        ...Object.fromEntries(texts),
      })
    }
  })
})
