/**
 * The three gates before an order, cheap ones first: does the address exist, may this customer buy it, can the
 * network deliver it. Each answers with reasons and alternatives; none changes anything.
 */
import type { Document } from '../declare/index.ts'
import type { Work } from '../resources/work.ts'
import { countFree } from '../store/inventory.ts'
import { together } from '../store/together.ts'
import type { Lookup } from './design.ts'
import { Designer, DesignFault, productValues } from './design.ts'
import { type Facts, siteOf } from './facts.ts'
import { type RuleInput, ruleValue, type Values } from './rules.ts'

export interface Reason {
  readonly code: string
  readonly label: string
  readonly technicalReason?: string
  readonly suggestedAction?: string
}

/** What could be had instead: an offering or a service specification. */
export interface Alternative {
  readonly id?: string
  readonly href?: string
  readonly name: string
  readonly reason?: string
}

export interface Verdict {
  readonly isPassed: boolean
  readonly reasons: readonly Reason[]
  readonly alternatives: readonly Alternative[]
}

const passed: Verdict = { isPassed: true, reasons: [], alternatives: [] }

function refused(reason: Reason, alternatives: readonly Alternative[] = []): Verdict {
  return { isPassed: false, reasons: [reason], alternatives }
}

/** Gate 1 (TMF673): the place named must be a known address. */
export function addressGate(placeId: string | undefined, facts: Facts): Verdict {
  if (placeId === undefined || facts.place !== undefined) return passed
  return refused({
    code: 'ADDR-001',
    label: 'Unknown address',
    technicalReason: `There is no geographicAddress '${placeId}'`,
    suggestedAction: 'Validate the address with geographicAddressValidation and order with the id it gives',
  })
}

/** Gate 2 (TMF679): the offering must be on sale, and the customer in a segment it is made for. */
export async function commercialGate(
  lookup: Lookup,
  offeringId: string,
  customerId: string | undefined,
  facts: Facts,
): Promise<Verdict> {
  const offering = await lookup('ProductOffering', offeringId)
  if (offering === undefined) {
    return refused({
      code: 'COMM-004',
      label: 'Unknown offering',
      technicalReason: `The catalogue has no productOffering '${offeringId}'`,
      suggestedAction: 'Choose an offering of the catalogue',
    })
  }
  const { lifecycleStatus } = offering
  if (offering.isSellable === false || !/^(active|launched)$/i.test(String(lifecycleStatus))) {
    return refused({
      code: 'COMM-005',
      label: 'Offering not on sale',
      technicalReason: `${offeringId} is ${lifecycleStatus}${offering.isSellable === false ? ' and not sellable' : ''}`,
      suggestedAction: 'Choose an offering that is Active',
    })
  }
  const segments = ((offering.marketSegment as Document[] | undefined) ?? []).flatMap(({ id, name }) => [
    id,
    name,
  ])
  if (segments.length === 0) return passed
  if (customerId !== undefined && facts.customer === undefined) {
    return refused({
      code: 'COMM-006',
      label: 'Unknown customer',
      technicalReason: `There is no customer '${customerId}'`,
      suggestedAction: 'Create the customer first, or name another',
    })
  }
  const segment = facts.customer?.segment
  if (segment !== undefined && segments.includes(segment as string)) return passed
  const alternatives = await alternativesTo(lookup, offering)
  const who =
    customerId === undefined ? 'no customer is named' : `${customerId} is ${segment ?? 'in no segment'}`
  return refused(
    {
      code: 'COMM-003',
      label: 'Customer segment mismatch',
      technicalReason: `${offeringId} needs ${[...new Set(segments)].filter(Boolean).join(' or ')}; ${who}`,
      suggestedAction:
        alternatives.length > 0
          ? `Offer ${alternatives.map(({ id, name }) => id ?? name).join(' or ')}`
          : 'Offer something made for this segment',
    },
    alternatives,
  )
}

/** The offerings an offering names as its alternatives. */
async function alternativesTo(lookup: Lookup, offering: Document): Promise<Alternative[]> {
  const related = (offering.productOfferingRelationship as Document[] | undefined) ?? []
  const found: Alternative[] = []
  for (const { id, relationshipType } of related) {
    if (relationshipType !== 'alternate' || typeof id !== 'string') continue
    const other = await lookup('ProductOffering', id)
    if (other) found.push({ id, href: other.href, name: String(other.name) })
  }
  return found
}

