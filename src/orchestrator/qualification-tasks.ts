/**
 * The tasks that ask before an order is placed (TMF645, TMF679): answered in the request where the client wants that,
 * else by the engine.
 */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import type { Catalogue } from './catalogue.ts'
import type { Lookup } from './design.ts'
import { customerIdOf, factsOf, placeIdOf } from './facts.ts'
import { addressGate, commercialGate, technicalGate, type Verdict } from './gates.ts'
import { poqAnswer, serviceAnswer } from './qualification.ts'
import { toValues } from './rules.ts'
import { deliverableServices } from './service-query.ts'

/** What becomes of a task: its answer, without its state. */
type Answer = (work: Work, lookup: Lookup, task: Document) => Promise<JsonObject>

const answers: Readonly<Record<string, Answer>> = {
  ProductOfferingQualification: answerOffering,
  CheckServiceQualification: answerService,
  QueryServiceQualification: answerQuery,
}

const actor = 'qualification'

/** The behaviours of the tasks. */
export function qualificationBehaviours(catalogue: Catalogue): [string, Behaviour][] {
  return Object.entries(answers).map(([kind, answer]) => {
    const conclude = async (work: Work, id: string, by: Author) => {
      const { page } = work.model.homeOf(kind)
      const lookup: Lookup = (entry, entryId) => catalogue.find(work.tx.tenant, entry, entryId)
      const answered = await answer(work, lookup, work.get(kind, id))
      work.change(page, id, { ...answered, state: 'done' }, by)
    }
    const behaviour: Behaviour = {
      onCreate: async (work, task, caller) => {
        if (isOver(task)) return
        if (task.instantSyncQualification === true) await conclude(work, task.id, caller)
        else callWhenDue(work, { kind, id: task.id }, caller)
      },
      whenDue: async (work, id, by) => {
        await work.lock([{ kind, id }])
        const task = work.find(kind, id)
        if (task && !isOver(task)) await conclude(work, id, { ...by, actor })
        return undefined
      },
    }
    return [kind, behaviour]
  })
}

/** Whether a task has its answer: an import brings such, and another system may be the one to answer. */
function isOver(task: Document): boolean {
  return task.state === 'done' || task.state === 'terminatedWithError'
}

/** May this customer buy these offerings, at this address? (gates 1 and 2) */
async function answerOffering(work: Work, lookup: Lookup, task: Document): Promise<JsonObject> {
  const customer = customerIdOf(task.relatedParty)
  const items = (task.productOfferingQualificationItem as JsonObject[] | undefined) ?? []
  const verdicts: Verdict[] = []
  for (const item of items) {
    const product = (item.product ?? {}) as JsonObject
    const place = placeIdOf(product.place) ?? placeIdOf(task.place)
    const facts = await factsOf(work, { customer, place })
    const offering = (item.productOffering ?? product.productOffering) as { id?: string } | undefined
    const address = addressGate(place, facts)
    verdicts.push(
      !address.isPassed
        ? address
        : offering?.id === undefined
          ? nothingToCheck('COMM-004', 'productOffering')
          : await commercialGate(lookup, offering.id, customer, facts),
    )
  }
  return poqAnswer(items, verdicts, work.now)
}

/** Can the network deliver these services, at this address? (gate 3) */
async function answerService(work: Work, lookup: Lookup, task: Document): Promise<JsonObject> {
  const items = (task.serviceQualificationItem as JsonObject[] | undefined) ?? []
  const verdicts: Verdict[] = []
  for (const item of items) {
    const service = (item.service ?? {}) as JsonObject
    const specification = (service.serviceSpecification as { id?: string } | undefined)?.id
    const place = placeIdOf(service.place)
    const customer = customerIdOf(service.relatedParty) ?? customerIdOf(task.relatedParty)
    const facts = await factsOf(work, { customer, place })
    const address = addressGate(place, facts)
    if (!address.isPassed) verdicts.push(address)
    else if (specification === undefined) verdicts.push(nothingToCheck('TECH-009', 'serviceSpecification'))
    else {
      const product = toValues(service.serviceCharacteristic)
      verdicts.push(await technicalGate(work, lookup, [specification], { ...facts, product }))
    }
  }
  return serviceAnswer(items, verdicts, work.now)
}

/** Which services can the network deliver, at this address? (gate 3 for each) */
async function answerQuery(work: Work, lookup: Lookup, task: Document): Promise<JsonObject> {
  const criteria = (task.searchCriteria ?? {}) as JsonObject
  return {
    serviceQualificationItem: await deliverableServices(work, lookup, criteria),
    effectiveQualificationDate: work.now,
  }
}

function nothingToCheck(code: string, attribute: string): Verdict {
  const reason = { code, label: 'Nothing to check', technicalReason: `The item names no ${attribute}` }
  return { isPassed: false, reasons: [reason], alternatives: [] }
}
