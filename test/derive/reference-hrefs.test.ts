import { expect, test } from 'vitest'
import { withReferenceHrefs } from '../../src/derive/reference-hrefs.ts'
import { model, pageOf } from './pages.ts'

const known = new Set(['ServiceSpecification ss-1', 'GeographicAddress a-1'])
const completed = (document: Record<string, unknown>) =>
  withReferenceHrefs(model, pageOf('Service'), document, (kind, id) => known.has(`${kind} ${id}`))

test('a reference to what is known says where it can be read, by its type or by what it says itself', () => {
  const document = {
    serviceSpecification: { id: 'ss-1', name: 'Access' },
    place: [{ id: 'a-1', role: 'site', '@referredType': 'GeographicAddress' }],
  }
  expect(completed(document)).toEqual({
    serviceSpecification: {
      ...document.serviceSpecification,
      href: '/tmf-api/serviceCatalogManagement/v4/serviceSpecification/ss-1',
    },
    place: [{ ...document.place[0], href: '/tmf-api/geographicAddressManagement/v4/geographicAddress/a-1' }],
  })
})

test('what is elsewhere, says so already, or is no reference stays as it is', () => {
  const document = {
    serviceSpecification: { id: 'ss-1', href: 'https://elsewhere.example/ss-1' },
    relatedParty: [{ id: 'p-1', role: 'user', '@referredType': 'Individual' }],
    note: [{ id: 'ss-1', text: 'call first' }],
    name: 'Access',
  }
  expect(completed(document)).toEqual(document)
})
