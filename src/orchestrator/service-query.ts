/**
 * Which services could be delivered (TMF645 queryServiceQualification). The services are those that the offerings on
 * sale are made of, each with the characteristics an offering gives it; every one is tried at the technical gate.
 */
import type { Document } from '../declare/index.ts'
import { canonicalJson } from '../derive/canonical-json.ts'
import type { JsonObject } from '../derive/json.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'
import type { Lookup } from './design.ts'
import { factsOf, placeIdOf } from './facts.ts'
import { addressGate, orderedProduct, technicalGate } from './gates.ts'
import { toValues, type Values } from './rules.ts'

/** A specification with the characteristics its instance would have. */
interface Variant {
  readonly specification: string
  readonly values: Values
}

const maxOfferings = 500
/** Each is designed and judged as an order would be: a query must not hold the engine up. */
const maxVariants = 100

/** The items of the answer: what passes the gate now, at the place and with the characteristics that are asked for. */
export async function deliverableServices(
  work: Work,
  lookup: Lookup,
  criteria: JsonObject,
): Promise<JsonObject[]> {
  const asked = (criteria.service ?? {}) as JsonObject
  const place = placeIdOf(asked.place)
  const facts = await factsOf(work, { place })
  if (!addressGate(place, facts).isPassed) return []
  const found: JsonObject[] = []
  for (const { specification, values } of await variantsOf(work, lookup, criteria)) {
    const verdict = await technicalGate(work, lookup, [specification], { ...facts, product: values })
    if (!verdict.isPassed) continue
    const entry = await lookup('ServiceSpecification', specification)
    found.push({
      id: String(found.length + 1),
      service: {
        serviceSpecification: refTo(specification, entry),
        ...(asked.place === undefined ? {} : { place: asked.place }),
        ...characteristicsOf(values),
      },
      ...(criteria.category === undefined ? {} : { category: criteria.category }),
    })
  }
  return found
}

async function variantsOf(work: Work, lookup: Lookup, criteria: JsonObject): Promise<Variant[]> {
  const asked = (criteria.service ?? {}) as JsonObject
  const wanted = idIn(asked.serviceSpecification)
  const category = idIn(criteria.category)
  const isWanted = await wantedBy(work, wanted, category)
  const required = toValues(asked.serviceCharacteristic)
  const variants = new Map<string, Variant>()
  const add = (variant: Variant) => {
    if (variants.size < maxVariants) variants.set(canonicalJson(variant), variant)
  }
  for (const { id } of await offeringsOnSale(work)) {
    const { values, serviceSpecifications } = await orderedProduct(lookup, id, undefined, {})
    if (!agrees(values, required)) continue
    for (const specification of serviceSpecifications.filter(isWanted)) {
      add({ specification, values: { ...values, ...required } })
    }
  }
  // A service that nobody sells by itself may still be asked for by name.
  if (variants.size === 0 && wanted !== undefined && isWanted(wanted)) {
    add({ specification: wanted, values: required })
  }
  return [...variants.values()]
}

/** Which specifications are asked for: one, those of a category, or any. */
async function wantedBy(
  work: Work,
  specification: string | undefined,
  category: string | undefined,
): Promise<(id: string) => boolean> {
  const candidates =
    category === undefined
      ? undefined
      : await search(work, 'ServiceCandidate', { 'category.id': [category] }, { limit: maxOfferings })
  const inCategory = candidates && new Set(candidates.map((each) => idIn(each.serviceSpecification)))
  return (id) => (specification === undefined || id === specification) && (inCategory?.has(id) ?? true)
}

async function offeringsOnSale(work: Work): Promise<Document[]> {
  const onSale = { lifecycleStatus: ['Active', 'Launched', 'active', 'launched'] }
  const offerings = await search(work, 'ProductOffering', onSale, { limit: maxOfferings })
  return offerings.filter(({ isSellable }) => isSellable !== false)
}

/** Whether what is asked for is what an offering gives, as far as it says so. */
function agrees(values: Values, required: Values): boolean {
  return Object.entries(required).every(
    ([name, value]) => values[name] === undefined || String(values[name]) === String(value),
  )
}

function refTo(id: string, entry: Document | undefined): JsonObject {
  if (entry === undefined) return { id }
  const { href, name, version } = entry
  return { id, href, name, ...(version === undefined ? {} : { version }) }
}

function characteristicsOf(values: Values): JsonObject {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  if (given.length === 0) return {}
  return { serviceCharacteristic: given.map(([name, value]) => ({ name, value, valueType: typeof value })) }
}

const idIn = (reference: unknown): string | undefined => {
  const id = (reference as { id?: unknown } | undefined)?.id
  return typeof id === 'string' ? id : undefined
}
