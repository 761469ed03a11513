/**
 * TMF677: a question for consumption is answered as it is asked: the buckets of those it names (TMF654), and the
 * totals of their usage (TMF635) by product and service.
 */
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstants } from '../derive/literal.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'
import { addUpUsage, type UsageTotal } from '../store/usage-totals.ts'

const maxBuckets = 100
const maxRecords = 100_000

/** The behaviour of questions for consumption. */
export function* usageConsumptionBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    'QueryUsageConsumption',
    { complete: async (work, query) => ({ ...query, usageConsumption: [await reportOn(work, query)] }) },
  ]
}

/** Whose consumption is asked for, and when. */
interface Asked {
  readonly parties: readonly Ref[]
  readonly accounts: readonly Ref[]
  readonly products: readonly Ref[]
  readonly resources: readonly Ref[]
  readonly period: Period | undefined
}

interface Ref extends JsonObject {
  readonly id: string
}

interface Period extends JsonObject {
  readonly startDateTime?: string
  readonly endDateTime?: string
}

/** What was used and what is left, as TMF677 asks and tells. */
export async function reportOn(work: Work, query: JsonObject): Promise<JsonObject> {
  const criteria = (query.searchCriteria ?? {}) as JsonObject
  const refs = (list: unknown): Ref[] => (list ?? []) as Ref[]
  const asked: Asked = {
    parties: [...refs(query.relatedParty), ...refs(criteria.relatedParty)],
    accounts: [...refs(query.partyAccount), ...refs(criteria.partyAccount)],
    products: refs(criteria.product),
    resources: refs(criteria.logicalResource),
    period: criteria.validPeriod as Period | undefined,
  }
  const head = {
    id: '1',
    creationDate: work.now,
    lastUpdate: work.now,
    ...some('name', criteria.name),
    ...some('relatedParty', asked.parties),
    ...some('partyAccount', asked.accounts),
    ...some('logicalResource', asked.resources),
    ...some('validPeriod', asked.period),
  }
  const totals = await totalsOf(work, asked)
  if (totals.reduce((count, { records }) => count + records, 0) > maxRecords) {
    const description = `More than ${maxRecords} usage records: ask for a shorter validPeriod`
    return { ...head, description, state: 'terminatedWithError' }
  }
  const other = totals.filter(({ product, service }) => product === null && service === null)
  const buckets = await bucketsOf(work, asked)
  const counters = summaries(other, asked.period)
  if (counters.length > 0) buckets.push({ name: 'Usage of no known product', bucketCounter: counters })
  return {
    ...head,
    state: 'done',
    ...some('product', summed(totals, 'product', asked)),
    ...some('service', summed(totals, 'service', asked)),
    bucketRefOrValue: buckets,
  }
}

const some = (name: string, value: unknown): JsonObject =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value }

const idsOf = (refs: readonly Ref[]): string[] => [...new Set(refs.map(({ id }) => id))]

/** The usage of the asked products, or of everything the asked parties use. */
async function totalsOf(work: Work, { products, parties, period }: Asked): Promise<UsageTotal[]> {
  if (products.length === 0 && parties.length === 0) return []
  const { page } = work.model.homeOf('Usage')
  const wanted = {
    ...(products.length === 0 ? {} : { 'ratedProductUsage.productRef.id': idsOf(products) }),
    ...(parties.length === 0 ? {} : { 'relatedParty.id': idsOf(parties) }),
  }
  const instant = (text: string | undefined) => {
    const read = text === undefined ? undefined : readInstants(text)
    return read && new Date(read[0]).toISOString()
  }
  const [from, until] = [instant(period?.startDateTime), instant(period?.endDateTime)]
  return addUpUsage(work.tx, page, { wanted, products: idsOf(products), from, until, limit: maxRecords + 1 })
}

/** What was used of each product or service; every product that was asked for is told of. */
function summed(totals: readonly UsageTotal[], of: 'product' | 'service', asked: Asked): JsonObject[] {
  const isOf = (total: UsageTotal) =>
    of === 'product' ? total.product : total.product === null && total.service
  const found = totals.flatMap((total) => isOf(total) || [])
  const named = new Map(of === 'product' ? asked.products.map((ref) => [ref.id, ref]) : [])
  return [...new Set([...named.keys(), ...found])].map((id) => ({
    ...(named.get(id) ?? { id }),
    consumptionSummary: summaries(
      totals.filter((total) => isOf(total) === id),
      asked.period,
    ),
  }))
}

function summaries(totals: readonly UsageTotal[], period: Period | undefined): JsonObject[] {
  return totals.map(({ usageType, units, amount }, index) => ({
    id: String(index + 1),
    counterType: usageType,
    valueName: `${Decimal.of(amount).text} ${units}`.trim(),
    value: { amount: Decimal.of(amount).number, ...(units === '' ? {} : { units }) },
    ...(period === undefined ? {} : { consumptionPeriod: period }),
  }))
}

const shown = [
  'description',
  'isShared',
  'name',
  'remainingValueName',
  'status',
  'usageType',
  'logicalResource',
  'partyAccount',
  'product',
  'relatedParty',
  'remainingValue',
  'reservedValue',
  'validFor',
]

/** The buckets of the accounts, products, numbers and parties that are asked for. */
async function bucketsOf(
  work: Work,
  { accounts, products, resources, parties }: Asked,
): Promise<JsonObject[]> {
  const ways: readonly [string, readonly Ref[]][] = [
    ['partyAccount.id', accounts],
    ['product.id', products],
    ['logicalResource.id', resources],
    ['relatedParty.id', parties],
  ]
  const found = new Map<string, JsonObject>()
  for (const [path, refs] of ways) {
    for (const bucket of await search(work, 'Bucket', { [path]: idsOf(refs) }, { limit: maxBuckets })) {
      const known = shown.filter((name) => bucket[name] !== undefined).map((name) => [name, bucket[name]])
      found.set(bucket.id, { id: bucket.id, href: bucket.href, ...Object.fromEntries(known) })
    }
  }
  return [...found.values()]
}