/** Gate 3 (TMF645): the network must be able to deliver each service with what is free now. */
export async function technicalGate(
  work: Work,
  lookup: Lookup,
  serviceSpecifications: readonly string[],
  input: RuleInput,
): Promise<Verdict> {
  for (const id of serviceSpecifications) {
    const verdict = await feasibility(work, lookup, id, input)
    if (!verdict.isPassed) return verdict
  }
  return passed
}

async function feasibility(work: Work, lookup: Lookup, id: string, input: RuleInput): Promise<Verdict> {
  const designer = new Designer(lookup)
  const complete = await withSite(work, lookup, id, input)
  try {
    await designer.addService('1', id, complete)
  } catch (error) {
    if (!(error instanceof DesignFault)) throw error
    return refused({
      code: 'TECH-009',
      label: 'Not in the catalogue',
      technicalReason: error.message,
      suggestedAction: 'Complete the service catalogue',
    })
  }
  const { services, resources } = designer.design
  const taken = resources.filter(({ assignment }) => assignment === 'inventory')
  const available: Record<string, number> = {}
  const counts = await together<number[]>(
    taken.map(({ specification, filter }) =>
      countFree(work.tx, { specification: specification.id, filter, except: [] }, taken.length + 1),
    ),
  )
  for (const [index, { specification }] of taken.entries()) {
    available[specification.id] = Math.min(
      available[specification.id] ?? Number.POSITIVE_INFINITY,
      counts[index] ?? 0,
    )
  }
  for (const service of services) {
    const specification = await lookup('ServiceSpecification', service.specification.id)
    if (specification === undefined) continue
    const rule = await ruleValue(specification, 'feasibility', {
      ...complete,
      service: service.characteristics,
      available,
    })
    const findings = listOf(rule)
    if (findings.length > 0) return verdictOf(findings)
  }
  const missing = Object.entries(available).find(([, free]) => free === 0)
  if (missing === undefined) return passed
  return refused({
    code: 'TECH-008',
    label: 'No free resource',
    technicalReason: `No ${missing[0]} is free`,
    suggestedAction: 'Add resources to the inventory, or wait until one is released',
  })
}

/** The input with what the place is like, when the specification or one it relies on says what tells it. */
export async function withSite(
  work: Work,
  lookup: Lookup,
  specificationId: string,
  input: RuleInput,
): Promise<RuleInput> {
  const place = input.place?.id
  if (input.site !== undefined || typeof place !== 'string') return input
  const tells = await siteSpecification(lookup, specificationId, input, 0)
  const site = tells === undefined ? undefined : await siteOf(work, tells, place)
  return site ? { ...input, site } : input
}

async function siteSpecification(
  lookup: Lookup,
  id: string,
  input: RuleInput,
  depth: number,
): Promise<string | undefined> {
  const specification = depth > 10 ? undefined : await lookup('ServiceSpecification', id)
  if (specification === undefined) return undefined
  const own = await ruleValue(specification, 'siteResource', input)
  if (typeof own === 'string') return own
  for (const { id: below } of (specification.serviceSpecRelationship as Document[] | undefined) ?? []) {
    const found =
      typeof below === 'string' ? await siteSpecification(lookup, below, input, depth + 1) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

interface Finding extends Reason {
  readonly alternate?: unknown
}

const listOf = (value: unknown): Finding[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]) as Finding[]

function verdictOf(findings: readonly Finding[]): Verdict {
  return {
    isPassed: false,
    reasons: findings.map(({ alternate: _alternate, ...reason }) => reason),
    alternatives: findings.flatMap(({ alternate }) => listOf(alternate) as unknown as Alternative[]),
  }
}

/** What a product order item asks for, looked up: the offering, its specification, the product's characteristics. */
export interface OrderedProduct {
  readonly offering: Document | undefined
  readonly specification: Document | undefined
  readonly values: Values
  readonly serviceSpecifications: readonly string[]
}

/** Follows an offering to its product specification and the services that realise it. */
export async function orderedProduct(
  lookup: Lookup,
  offeringId: string | undefined,
  specificationId: string | undefined,
  asked: Values,
): Promise<OrderedProduct> {
  const offering = offeringId === undefined ? undefined : await lookup('ProductOffering', offeringId)
  const id = (offering?.productSpecification as { id?: string } | undefined)?.id ?? specificationId
  const specification = id === undefined ? undefined : await lookup('ProductSpecification', id)
  const refs = (specification?.serviceSpecification as { id?: string }[] | undefined) ?? []
  return {
    offering,
    specification,
    values: await productValues(offering, specification, asked),
    serviceSpecifications: refs.flatMap(({ id: service }) => (service === undefined ? [] : [service])),
  }
}
