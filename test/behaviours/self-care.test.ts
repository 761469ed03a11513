/** Self care (TMF910): the documents of today under the names of version 1, and what is posted under them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import { parseSort } from '../../src/derive/sort.ts'
import { list, walk } from '../../src/resources/read.ts'
import { pageOf } from '../derive/pages.ts'
import { callerOf } from '../resources/shop.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

function asked(kind: string, query: string) {
  const page = pageOf(kind)
  const parsed = parseQuery(query)
  return {
    page,
    filter: parseQueryFilter(page, parsed),
    sort: parseSort(page, parsed.parameters.get('sort') ?? []),
  }
}

async function shown(kind: string, query = '') {
  const { page, ...listed } = asked(kind, query)
  const { rows } = await list(
    office.context,
    page,
    { ...listed, window: { offset: 0, limit: 10 } },
    callerOf(),
  )
  return rows.map(({ id, text }) => ({ id, ...JSON.parse(text) }))
}

describe('a product', () => {
  beforeAll(async () => {
    await office.import(
      'Product',
      {
        id: 'line',
        status: 'active',
        orderDate: '2026-01-01T00:00:00Z',
        billingAccount: { id: 'ba-1' },
        productCharacteristic: [{ name: 'speed', value: 500 }],
        productPrice: [
          {
            priceType: 'recurring',
            price: { dutyFreeAmount: { unit: 'EUR', value: 30 } },
            productPriceAlteration: [
              { priceType: 'discount', price: { percentage: 10 } },
              { priceType: 'discount', price: { percentage: 5 } },
            ],
          },
        ],
        productOrderItem: [{ productOrderId: 'po-1', orderItemId: '1', orderItemAction: 'add' }],
        relatedParty: [{ id: 'ada' }],
      },
      { id: 'other', status: 'terminated', productCharacteristic: [{ name: 'speed', value: '50' }] },
    )
  })

  test('is shown under the names of version 1, with what that knows of it', async () => {
    expect(await shown('SelfCareProduct', 'relatedParty.id=ada')).toEqual([
      {
        id: 'line',
        status: 'active',
        billingAccount: [{ id: 'ba-1' }],
        characteristic: [{ name: 'speed', value: '500' }],
        productPrice: [
          {
            priceType: 'recurring',
            price: { dutyFreeAmount: { unit: 'EUR', value: 30 } },
            prodPriceAlteration: { priceType: 'discount', price: { percentage: 10 } },
          },
        ],
        productOrder: [{ id: 'po-1', orderItemId: '1', orderItemAction: 'add' }],
        relatedParty: [{ id: 'ada' }],
      },
    ])
  })

  test.each([
    ['characteristic.value=500', ['line']],
    ['characteristic.value.gte=50&status=terminated', ['other']],
    ['productOrder.id=po-1', ['line']],
    ['billingAccount.id=ba-1', ['line']],
    ['sort=-status', ['other', 'line']],
  ])('is found by %s', async (query, ids) => {
    expect((await shown('SelfCareProduct', query)).map(({ id }) => id)).toEqual(ids)
  })

  test('is found by attributes, not by paths', async () => {
    const path = "filter=$[?(@.characteristic[?(@.name=='speed')])]"
    await expect(shown('SelfCareProduct', path)).rejects.toMatchObject({
      code: 'jsonPathFeatureNotSupported',
    })
  })

  test('is walked from cursor to cursor', async () => {
    const { page, ...listed } = asked('SelfCareProduct', 'sort=status')
    const step = { limit: 1, isBackward: false }
    const first = await walk(office.context, page, { ...listed, walk: step, isCounted: true }, callerOf())
    const from = first.rows[0]?.position
    const next = { ...step, ...(from ? { from } : {}) }
    const second = await walk(office.context, page, { ...listed, walk: next, isCounted: false }, callerOf())
    expect(first.total).toBe(2)
    expect([...first.rows, ...second.rows].map(({ row }) => [row.id, JSON.parse(row.text).status])).toEqual([
      ['line', 'active'],
      ['other', 'terminated'],
    ])
  })
})

test('usage is shown with the states of version 1, and sums of money as numbers', async () => {
  await office.import('Usage', {
    id: 'call',
    usageType: 'voice',
    usageDate: '2026-03-01T10:00:00Z',
    status: 'rerated',
    ratedProductUsage: [
      { productRef: { id: 'line' }, taxExcludedRatingAmount: { unit: 'EUR', value: 2 }, taxRate: 19 },
    ],
  })
  const call = {
    id: 'call',
    type: 'voice',
    date: '2026-03-01T10:00:00Z',
    status: 'Rerate',
    ratedProductUsage: [{ productRef: 'line', taxExcludedRatingAmount: 2, currencyCode: 'EUR', taxRate: 19 }],
  }
  for (const query of [
    'status=Rerate',
    'date.gt=2026-01-01&type=voice',
    'ratedProductUsage.productRef=line',
    'ratedProductUsage.taxExcludedRatingAmount.gt=1',
  ]) {
    expect(await shown('SelfCareUsage', query)).toEqual([call])
  }
  expect(await shown('SelfCareUsage', 'status=Billed')).toEqual([])
})

test('reports on usage tell what is left as a number and its unit', async () => {
  await office.import('Bucket', {
    id: 'b-1',
    usageType: 'data',
    remainingValue: { amount: 3, units: 'GB' },
    remainingValueName: '3 GB',
  })
  await office.create('UsageConsumptionReportRequest', { bucket: [{ id: 'b-1' }] })
  expect((await shown('SelfCareUsageConsumptionReport'))[0].bucket).toMatchObject([
    { id: 'b-1', bucketBalance: [{ remainingValue: 3, unit: 'GB', remainingValueLabel: '3 GB' }] },
  ])
})

describe('an order', () => {
  const order = {
    priority: '1',
    note: { text: 'Ring twice' },
    channel: { id: 'app' },
    orderItem: [
      {
        id: '1',
        action: 'add',
        productOffering: { id: 'po-fibre', href: '/po-fibre' },
        qualification: [{ id: 'q-1', href: '/q-1', qualificationItemId: '2' }],
        itemPrice: [
          {
            priceType: 'recuring',
            price: { taxIncludedAmount: { unit: 'EUR', value: 30 } },
            priceAlteration: [
              { priceType: 'recuring', applicationDuration: '12', price: { percentage: 20 } },
            ],
          },
        ],
        product: {
          characteristic: [{ name: 'speed', value: '500' }],
          productRelationship: [
            { type: 'reliesOn', product: { id: 'line', characteristic: [{ name: 'colour', value: 'red' }] } },
          ],
        },
        orderItem: [{ id: '1', action: 'add', product: { characteristic: [{ name: 'a', value: 'b' }] } }],
      },
    ],
  }

  test('is placed as an order of today, to be worked as any other', async () => {
    const placed = await office.create('SelfCareProductOrder', order)
    const { qualificationItemId: _line, ...check } = order.orderItem[0]?.qualification[0] ?? {}
    expect(placed).toMatchObject({
      ...order,
      state: 'acknowledged',
      href: `/tmf-api/tmf-componentsuite/selfcareapp/v1/productOrder/${placed.id}`,
      orderItem: [{ ...order.orderItem[0], qualification: [check] }],
    })
    expect(await office.read('ProductOrder', placed.id)).toMatchObject({
      channel: [{ id: 'app' }],
      note: [{ text: 'Ring twice' }],
      productOrderItem: [
        {
          itemPrice: [{ priceType: 'recurring', priceAlteration: [{ applicationDuration: 12 }] }],
          product: {
            productCharacteristic: [{ name: 'speed', value: '500' }],
            productRelationship: [
              {
                relationshipType: 'reliesOn',
                product: { id: 'line', productCharacteristic: [{ name: 'colour', value: 'red' }] },
              },
            ],
          },
          productOrderItem: [{ product: { productCharacteristic: [{ name: 'a', value: 'b' }] } }],
        },
      ],
    })
    expect(await office.told('ProductOrder', placed.id)).toEqual(['ProductOrderCreateEvent'])
    const { rows } = await office.context.database.withWriter((client) =>
      client.query('select kind from plan where id = $1', [placed.id]),
    )
    expect(rows).toEqual([{ kind: 'ProductOrder' }])
  })

  test('without a line is refused, and leaves nothing', async () => {
    await expect(office.create('SelfCareProductOrder', { orderItem: [] })).rejects.toMatchObject({
      code: 'missingAttribute',
      message: expect.stringContaining('orderItem'),
    })
  })

  test('that cannot be kept is refused by the names that were sent', async () => {
    const itemPrice = [{ priceType: 'recuring' }]
    const refused = office.create('SelfCareProductOrder', {
      orderItem: [{ id: '1', action: 'add', itemPrice }],
    })
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('orderItem[0].itemPrice[0].price '),
      detail: { errorItem: [{ path: 'orderItem[0].itemPrice[0].price' }] },
    })
  })
})

describe('a ticket', () => {
  const ticket = {
    description: 'No light',
    severity: 'major',
    type: 'fault',
    status: 'Submitted',
    statusChangeReason: 'Handed in',
    relatedParty: [{ href: 'https://crm.example.com/individual/ada/?fields=name', role: 'customer' }],
    relatedObject: [{ reference: '/tmf-api/productInventory/v4/product/line', involvement: 'faulty' }],
  }

  test('becomes one of today, which goes on there, and is shown as it stands', async () => {
    const { id, status } = await office.create('SelfCareTroubleTicket', ticket)
    expect(status).toBe('Acknowledged')
    expect(await office.read('TroubleTicket', id)).toMatchObject({
      ticketType: 'fault',
      status: 'acknowledged',
      relatedParty: [{ id: 'ada', role: 'customer' }],
      relatedEntity: [{ id: 'line', role: 'faulty' }],
    })
    await office.patch('TroubleTicket', id, { status: 'inProgress', note: [{ text: 'Looking' }] })
    const [{ note }] = await shown('SelfCareTroubleTicket', `id=${id}`)
    expect(note, 'notes have no identifier here').toEqual([{ text: 'Looking' }])
    await office.patch('TroubleTicket', id, { status: 'held' })
    expect(await office.read('SelfCareTroubleTicket', id)).toMatchObject({
      status: 'InProgressHeld',
      type: 'fault',
      relatedObject: ticket.relatedObject,
    })
    expect(await shown('SelfCareTroubleTicket', 'status=InProgressHeld&relatedParty.id=ada')).toHaveLength(1)
    expect(await shown('SelfCareTroubleTicket', 'status=Submitted')).toEqual([])
  })

  test('that does not exist is not found under its own name', async () => {
    await expect(office.read('SelfCareTroubleTicket', 'nowhere')).rejects.toMatchObject({
      code: 'resourceNotFound',
      message: "troubleTicket 'nowhere' does not exist",
    })
  })
})
