/** What the gates and the design need to know beyond the order: the customer, the place, what the place is like. */
import type { Document } from '../declare/index.ts'
import type { Work } from '../resources/work.ts'
import { findAtPlace } from '../store/inventory.ts'
import { toValues, type Values } from './rules.ts'

interface Party {
  readonly id?: string
  readonly role?: string
  readonly '@referredType'?: string
}
interface Place {
  readonly id?: string
  readonly role?: string
}

export interface Facts {
  readonly customer?: Values
  readonly place?: Values
}

/** The id of the customer among related parties, by role or type; undefined when none is named. */
export function customerIdOf(parties: unknown): string | undefined {
  const list = (Array.isArray(parties) ? parties : []) as Party[]
  const customer =
    list.find((party) => party.role?.toLowerCase() === 'customer') ??
    list.find((party) => party['@referredType'] === 'Customer')
  return customer?.id
}

/** The id of the place a product or service is for. */
export function placeIdOf(places: unknown): string | undefined {
  const list = (Array.isArray(places) ? places : []) as Place[]
  return (list.find((place) => /install/i.test(place.role ?? '')) ?? list[0])?.id
}

/** Brings customer and place into the unit of work and gives them as expressions see them. */
export async function factsOf(
  work: Work,
  ids: { readonly customer?: string | undefined; readonly place?: string | undefined },
): Promise<Facts> {
  await work.look([
    ...(ids.customer === undefined ? [] : [{ kind: 'Customer', id: ids.customer }]),
    ...(ids.place === undefined ? [] : [{ kind: 'GeographicAddress', id: ids.place }]),
  ])
  const customer = ids.customer === undefined ? undefined : work.find('Customer', ids.customer)
  const place = ids.place === undefined ? undefined : work.find('GeographicAddress', ids.place)
  return {
    ...(customer ? { customer: customerValues(customer) } : {}),
    ...(place ? { place: place as Values } : {}),
  }
}

function customerValues(customer: Document): Values {
  return { ...toValues(customer.characteristic), id: customer.id, name: customer.name }
}

/** The characteristics of the resource that tells what a place is like; undefined when the place has none. */
export async function siteOf(
  work: Work,
  specificationId: string,
  place: string,
): Promise<Values | undefined> {
  const row = await findAtPlace(work.tx, specificationId, place)
  return row && { ...toValues(row.doc.resourceCharacteristic), id: row.id, name: row.doc.name }
}
