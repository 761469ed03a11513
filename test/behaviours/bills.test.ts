/** Bills (TMF678), payments and refunds (TMF676), payment methods (TMF670): everything is billed, paid and given back once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const euros = (value: number) => ({ unit: 'EUR', value })

async function account(more: JsonObject = {}): Promise<string> {
  const body = { name: 'Ada <b>Byron</b>', relatedParty: [{ id: 'ada', name: 'Ada' }], ...more }
  return (await office.create('BillingAccount', body)).id
}

let rates = 0
async function applied(billingAccount: string, more: JsonObject): Promise<void> {
  rates += 1
  const body = { id: `rate-${rates}`, name: 'Fibre', billingAccount: { id: billingAccount } }
  await office.import('AppliedCustomerBillingRate', { ...body, ...more })
}

async function demand(billingAccount: string): Promise<Document> {
  const { id } = await office.create('CustomerBillOnDemand', { billingAccount: { id: billingAccount } })
  await office.doWhatIsDue()
  return office.read('CustomerBillOnDemand', id)
}

async function billOf(task: Document): Promise<Document> {
  return office.read('CustomerBill', (task.customerBill as { id: string }).id)
}

async function billFor(value: number): Promise<string> {
  const ada = await account()
  await applied(ada, { taxIncludedAmount: euros(value) })
  return (await billOf(await demand(ada))).id
}

const pay = (value: number, paymentItem?: JsonObject[]): Promise<Document> =>
  office.create('Payment', {
    account: { id: 'any' },
    paymentMethod: { name: 'card' },
    totalAmount: euros(value),
    ...(paymentItem ? { paymentItem } : {}),
  })

const give = (payment: string, value: number, unit = 'EUR'): Promise<Document> =>
  office.create('Refund', {
    account: { id: 'any' },
    paymentMethod: { name: 'card' },
    payment: { id: payment },
    totalAmount: { unit, value },
  })

describe('a bill on demand', () => {
  test('gathers the charges of an account, with their taxes, and can be looked at', async () => {
    const ada = await account()
    const tax = (rate: number, value: number) => [
      { taxCategory: 'VAT', taxRate: rate, taxAmount: euros(value) },
    ]
    await applied(ada, {
      name: 'Fibre & <script>',
      periodCoverage: { startDateTime: '2026-03-01', endDateTime: '2026-04-01' },
      appliedTax: tax(19, 0.1),
      taxExcludedAmount: euros(0.6),
      taxIncludedAmount: euros(0.7),
    })
    await applied(ada, { appliedTax: tax(19, 0.2), taxExcludedAmount: euros(1.1) })
    await applied(ada, { appliedTax: tax(7, 0.07), taxIncludedAmount: euros(1.07) })
    await applied(ada, { taxIncludedAmount: { unit: 'USD', value: 5 } })
    const task = await demand(ada)
    expect(task).toMatchObject({ state: 'done' })
    const bill = await billOf(task)
    expect(bill).toMatchObject({
      state: 'new',
      billNo: bill.id,
      billingAccount: { id: ada },
      relatedParty: [{ id: 'ada' }],
      taxExcludedAmount: euros(2.7),
      taxIncludedAmount: euros(3.07),
      amountDue: euros(3.07),
      remainingAmount: euros(3.07),
      billingPeriod: { startDateTime: '2026-03-01', endDateTime: '2026-04-01' },
      taxItem: [
        { id: '1', taxCategory: 'VAT', taxRate: 19, taxAmount: euros(0.3) },
        { id: '2', taxCategory: 'VAT', taxRate: 7, taxAmount: euros(0.07) },
      ],
    })
    const [{ content, mimeType, size }] = bill.billDocument as [JsonObject]
    const html = Buffer.from(String(content), 'base64')
    expect([mimeType, size]).toEqual(['text/html; charset=utf-8', { amount: html.length, units: 'byte' }])
    expect(html.toString()).toContain('Fibre &#38; &#60;script&#62;')
    expect(html.toString()).toContain('3.07 EUR')
    expect(html.toString()).not.toContain('<script>')
    expect(await office.told('CustomerBill', bill.id)).toEqual(['CustomerBillCreateEvent'])
    expect(await office.read('AppliedCustomerBillingRate', `rate-${rates - 3}`)).toMatchObject({
      isBilled: true,
      bill: { id: bill.id },
    })
    // Another currency waits for the next bill.
    expect(await billOf(await demand(ada))).toMatchObject({ amountDue: { unit: 'USD', value: 5 } })
  })

  test('bills what has been used and priced, product by product', async () => {
    const ada = await account()
    const product = async (payer: string): Promise<string> => {
      const id = `p-${payer}`
      await office.import('Product', { id, status: 'active', billingAccount: { id: payer } })
      return id
    }
    const own = await product(ada)
    const other = await product('somebody-else')
    const usage = (id: string, ratings: readonly JsonObject[]): JsonObject => ({
      id,
      status: 'rated',
      usageType: 'voice',
      usageDate: `2026-03-0${id.length}T10:00:00Z`,
      ratedProductUsage: ratings,
    })
    const rated = (id: string, value: number, more: JsonObject = {}): JsonObject => ({
      productRef: { id },
      taxRate: 20,
      taxExcludedRatingAmount: euros(value),
      ...more,
    })
    await office.import(
      'Usage',
      usage('u', [rated(own, 0.1)]),
      usage('uu', [rated(own, 0.2), rated(other, 9)]),
    )
    await office.import(
      'Usage',
      usage('uuu', [rated(own, 5, { isBilled: true })]),
      usage('uuuu', [rated(other, 5)]),
    )
    const bill = await billOf(await demand(ada))
    expect(bill).toMatchObject({
      taxExcludedAmount: euros(0.3),
      taxIncludedAmount: euros(0.36),
      billingPeriod: { startDateTime: '2026-03-01T10:00:00Z', endDateTime: '2026-03-02T10:00:00Z' },
    })
    expect(await office.read('Usage', 'u')).toMatchObject({ status: 'billed' })
    expect(await office.read('Usage', 'uu')).toMatchObject({
      status: 'rated',
      ratedProductUsage: [{ isBilled: true }, { productRef: { id: other } }],
    })
    expect(await demand(ada)).toMatchObject({ state: 'rejected' })
  })

  test('takes as many turns as there is usage', async () => {
    const ada = await account()
    await office.import('Product', { id: 'busy', status: 'active', billingAccount: { id: ada } })
    const records = Array.from({ length: 1_100 }, (_, index) => ({
      id: `busy-${index}`,
      status: 'rated',
      usageType: 'sms',
      ratedProductUsage: [{ productRef: { id: 'busy' }, taxIncludedRatingAmount: euros(0.01) }],
    }))
    await office.import('Usage', ...records)
    expect(await billOf(await demand(ada))).toMatchObject({ amountDue: euros(11) })
  })

  test('is asked for ten times at once and made out once', async () => {
    const ada = await account()
    await applied(ada, { taxIncludedAmount: euros(7) })
    const tasks = await Promise.all(
      Array.from({ length: 10 }, () =>
        office.create('CustomerBillOnDemand', { billingAccount: { id: ada } }),
      ),
    )
    await Promise.all([office.doWhatIsDue(), office.doWhatIsDue(), office.doWhatIsDue()])
    await office.doWhatIsDue()
    const after = await Promise.all(tasks.map(({ id }) => office.read('CustomerBillOnDemand', id)))
    expect(after.map(({ state }) => state).sort()).toEqual(['done', ...Array(9).fill('rejected')])
    const bills = (await office.all('CustomerBill')).filter(
      ({ billingAccount }) => (billingAccount as JsonObject).id === ada,
    )
    expect(bills).toHaveLength(1)
  })

  test.each([
    [{}, 'rejected: no billingAccount is named'],
    [{ billingAccount: { id: 'nobody' } }, 'rejected: billingAccount nobody does not exist'],
    [{ billingAccount: { id: 'nobody' }, description: 'please' }, 'please'],
  ])('of %j is taken and rejected', async (body, description) => {
    const { id, state } = await office.create('CustomerBillOnDemand', body)
    expect(state).toBe('inProgress')
    await office.doWhatIsDue()
    expect(await office.read('CustomerBillOnDemand', id)).toMatchObject({
      state: 'rejected',
      description,
    })
  })

  test('is to be paid when the billing cycle of the account says', async () => {
    const cycleSpecification = { isRef: false, name: 'monthly', paymentDueDateOffset: 30 }
    const ada = await account({ billStructure: { cycleSpecification } })
    await applied(ada, { taxIncludedAmount: euros(1) })
    const { billDate, paymentDueDate } = await billOf(await demand(ada))
    expect(Date.parse(String(paymentDueDate)) - Date.parse(String(billDate))).toBe(30 * 86_400_000)
  })
})

describe('a bill', () => {
  test('goes through its states, and nothing else of it changes', async () => {
    const id = await billFor(5)
    await office.patch('CustomerBill', id, { state: 'validated' })
    expect(await office.patch('CustomerBill', id, { state: 'sent' })).toMatchObject({ state: 'sent' })
    expect(await office.told('CustomerBill', id)).toEqual([
      'CustomerBillCreateEvent',
      'CustomerBillStateChangeEvent',
      'CustomerBillStateChangeEvent',
    ])
    await expect(office.patch('CustomerBill', id, { amountDue: euros(1) })).rejects.toMatchObject({
      code: 'attributeNotPatchable',
    })
  })
})

describe('a payment', () => {
  test('is counted towards the bills it names until they are settled', async () => {
    const id = await billFor(10)
    const first = await pay(4, [{ item: { id } }])
    expect(first).toMatchObject({ status: 'completed', paymentDate: expect.any(String) })
    expect(await office.read('CustomerBill', id)).toMatchObject({
      state: 'partiallyPaid',
      remainingAmount: euros(6),
      appliedPayment: [{ appliedAmount: euros(4), payment: { id: first.id } }],
    })
    await pay(7, [
      { item: { id }, totalAmount: euros(6) },
      { item: { id: 'deposit' }, totalAmount: euros(1) },
    ])
    expect(await office.read('CustomerBill', id)).toMatchObject({
      state: 'settled',
      remainingAmount: euros(0),
    })
  })

  test.each([
    ['more than is due', [{ totalAmount: euros(11) }], 'businessRuleViolated'],
    ['more than it is', [{ totalAmount: euros(10) }], 'businessRuleViolated'],
    ['another currency', [{ totalAmount: { unit: 'USD', value: 1 } }], 'businessRuleViolated'],
    ['an unknown share', [{}, {}], 'missingAttribute'],
    ['less than nothing', [{ totalAmount: euros(-1) }], 'invalidFormat'],
  ])('of %s is refused', async (_what, shares, code) => {
    const id = await billFor(10)
    const items = shares.map((share) => ({ item: { id }, ...share }))
    await expect(pay(9, items)).rejects.toMatchObject({ code })
    expect(await office.read('CustomerBill', id)).toMatchObject({ remainingAmount: euros(10) })
  })

  test('of ten at once settles a bill and no more', async () => {
    const id = await billFor(3)
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => pay(0.5, [{ item: { id } }])))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
    expect(await office.read('CustomerBill', id)).toMatchObject({
      state: 'settled',
      remainingAmount: euros(0),
    })
  })

  test('without bills is simply kept', async () => {
    expect(await pay(5)).toMatchObject({ totalAmount: euros(5) })
  })
})

describe('a refund', () => {
  test('gives back a payment in parts, and then no more', async () => {
    const { id } = await pay(10)
    await give(id, 9.9)
    expect(await office.read('Payment', id)).toMatchObject({ status: 'partiallyRefunded' })
    await expect(give(id, 0.2)).rejects.toMatchObject({ code: 'businessRuleViolated' })
    await expect(give(id, 0.1, 'USD')).rejects.toMatchObject({ code: 'businessRuleViolated' })
    await give(id, 0.1)
    expect(await office.read('Payment', id)).toMatchObject({ status: 'refunded' })
    expect(
      (await office.told('Payment', id)).filter((type) => type === 'PaymentStateChangeEvent'),
    ).toHaveLength(2)
  })

  test('of twenty at once gives back what was paid', async () => {
    const { id } = await pay(1)
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => give(id, 0.1)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect(await office.read('Payment', id)).toMatchObject({ status: 'refunded' })
  })
})

describe('a payment method', () => {
  test('keeps when its status changed, and tells of it', async () => {
    const { id, statusDate } = await office.create('PaymentMethod', { name: 'card', status: 'active' })
    expect(statusDate).toEqual(expect.any(String))
    const changed = await office.patch('PaymentMethod', id, { status: 'blocked' })
    expect(changed.statusDate).not.toBe(statusDate)
    expect(await office.patch('PaymentMethod', id, { isPreferred: true })).toMatchObject({
      statusDate: changed.statusDate,
      '@type': 'PaymentMethod',
    })
    expect((await office.told('PaymentMethod', id)).filter((type) => type.includes('Status'))).toEqual([
      'PaymentMethodStatusChangeEvent',
    ])
  })
})
