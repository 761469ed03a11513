/** What the resources of ordering promise beyond being stored: what a create, a change or a removal sets off. */
import { type Document, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import type { Database } from '../store/database.ts'
import { lockPlan, planTopic, removePlan, wakePlan } from '../store/plans.ts'
import { validateAddress } from './address.ts'
import { cancelTasks, openCancellation } from './cancel.ts'
import { type Catalogue, catalogueKinds, catalogueTopic } from './catalogue.ts'
import type { Lookup } from './design.ts'
import { customerIdOf, factsOf, placeIdOf } from './facts.ts'
import { addressGate, commercialGate, technicalGate, type Verdict } from './gates.ts'
import { poqAnswer, serviceAnswer } from './qualification.ts'
import { checkSpecification, toValues } from './rules.ts'

const author: Pick<Author, 'actor'> = { actor: 'qualification' }

/** The behaviours of the kinds the orchestrator knows. */
export function orchestratorBehaviours(database: Database, catalogue: Catalogue): Map<string, Behaviour> {
  const behaviours = new Map<string, Behaviour>()
  for (const kind of catalogueKinds) behaviours.set(kind, catalogueEntry(database))
  for (const kind of ['ProductOrder', 'ServiceOrder', 'ResourceOrder'])
    behaviours.set(kind, order(database, kind))
  behaviours.set('WorkOrder', workOrder(database))
  for (const kind of Object.keys(cancelTasks)) {
    behaviours.set(kind, {
      onCreate: async (work, task, caller) => {
        await openCancellation(work, task, kind, caller)
        work.tx.afterCommit(() => database.wake(planTopic))
      },
    })
  }
  behaviours.set('GeographicAddressValidation', {
    onCreate: async (work, task, caller) => {
      const { page } = work.model.homeOf('GeographicAddressValidation')
      work.change(page, task.id, await validateAddress(work, task), { ...caller, ...author })
    },
  })
  for (const [kind, answer] of qualifications(catalogue)) {
    behaviours.set(kind, {
      onCreate: async (work, task, caller) => {
        if (isAnswered(task)) return
        if (task.instantSyncQualification === true) await answer(work, task.id, caller)
        else callWhenDue({ work, database }, { kind, id: task.id }, caller)
      },
      whenDue: async (work, id, by) => {
        await work.lock([{ kind, id }])
        if (work.find(kind, id)) await answer(work, id, { ...by, ...author })
        return undefined
      },
    })
  }
  return behaviours
}

/** A specification's expressions are checked when it is written; every node then reads the catalogue afresh. */
function catalogueEntry(database: Database): Behaviour {
  const written = async (work: Work, document: Document) => {
    checkSpecification(document)
    work.tx.afterCommit(() => database.wake(catalogueTopic))
  }
  return {
    onCreate: written,
    onChange: (work, _before, after) => written(work, after),
    onRemove: written,
  }
}

/** An order is held and taken up again through its plan; its plan is locked before it, as the engine does. */
function order(database: Database, kind: string): Behaviour {
  return {
    beforeLock: async (work, id) => {
      await lockPlan(work.tx, kind, id)
    },
    onChange: async (work, before, after) => {
      if (before.state === after.state) return
      if (!(await lockPlan(work.tx, kind, after.id))) {
        const message = `${kind} ${after.id} is part of another order: hold or resume that one`
        throw refuse('businessRuleViolated', message)
      }
      await wakePlan(work.tx, kind, after.id)
      work.tx.afterCommit(() => database.wake(planTopic))
    },
    onRemove: (work, document) => removePlan(work.tx, kind, document.id),
  }
}

/** The order that waits for the field work goes on when the technician says how it went. */
function workOrder(database: Database): Behaviour {
  return {
    onChange: async (work, before, after) => {
      const [kind, id] = work.parentOf('WorkOrder', after.id)?.split(' ') ?? []
      if (kind === undefined || id === undefined || before.state === after.state) return
      await wakePlan(work.tx, kind, id)
      work.tx.afterCommit(() => database.wake(planTopic))
    },
  }
}

type Answer = (work: Work, id: string, by: Author) => Promise<void>

function qualifications(catalogue: Catalogue): Map<string, Answer> {
  return new Map<string, Answer>([
    ['ProductOfferingQualification', (work, id, by) => answerOffering(work, catalogue, id, by)],
    ['CheckServiceQualification', (work, id, by) => answerService(work, catalogue, id, by)],
  ])
}

/** Whether an import brings a task that has its answer already. */
function isAnswered(task: Document): boolean {
  return task.state === 'done' || task.state === 'terminatedWithError'
}

/** May this customer buy these offerings, at this address? (gates 1 and 2) */
async function answerOffering(work: Work, catalogue: Catalogue, id: string, by: Author): Promise<void> {
  const kind = 'ProductOfferingQualification'
  const { page } = work.model.homeOf(kind)
  const task = work.get(kind, id)
  const lookup = lookupOf(work, catalogue)
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
  work.change(page, id, { ...poqAnswer(items, verdicts, work.now), state: 'done' }, by)
}

/** Can the network deliver these services, at this address? (gate 3) */
async function answerService(work: Work, catalogue: Catalogue, id: string, by: Author): Promise<void> {
  const kind = 'CheckServiceQualification'
  const { page } = work.model.homeOf(kind)
  const task = work.get(kind, id)
  const lookup = lookupOf(work, catalogue)
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
  work.change(page, id, { ...serviceAnswer(items, verdicts, work.now), state: 'done' }, by)
}

function lookupOf(work: Work, catalogue: Catalogue): Lookup {
  return (kind, id) => catalogue.find(work.tx.tenant, kind, id)
}

function nothingToCheck(code: string, attribute: string): Verdict {
  const reason = { code, label: 'Nothing to check', technicalReason: `The item names no ${attribute}` }
  return { isPassed: false, reasons: [reason], alternatives: [] }
}
