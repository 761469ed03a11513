/**
 * TMF909 and 914: a request for a report on usage is answered as it is posted, with what TMF677 would say of the same
 * product and parties, and of the buckets that are named.
 */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Work } from '../resources/work.ts'
import { reportOn } from './usage-consumption.ts'

const kind = 'UsageConsumptionReportRequest'

/** The behaviour of requests for reports on usage. */
export function* usageReportBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    kind,
    {
      onCreate: async (work, request, caller) => {
        // An import brings requests that were answered.
        if (request.status !== 'InProgress') return
        const { page } = work.model.homeOf('UsageConsumptionReport')
        const report = work.create(page, await reportFor(work, request), caller)
        const { id, href, name, effectiveDate } = report
        const usageConsumptionReport = { id, href, name, effectiveDate }
        work.change(
          work.model.homeOf(kind).page,
          request.id,
          { status: 'done', usageConsumptionReport },
          caller,
        )
      },
    },
  ]
}

async function reportFor(work: Work, request: Document): Promise<JsonObject> {
  const { product, relatedParty, validPeriod } = request
  const asked = {
    ...(relatedParty === undefined ? {} : { relatedParty }),
    searchCriteria: {
      ...(product === undefined ? {} : { product: [product] }),
      ...(validPeriod === undefined ? {} : { validPeriod }),
    },
  }
  const told = await reportOn(work, asked)
  const parties = (relatedParty as JsonObject[] | undefined) ?? []
  const bucket = [
    ...(await bucketsNamed(work, request)),
    ...listed(told.bucketRefOrValue).map(asBucket),
    ...listed(told.product).map(usageOf),
  ]
  return {
    name: 'Usage report',
    ...(told.description === undefined ? {} : { description: told.description }),
    effectiveDate: work.now,
    ...(bucket.length === 0 ? {} : { bucket }),
    ...(parties[0] === undefined ? {} : { relatedParty: parties[0] }),
  }
}

async function bucketsNamed(work: Work, { bucket }: Document): Promise<JsonObject[]> {
  const keys = listed(bucket).map(({ id }) => ({ kind: 'Bucket', id: String(id) }))
  await work.look(keys)
  return keys.flatMap(({ id }) => {
    const found = work.find('Bucket', id)
    return found === undefined ? [] : [asBucket(found)]
  })
}

/** A bucket of TMF654 or 677 as a report on usage tells of it. */
function asBucket({ id, href, bucketCounter, ...bucket }: JsonObject): JsonObject {
  const shown = picked(bucket, ['isShared', 'name', 'usageType'])
  const balance = picked(bucket, ['remainingValueName', 'remainingValue', 'validFor'])
  return {
    ...(id === undefined ? {} : { id, href }),
    ...shown,
    ...(Object.keys(balance).length === 0 ? {} : { bucketBalance: [balance] }),
    ...(bucketCounter === undefined ? {} : { bucketCounter }),
  }
}

/** What was used of a product, told as a bucket without a limit. */
function usageOf({ id, href, name, consumptionSummary }: JsonObject): JsonObject {
  const product = picked({ id, href, name }, ['id', 'href', 'name'])
  return { name: `Usage of product ${id}`, bucketCounter: consumptionSummary, product: [product] }
}

function picked(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))
}

const listed = (value: unknown): JsonObject[] => (value as JsonObject[] | undefined) ?? []
