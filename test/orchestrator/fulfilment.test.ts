import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import { type JsonObject, validateDocument } from '../../src/derive/validate.ts'
import type { LoggedRecord } from '../../src/store/event-log.ts'
import { exampleOrder, Operator } from '../support/operator.ts'

let operator: Operator
beforeAll(async () => {
  operator = await Operator.open()
})
afterAll(() => operator.close())

const lastOf = (thread: readonly LoggedRecord[], kind: string): Document[] => {
  const latest = new Map<string, Document>()
  for (const event of thread) if (event.kind === kind) latest.set(event.entityId, event.resource as Document)
  return [...latest.values()]
}

describe('the sample customer orders fibre', () => {
  let order: Document
  let thread: LoggedRecord[]

  beforeAll(async () => {
    const placed = await operator.create('ProductOrder', exampleOrder('fibre-product-order'), 'journey-1')
    order = await operator.reaches('ProductOrder', placed.id)
    await operator.reaches('ProductOrder', placed.id)
    thread = await operator.thread('journey-1')
  })

  test('all three orders are completed, with their items', () => {
    expect(order.state).toBe('completed')
    for (const kind of ['ProductOrder', 'ServiceOrder', 'ResourceOrder']) {
      const [document] = lastOf(thread, kind)
      const items = (document?.productOrderItem ??
        document?.serviceOrderItem ??
        document?.orderItem) as JsonObject[]
      expect(document?.state).toBe('completed')
      expect(items.map((item) => item.state)).toEqual(items.map(() => 'completed'))
    }
  })

  test('the customer-facing service relies on the resource-facing one, and both are active', () => {
    const services = lastOf(thread, 'Service')
    expect(services.map((service) => [service.category, service.state]).sort()).toEqual([
      ['CFS', 'active'],
      ['RFS', 'active'],
    ])
    const customerFacing = services.find((service) => service.category === 'CFS')
    const resourceFacing = services.find((service) => service.category === 'RFS')
    const [relation] = (customerFacing?.serviceRelationship ?? []) as JsonObject[]
    expect(relation).toMatchObject({ relationshipType: 'reliesOn', service: { id: resourceFacing?.id } })
  })

  test('five resources are in use: the port, the ONT and the VLAN pair of the fixture, a drop and a session', () => {
    const resources = lastOf(thread, 'Resource')
    expect(resources).toHaveLength(5)
    for (const resource of resources) {
      expect(resource).toMatchObject({ resourceStatus: 'available', usageState: 'active' })
    }
    const ids = resources.map(({ id }) => id)
    expect(ids).toContain('res-inst-olt-port-04-12')
    expect(ids).toContain('res-inst-ont-hwtc-a1b2')
    expect(resources.map((resource) => resource.name)).toContain('2042/100')
  })

  test('the product is active, and names the service and resources that realise it', () => {
    const [product] = lastOf(thread, 'Product')
    expect(product).toMatchObject({ status: 'active', productOffering: { id: 'po-gpon-ftth-001' } })
    expect(product?.realizingService).toHaveLength(1)
    expect(product?.realizingResource).toHaveLength(5)
    const [item] = order.productOrderItem as JsonObject[]
    expect(item?.product).toMatchObject({ id: product?.id })
  })

  test('billing has started and the first usage record exists', async () => {
    expect(await operator.read('BillingAccount', 'ba-56789')).toMatchObject({ state: 'active' })
    expect(lastOf(thread, 'Usage')).toHaveLength(1)
  })

  test('the process flow is completed, and a task flow tells of each step', () => {
    expect(lastOf(thread, 'ProcessFlow')).toMatchObject([{ state: 'completed' }])
    const states = lastOf(thread, 'TaskFlow').map((flow) => flow.state)
    expect(states.length).toBeGreaterThan(8)
    expect(new Set(states)).toEqual(new Set(['completed']))
  })

  test('the order was held while the technician worked, and resumed afterwards', () => {
    const states = thread
      .filter(({ type }) => type === 'ProductOrderStateChangeEvent')
      .map(({ resource }) => resource.state)
    expect(states).toEqual(['inProgress', 'held', 'inProgress', 'completed'])
  })

  test('the service order has reached a milestone with the field work, and told of it once', () => {
    const told = thread.filter(({ type }) => type === 'ServiceOrderMilestoneEvent')
    expect(told).toHaveLength(1)
    const milestone = {
      id: '1',
      name: 'Field work done',
      message: expect.stringContaining('work order'),
      milestoneDate: expect.any(String),
      status: 'reached',
    }
    expect(told[0]?.resource.milestone).toEqual([milestone])
    expect(thread.filter(({ type }) => type === 'ServiceOrderJeopardyEvent')).toEqual([])
  })

  test('the events come in causal order', () => {
    const first = (type: string) => thread.findIndex((event) => event.type === type)
    const order = [
      'ProductOrderCreateEvent',
      'ProductOrderStateChangeEvent',
      'ServiceOrderCreateEvent',
      'ServiceCreateEvent',
      'ResourceStateChangeEvent',
      'ResourceOrderCreateEvent',
      'WorkOrderCreateEvent',
      'WorkOrderStateChangeEvent',
      'ServiceTestCreateEvent',
      'ProductCreateEvent',
      'UsageCreateEvent',
    ].map(first)
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  test('every document of the thread is one its page allows', () => {
    for (const { kind, resource } of thread) {
      const { id: _id, href: _href, ...document } = resource
      expect(() => validateDocument(operator.context.model.homeOf(kind).page, document)).not.toThrow()
    }
  })

  test('the network was asked once for each resource, each service and the test', async () => {
    const rows = await operator.context.database.read<{ action: string; count: number }>({
      text: `select action, count(*)::int as count from network.journal where key like $1 group by action order by action`,
      values: [`%ProductOrder/${order.id}/%`],
    })
    expect(rows).toMatchObject([
      { action: 'activate', count: 2 },
      { action: 'configure' },
      { action: 'test', count: 1 },
    ])
  })
})

describe('an order the gates refuse', () => {
  test.each([
    ['refused-full-olt-product-order', 'TECH-001 OLT capacity exhausted: PON port'],
    [
      'refused-long-drop-product-order',
      'TECH-002 Optical budget exceeded: estimated loss 31.2 dB > 28.0 dB; 180 m drop, G.652D',
    ],
    [
      'refused-wrong-segment-product-order',
      'COMM-003 Customer segment mismatch: po-gpon-ftth-business needs enterprise',
    ],
  ])('%s is rejected, says why, and leaves nothing behind', async (name, reason) => {
    const placed = await operator.create('ProductOrder', exampleOrder(name), `journey-${name}`)
    const order = await operator.reaches('ProductOrder', placed.id)
    expect(order.state).toBe('rejected')
    expect((order.note as JsonObject[]).map((note) => note.text).join()).toContain(reason)
    const thread = await operator.thread(`journey-${name}`)
    expect(lastOf(thread, 'ServiceOrder')).toEqual([])
    expect(lastOf(thread, 'Resource')).toEqual([])
  })

  test('an unknown address is refused before anything else is asked', async () => {
    const order = exampleOrder('fibre-product-order')
    const [item] = order.productOrderItem as JsonObject[]
    const product = { place: [{ id: 'addr-nowhere', role: 'installationAddress' }] }
    const body = { ...order, productOrderItem: [{ ...item, product }] }
    const { id } = await operator.create('ProductOrder', body)
    const rejected = await operator.reaches('ProductOrder', id)
    expect(rejected.state).toBe('rejected')
    expect((rejected.note as JsonObject[])[0]?.text).toContain('ADDR-001')
  })
})

describe('a query for services', () => {
  const found = async (service: JsonObject, more: JsonObject = {}) => {
    const searchCriteria = { service, ...more }
    const task = await operator.create('QueryServiceQualification', {
      instantSyncQualification: true,
      searchCriteria,
    })
    expect(task.state).toBe('done')
    return (task.serviceQualificationItem as { service: { serviceCharacteristic?: JsonObject[] } }[]).map(
      ({ service: { serviceCharacteristic = [] } }) =>
        Object.fromEntries(serviceCharacteristic.map(({ name, value }) => [name, value])),
    )
  }
  const at = (id: string) => [{ id, role: 'installationAddress' }]
  const technologies = (values: JsonObject[]) => values.map(({ accessTechnology }) => accessTechnology).sort()

  test('finds all that can be delivered at an address, as the offerings have it', async () => {
    const values = await found({ place: at('addr-42-maple-ave') })
    expect(technologies(values)).toEqual(['GPON', 'GPON', 'VDSL2', 'XGS-PON'])
    expect(values).toContainEqual({
      accessTechnology: 'XGS-PON',
      downstreamSpeed: 2000,
      upstreamSpeed: 2000,
      staticIpv4: false,
    })
  })

  test('leaves out what the network there cannot deliver', async () => {
    expect(technologies(await found({ place: at('addr-88-birch-st') }))).not.toContain('GPON')
    expect(await found({ place: at('addr-nowhere') })).toEqual([])
  })

  test('keeps to the characteristics, the specification and the category that are asked for', async () => {
    const place = at('addr-42-maple-ave')
    const asked = [{ name: 'accessTechnology', value: 'VDSL2' }]
    expect(technologies(await found({ place, serviceCharacteristic: asked }))).toEqual(['VDSL2'])
    const { id } = await operator.create('ServiceSpecification', { name: 'Line survey' })
    const unsold = { serviceSpecification: { id }, serviceCharacteristic: [{ name: 'depth', value: 'full' }] }
    expect(await found({ place, ...unsold })).toEqual([{ depth: 'full' }])
    const fibre = { serviceSpecification: { id: 'sspec-cfs-internet-access' } }
    expect(await found({ place, ...fibre })).toHaveLength(4)
    expect(await found({ place }, { category: { id: 'no-such-category' } })).toEqual([])
  })

  test('is answered in the background when nobody waits for it', async () => {
    const task = await operator.create('QueryServiceQualification', {
      searchCriteria: { service: { place: at('addr-42-maple-ave') } },
    })
    expect(task).toMatchObject({ state: 'accepted', serviceQualificationItem: [] })
    const answered = await operator.reaches('QueryServiceQualification', task.id, ['done'])
    expect((answered.serviceQualificationItem as JsonObject[])[0]).toMatchObject({
      service: { serviceSpecification: { id: 'sspec-cfs-internet-access', name: 'Internet access' } },
    })
  })
})

describe('qualification tasks answer as the gates do', () => {
  test('a full OLT is TECH-001 with an alternative', async () => {
    const task = await operator.create(
      'CheckServiceQualification',
      exampleOrder('service-qualification-full-olt'),
    )
    const [item] = task.serviceQualificationItem as JsonObject[]
    expect(task).toMatchObject({ state: 'done' })
    expect(item).toMatchObject({
      eligibilityUnavailabilityReason: [{ code: 'TECH-001', label: 'OLT capacity exhausted' }],
      alternateServiceProposal: [{ alternateService: { name: 'VDSL2 100 Mbps residential' } }],
    })
  })

  test('a long drop is TECH-002', async () => {
    const task = await operator.create(
      'CheckServiceQualification',
      exampleOrder('service-qualification-long-drop'),
    )
    const [item] = task.serviceQualificationItem as JsonObject[]
    expect(item).toMatchObject({ eligibilityUnavailabilityReason: [{ code: 'TECH-002' }] })
  })

  test('the wrong segment is COMM-003, with the residential offering instead', async () => {
    const body = exampleOrder('offering-qualification-wrong-segment')
    const task = await operator.create('ProductOfferingQualification', body)
    const [item] = task.productOfferingQualificationItem as JsonObject[]
    expect(item).toMatchObject({
      eligibilityUnavailabilityReason: [{ code: 'COMM-003' }],
      alternateProductOfferingProposal: [{ alternateProductOffering: { id: 'po-gpon-ftth-001' } }],
    })
  })

  test('a client that does not wait gets its answer later', async () => {
    const { instantSyncQualification: _now, ...body } = exampleOrder('service-qualification')
    const task = await operator.create('CheckServiceQualification', body)
    expect(task.state).toBe('accepted')
    const answered = await operator.reaches('CheckServiceQualification', task.id, ['done'])
    expect(answered.qualificationResult).toBe('qualified')
  })

  test('a known address is found, an unknown one is not', async () => {
    const known = await operator.create('GeographicAddressValidation', exampleOrder('address-validation'))
    expect(known).toMatchObject({
      state: 'done',
      validationResult: 'success',
      validGeographicAddress: { id: 'addr-42-maple-ave' },
    })
    const unknown = await operator.create('GeographicAddressValidation', {
      provideAlternative: true,
      submittedGeographicAddress: { streetNr: '1', streetName: 'Nowhere', city: 'Toronto' },
    })
    expect(unknown).toMatchObject({ state: 'done', validationResult: 'fails' })
  })
})

describe('each order type is an entry of its own', () => {
  test('a service order by itself activates its services and makes no product', async () => {
    const { id } = await operator.create(
      'ServiceOrder',
      {
        relatedParty: [{ id: 'cust-56789', role: 'customer' }],
        serviceOrderItem: [
          {
            id: '1',
            action: 'add',
            service: {
              serviceSpecification: { id: 'sspec-cfs-internet-access' },
              place: [{ id: 'addr-42-maple-ave', role: 'installationAddress' }],
              serviceCharacteristic: [
                { name: 'accessTechnology', value: 'GPON' },
                { name: 'downstreamSpeed', value: 1000 },
                { name: 'upstreamSpeed', value: 500 },
              ],
            },
          },
        ],
      },
      'service-journey',
    )
    const order = await operator.reaches('ServiceOrder', id)
    expect(order.state).toBe('completed')
    const thread = await operator.thread('service-journey')
    expect(lastOf(thread, 'Service').map((service) => service.state)).toEqual(['active', 'active'])
    expect(lastOf(thread, 'ResourceOrder')).toMatchObject([{ state: 'completed' }])
    expect(lastOf(thread, 'Product')).toEqual([])
  })

  test('a resource order by itself puts its resources in use', async () => {
    const { id } = await operator.create(
      'ResourceOrder',
      { orderItem: [{ id: '1', action: 'add', resourceSpecification: { id: 'rspec-ont' } }] },
      'resource-journey',
    )
    await operator.reaches('ResourceOrder', id)
    const thread = await operator.thread('resource-journey')
    expect(lastOf(thread, 'ResourceOrder')).toMatchObject([{ state: 'completed' }])
    expect(lastOf(thread, 'Resource')).toMatchObject([{ usageState: 'active' }])
    expect(lastOf(thread, 'Service')).toEqual([])
  })
})

test('a second product family needs nothing but its catalogue', async () => {
  await operator.load('test/fixtures/mobile-line')
  const body = JSON.parse(
    readFileSync('test/fixtures/mobile-line/orders/mobile-product-order.json', 'utf8'),
  ) as JsonObject
  const { id } = await operator.create('ProductOrder', body, 'mobile-journey')
  const order = await operator.reaches('ProductOrder', id)
  expect(order).toMatchObject({ state: 'completed' })
  const thread = await operator.thread('mobile-journey')
  expect(lastOf(thread, 'WorkOrder')).toEqual([])
  expect(lastOf(thread, 'Service').every((service) => service.state === 'active')).toBe(true)
  expect(lastOf(thread, 'Product')).toMatchObject([{ status: 'active' }])
})
