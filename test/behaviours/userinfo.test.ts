import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFilter } from '../../src/derive/filter.ts'
import { list, read } from '../../src/resources/read.ts'
import { pageOf } from '../derive/pages.ts'
import { callerOf } from '../resources/shop.ts'
import { Office } from './office.ts'

const page = pageOf('Userinfo')
let office: Office
let ada: string
beforeAll(async () => {
  office = await Office.open()
  const person = await office.create('Individual', {
    familyName: 'Lovelace',
    givenName: 'Ada',
    birthDate: '1990-12-10T00:00:00Z',
    contactMedium: [
      { mediumType: 'email', characteristic: { emailAddress: 'old@example.com' } },
      { mediumType: 'email', preferred: true, characteristic: { emailAddress: 'ada@example.com' } },
      { mediumType: 'phone', characteristic: { phoneNumber: '+4912345' } },
    ],
    languageAbility: [{ languageCode: 'fr' }, { languageCode: 'en-GB', isFavouriteLanguage: true }],
    individualIdentification: [{ identificationId: 'P-1', identificationType: 'passport' }],
  })
  ada = person.id
  for (const givenName of ['Grace', 'Admiral']) {
    await office.create('Individual', { familyName: 'Hopper', givenName })
  }
})
afterAll(() => office.close())

const named = async (...conditions: string[]) => {
  const query = { filter: parseFilter(page, conditions), window: { offset: 0, limit: 10 } }
  const { rows, total } = await list(office.context, page, query, callerOf())
  return { names: rows.map(({ text }) => JSON.parse(text).name), total }
}

describe('a user', () => {
  test('is the person we know, told as OpenID Connect does', async () => {
    const { text, id } = await read(office.context, page, { id: ada }, callerOf())
    expect(id).toBe(ada)
    expect(JSON.parse(text)).toEqual({
      sub: ada,
      name: 'Ada Lovelace',
      family_name: 'Lovelace',
      given_name: 'Ada',
      birthdate: '1990-12-10',
      email: 'ada@example.com',
      phone_number: '+4912345',
      locale: 'en-GB',
      legalId: [{ identificationId: 'P-1', identificationType: 'passport' }],
    })
  })

  test('is found by what is known of the person', async () => {
    expect(await named('family_name=Hopper')).toEqual({ names: ['Grace Hopper', 'Admiral Hopper'], total: 2 })
    expect(await named(`sub=${ada}`)).toEqual({ names: ['Ada Lovelace'], total: 1 })
    expect(await named('family_name=Hopper', 'given_name=Grace')).toMatchObject({ total: 1 })
    expect(await named('email=ada@example.com')).toEqual({ names: ['Ada Lovelace'], total: 1 })
    expect(await named('name=Grace Hopper', 'family_name=Hopper')).toMatchObject({ total: 1 })
    expect(await named(`href=https://id.example/tmf-api/openid/v4/userinfo/${ada}`)).toMatchObject({
      total: 1,
    })
  })

  test('changes and goes with the person', async () => {
    const { id } = await office.create('Individual', { familyName: 'Turing', givenName: 'Alan' })
    await office.patch('Individual', id, { givenName: 'A. M.' })
    expect((await office.read('Userinfo', id)).name).toBe('A. M. Turing')
    await office.remove('Individual', id)
    await expect(office.read('Userinfo', id)).rejects.toMatchObject({ code: 'resourceNotFound' })
  })
})
