/** What the resources of ordering promise beyond being stored: what a create, a change or a removal sets off. */
import { type Document, refuse } from '../declare/index.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import { lockPlan, planTopic, removePlan, wakePlan } from '../store/plans.ts'
import { validateAddress } from './address.ts'
import { cancelTasks, openCancellation } from './cancel.ts'
import { cancelWorkOrder, cancelWorkOrderBehaviour } from './cancel-work-order.ts'
import { type Catalogue, catalogueKinds, catalogueTopic } from './catalogue.ts'
import { qualificationBehaviours } from './qualification-tasks.ts'
import { checkSpecification } from './rules.ts'
import { taskBehaviours } from './task-behaviours.ts'

const author: Pick<Author, 'actor'> = { actor: 'qualification' }

/** The behaviours of the kinds the orchestrator knows. */
export function orchestratorBehaviours(catalogue: Catalogue): Map<string, Behaviour> {
  const behaviours = new Map<string, Behaviour>(taskBehaviours())
  for (const kind of catalogueKinds) behaviours.set(kind, catalogueEntry())
  for (const kind of ['ProductOrder', 'ServiceOrder', 'ResourceOrder']) behaviours.set(kind, order(kind))
  behaviours.set('WorkOrder', workOrder())
  for (const kind of Object.keys(cancelTasks)) {
    behaviours.set(kind, {
      onCreate: async (work, task, caller) => {
        // An import brings tasks that are over.
        if (task.state !== work.model.homeOf(kind).page.lifecycle?.starts) return
        await openCancellation(work, task, kind, caller)
        work.tx.wake(planTopic)
      },
    })
  }
  behaviours.set(cancelWorkOrder, cancelWorkOrderBehaviour())
  behaviours.set('GeographicAddressValidation', {
    onCreate: async (work, task, caller) => {
      const { page } = work.model.homeOf('GeographicAddressValidation')
      work.change(page, task.id, await validateAddress(work, task, caller.wantedEnd), {
        ...caller,
        ...author,
      })
    },
  })
  for (const [kind, behaviour] of qualificationBehaviours(catalogue)) behaviours.set(kind, behaviour)
  return behaviours
}

/** A specification's expressions are checked when it is written; every node then reads the catalogue afresh. */
function catalogueEntry(): Behaviour {
  const written = async (work: Work, document: Document) => {
    checkSpecification(document)
    work.tx.wake(catalogueTopic)
  }
  return {
    onCreate: written,
    onChange: (work, _before, after) => written(work, after),
    onRemove: written,
  }
}

/** An order is held and taken up again through its plan; its plan is locked before it, as the engine does. */
function order(kind: string): Behaviour {
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
      work.tx.wake(planTopic)
    },
    onRemove: (work, document) => removePlan(work.tx, kind, document.id),
  }
}

/** The order that waits for the field work goes on when the technician says how it went. */
function workOrder(): Behaviour {
  return {
    onChange: async (work, before, after) => {
      const [kind, id] = work.parentOf('WorkOrder', after.id)?.split(' ') ?? []
      if (kind === undefined || id === undefined || before.state === after.state) return
      await wakePlan(work.tx, kind, id)
      work.tx.wake(planTopic)
    },
  }
}
