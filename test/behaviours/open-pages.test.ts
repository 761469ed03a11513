/** Pages whose official files leave something open: what a client sends is kept, and its moves are told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

describe('an entity (TMF703)', () => {
  test('keeps whatever its own type gives it', async () => {
    const truck = { '@type': 'Truck', licence: 'AB 123', load: { amount: 3 } }
    const { id } = await office.create('Entity', truck)
    expect(await office.read('Entity', id)).toMatchObject(truck)
    await office.patch('Entity', id, { licence: 'CD 456' })
    expect(await office.read('Entity', id)).toMatchObject({ ...truck, licence: 'CD 456' })
    expect(await office.told('Entity', id)).toEqual(['EntityCreateEvent', 'EntityChangeEvent'])
  })

  test('must say what it is', async () => {
    await expect(office.create('Entity', { licence: 'AB 123' })).rejects.toMatchObject({
      code: 'missingAttribute',
    })
  })
})

test('an entitlement (TMF672) keeps what it is not known for, its role does not', async () => {
  const entitlement = [{ id: 'e-1', action: 'read', scope: 'all' }]
  const { id } = await office.create('UserRole', { entitlement })
  expect((await office.read('UserRole', id)).entitlement).toEqual(entitlement)
  const odd = office.create('UserRole', { entitlement, colour: 'red' })
  await expect(odd).rejects.toMatchObject({ code: 'unknownAttribute' })
})

test('a digital identity (TMF720) is active from the start, and tells when it no longer is', async () => {
  const identity = { credential: [{ id: 'c-1' }] }
  const { id, status } = await office.create('DigitalIdentity', identity)
  expect(status).toBe('active')
  const early = office.create('DigitalIdentity', { ...identity, status: 'suspended' })
  await expect(early).rejects.toMatchObject({ code: 'attributeNotAllowedOnCreate' })
  await office.patch('DigitalIdentity', id, { status: 'suspended' })
  expect(await office.told('DigitalIdentity', id)).toContain('DigitalIdentityStateChangeEvent')
})

test('an agreement (TMF651) may be in a state of its own, and tells of each move', async () => {
  const parts = { agreementItem: [{}], engagedParty: [{ id: 'p-1', name: 'Ada' }] }
  const { id, status } = await office.create('Agreement', {
    agreementType: 'commercial',
    name: 'Peering',
    ...parts,
  })
  expect(status).toBe('inProcess')
  await office.patch('Agreement', id, { status: 'signed' })
  expect(await office.told('Agreement', id)).toEqual(['AgreementCreateEvent', 'AgreementStateChangeEvent'])
})
