/** Plausible texts for attributes, by what they are called wherever they appear; nothing here knows an API. */
import { capitalised, hyphened, words } from './words.ts'

/** The moment all examples are told at. */
export const exampleMoment = '2026-03-01T09:00:00.000Z'

const wellKnown: Readonly<Record<string, string>> = {
  author: 'Ada Byron',
  buildingName: 'Analytical House',
  characteristicType: 'string',
  city: 'London',
  code: 'E-42',
  contentType: 'application/json',
  country: 'United Kingdom',
  countryCode: 'GB',
  currency: 'EUR',
  emailAddress: 'ada@example.com',
  familyName: 'Byron',
  givenName: 'Ada',
  fullName: 'Ada Byron',
  language: 'en',
  lifecycleStatus: 'In study',
  locality: 'Marylebone',
  mimeType: 'application/pdf',
  phoneNumber: '+44 20 7946 0000',
  postcode: 'W1U 3DY',
  priority: '1',
  rangeInterval: 'closed',
  recurringChargePeriod: 'month',
  regex: '^.*$',
  relationshipType: 'dependsOn',
  role: 'customer',
  severity: 'minor',
  stateOrProvince: 'England',
  streetName: 'Dorset Street',
  streetNr: '1',
  streetType: 'Street',
  text: 'Call before you come',
  timeZone: 'Europe/London',
  tradingName: 'Analytical Engines Ltd',
  unit: 'EUR',
  unitOfMeasure: 'Mbps',
  units: 'GB',
  valueType: 'string',
  version: '1.0',
}

/** A text for an attribute: what its meaning gives as an instance ("such as broadband"), else one by its name. */
export function exampleText(
  attribute: string,
  meaning: string,
  type: { readonly name: string; readonly meaning: string },
): string {
  if (attribute === 'id') return exampleId(type.name)
  if (attribute === 'name') return `Example ${words(type.name)}`
  if (attribute === 'description') return type.meaning
  const [, told] = /\bsuch as (.+)$/.exec(meaning) ?? []
  if (told !== undefined) return told.split(/ or | and |, /)[0]?.replace(/^(an?|the) /, '') ?? told
  if (/Id$/.test(attribute)) return exampleId(attribute.slice(0, -2))
  return wellKnown[attribute] ?? capitalised(words(attribute))
}

/** An identifier of a kind, such as `service-specification-1`. */
export function exampleId(kind: string): string {
  return `${hyphened(kind)}-1`
}

/** A URL of an attribute of a type. */
export function exampleUri(attribute: string, of: string): string {
  return `https://example.com/${hyphened(of)}/${hyphened(attribute)}`
}

/** A date-time: an end is a year after its beginning. */
export function exampleDateTime(attribute: string): string {
  return /end/i.test(attribute) ? exampleMoment.replace('2026', '2027') : exampleMoment
}
