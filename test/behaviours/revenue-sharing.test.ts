/** Sharing a revenue (TMF735 to 738). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const party = {
  '@type': 'RelatedPartyRefOrPartyRoleRef',
  role: 'distributor',
  partyOrPartyRole: { '@type': 'PartyRef', id: 'o-shop' },
}

describe('a report (TMF737)', () => {
  const euros = (value: number, unit = 'EUR') => ({ unit, value })

  async function itemsOf(...items: readonly JsonObject[]): Promise<JsonObject[]> {
    const report = await office.create('PartyRevSharingReport', {
      '@type': 'PartyRevSharingReport',
      money: euros(100),
      partyRevSharingReportItem: items.map((item) => ({ '@type': 'PartyRevSharingReportItem', ...item })),
    })
    return report.partyRevSharingReportItem as JsonObject[]
  }

  const detailed = (...sums: readonly (JsonObject | undefined)[]) => ({
    sharingReportItemIDetail: sums.map((money) => ({
      '@type': 'PartyRevSharingReportItemDetail',
      ...(money ? { money } : {}),
    })),
  })

  test('adds up what a party is due', async () => {
    expect(await itemsOf(detailed(euros(0.1), euros(0.2)), detailed(euros(60)))).toMatchObject([
      { id: '1', money: euros(0.3) },
      { id: '2', money: euros(60) },
    ])
  })

  test('leaves what an item says itself, and what cannot be added up', async () => {
    const items = await itemsOf(
      { money: euros(7), ...detailed(euros(1)) },
      detailed(euros(1), euros(1, 'USD')),
      detailed(euros(1), undefined),
      {},
    )
    expect(items.map(({ money }) => money)).toEqual([euros(7), undefined, undefined, undefined])
  })
})

describe('a transaction (TMF735)', () => {
  const transaction = {
    '@type': 'CdrTransaction',
    relatedParty: [party],
    channel: [
      { '@type': 'RelatedChannel', role: 'department', channel: { '@type': 'ChannelRef', id: 'ch-1' } },
    ],
  }

  test('is charged, billed, paid and completed, one after the other', async () => {
    const { id, state } = await office.create('CdrTransaction', transaction)
    expect(state).toBe('charged')
    await expect(office.patch('CdrTransaction', id, { state: 'paid' })).rejects.toMatchObject({
      code: 'stateTransitionNotAllowed',
    })
    for (const next of ['billed', 'paid']) {
      expect(await office.patch('CdrTransaction', id, { state: next })).not.toHaveProperty('completionDate')
    }
    expect(await office.patch('CdrTransaction', id, { state: 'completed' })).toMatchObject({
      completionDate: expect.stringMatching(/Z$/),
    })
    expect(await office.told('CdrTransaction', id)).toContain('CdrTransactionStateChangeEvent')
  })

  test('names those who share the revenue', async () => {
    const { partyOrPartyRole: _nobody, ...role } = party
    const nameless = office.create('CdrTransaction', { ...transaction, relatedParty: [role] })
    await expect(nameless).rejects.toMatchObject({ code: 'missingAttribute' })
  })
})

test('a way to work out a share (TMF736) stays while a model (TMF738) uses it', async () => {
  const { id } = await office.create('PartyRevSharingAlgorithm', {
    '@type': 'PartyRevSharingAlgorithm',
    name: 'A twentieth',
  })
  const model = await office.create('PartyRevSharingModel', {
    '@type': 'PartyRevSharingModel',
    name: 'Handsets',
    relatedParty: [party],
    partyRevSharingModelItem: [
      {
        '@type': 'PartyRevSharingModelItem',
        sharingModelItemInvolvement: [
          {
            '@type': 'PartyRevSharingModelItemInvolvement',
            offeringPrice: [
              {
                '@type': 'PartyRevSharingModelInvolPrice',
                partyRevSharingAlgorithm: [{ '@type': 'PartyRevSharingAlgorithmRef', id }],
              },
            ],
          },
        ],
      },
    ],
  })
  await expect(office.remove('PartyRevSharingAlgorithm', id)).rejects.toMatchObject({
    code: 'resourceReferenced',
  })
  await office.remove('PartyRevSharingModel', model.id)
  await office.remove('PartyRevSharingAlgorithm', id)
})
