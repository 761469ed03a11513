import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const scoresOf = ({ riskAssessmentResult }: JsonObject): Record<string, number> => {
  const { score } = riskAssessmentResult as { score: { riskName: string; score: number }[] }
  return Object.fromEntries(score.map((each) => [each.riskName, each.score]))
}

async function customer(creditProfile: JsonObject[], more: JsonObject = {}): Promise<string> {
  const person = await office.create('Individual', {
    familyName: 'Lovelace',
    givenName: 'Ada',
    individualIdentification: [{ identificationId: 'P-1', identificationType: 'passport' }],
  })
  const { id } = await office.create('Customer', {
    name: 'Ada',
    engagedParty: { id: person.id, '@referredType': 'Individual' },
    creditProfile,
    ...more,
  })
  return id
}
const profile = (date: string, more: JsonObject) => ({ creditProfileDate: date, validFor: {}, ...more })
const assess = (id: string) =>
  office.create('PartyRoleRiskAssessment', { partyRole: { id, '@referredType': 'Customer' } })

describe('a risk assessment', () => {
  test('of a customer goes by the newest credit profile, the papers and the means of payment', async () => {
    const id = await customer(
      [
        profile('2026-02-01T00:00:00Z', { creditScore: 850 }),
        profile('2025-02-01T00:00:00Z', { creditScore: 100 }),
      ],
      { paymentMethod: [{ id: 'pm-1' }] },
    )
    const task = await assess(id)
    expect(task.status).toBe('done')
    expect(scoresOf(task)).toEqual({
      IDConfidenceRisk: 10,
      CreditGamingRisk: 0,
      FraudRisk: 5,
      BadPaymentRisk: 15,
      PaymentMethodRisk: 10,
    })
    expect((task.riskAssessmentResult as JsonObject).overallScore).toBe(8)
    const moved = 'PartyRoleRiskAssessmentStatusChangeEvent'
    expect(await office.told('PartyRoleRiskAssessment', task.id)).toEqual([
      'PartyRoleRiskAssessmentCreateEvent',
      moved,
      moved,
    ])
  })

  test('rises with open orders and open tickets', async () => {
    const id = await customer([profile('2026-02-01T00:00:00Z', { creditRiskRating: 3 })])
    const relatedParty = [{ id, role: 'customer', '@referredType': 'Customer' }]
    for (let n = 0; n < 3; n++) {
      await office.create('ProductOrder', { relatedParty, productOrderItem: [{ id: '1', action: 'add' }] })
    }
    await office.create('TroubleTicket', {
      description: 'No dial tone',
      severity: 'major',
      ticketType: 'complaint',
      relatedParty,
    })
    const scores = scoresOf(await assess(id))
    expect([scores.CreditGamingRisk, scores.BadPaymentRisk, scores.FraudRisk]).toEqual([30, 32, 20])
  })

  test('of somebody nobody knows is high', async () => {
    expect(scoresOf(await assess('nobody'))).toMatchObject({ IDConfidenceRisk: 100, BadPaymentRisk: 50 })
  })

  test('of an offering asks whether it is on sale, and of a buyer too takes the greater risk', async () => {
    const offering = await office.create('ProductOffering', { name: 'Fibre', lifecycleStatus: 'Active' })
    const draft = await office.create('ProductOffering', { name: 'Draft' })
    const productOffering = { id: offering.id }
    const task = await office.create('ProductOfferingRiskAssessment', { productOffering })
    expect(scoresOf(task)).toEqual({ FraudRisk: 10 })
    const both = await office.create('PartyRoleProductOfferingRiskAssessment', {
      partyRole: { id: 'nobody', '@referredType': 'Customer' },
      productOffering: { id: draft.id },
    })
    expect(scoresOf(both).FraudRisk).toBe(60)
  })

  test('of an order is that of its customer, and of a cart that of its party', async () => {
    const id = await customer([profile('2026-02-01T00:00:00Z', { creditScore: 2_000 })])
    const relatedParty = [
      { id: 'seller', role: 'seller', '@referredType': 'Organization' },
      { id, role: 'Customer', '@referredType': 'Customer' },
    ]
    const order = await office.create('ProductOrder', {
      relatedParty,
      productOrderItem: [{ id: '1', action: 'add' }],
    })
    const ofOrder = await office.create('ProductOrderRiskAssessment', { productOrder: { id: order.id } })
    expect(scoresOf(ofOrder)).toMatchObject({ BadPaymentRisk: 0, IDConfidenceRisk: 10 })
    const cart = await office.create('ShoppingCart', { relatedParty: relatedParty.slice(1) })
    const ofCart = await office.create('ShoppingCartRiskAssessment', { shoppingCart: { id: cart.id } })
    expect(scoresOf(ofCart)).toMatchObject({ IDConfidenceRisk: 10 })
  })

  test('of what is not there ends with an error', async () => {
    const task = await office.create('ProductOrderRiskAssessment', { productOrder: { id: 'nowhere' } })
    expect(task.status).toBe('terminatedWithError')
    expect(task).not.toHaveProperty('riskAssessmentResult')
  })

  test('is ours to answer', async () => {
    const task = await office.create('ShoppingCartRiskAssessment', {
      shoppingCart: { id: 'nowhere' },
      status: 'done',
      riskAssessmentResult: { overallScore: 0 },
    })
    expect(task.status).toBe('terminatedWithError')
    expect(task).not.toHaveProperty('riskAssessmentResult')
  })
})
