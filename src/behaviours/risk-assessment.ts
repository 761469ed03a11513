/** TMF696: a task that judges risks is answered in the transaction that creates it, from what is on record. */
import type { Document } from '../declare/index.ts'
import { type Judgement, judge } from '../derive/risk-score.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Work } from '../resources/work.ts'
import { firstOf, offeringFactsOf, partyFactsOf } from './risk-facts.ts'

/** The judgement of a task's subject; undefined when the subject is not on record. */
type Assess = (work: Work, task: Document) => Promise<Judgement | undefined>

/** The behaviours of the tasks that judge risks. */
export function* riskAssessments(): Iterable<readonly [string, Behaviour]> {
  yield assessment('PartyRoleRiskAssessment', ofParty)
  yield assessment('ProductOfferingRiskAssessment', ofOffering)
  yield assessment('PartyRoleProductOfferingRiskAssessment', ofPartyAndOffering)
  yield assessment('ShoppingCartRiskAssessment', (work, { shoppingCart }) =>
    ofBuyer(work, 'ShoppingCart', idOf(shoppingCart)),
  )
  yield assessment('ProductOrderRiskAssessment', (work, { productOrder }) =>
    ofBuyer(work, 'ProductOrder', idOf(productOrder)),
  )
}

function assessment(kind: string, assess: Assess): readonly [string, Behaviour] {
  return [
    kind,
    {
      onCreate: async (work, task, caller) => {
        // An import brings tasks that are over.
        if (task.status !== 'acknowledged') return
        const { page } = work.model.homeOf(kind)
        const by = { ...caller, actor: 'risk assessment' }
        work.change(page, task.id, { status: 'inProgress' }, by)
        const riskAssessmentResult = await assess(work, task)
        const status = riskAssessmentResult === undefined ? 'terminatedWithError' : 'done'
        work.change(page, task.id, { status, riskAssessmentResult }, by)
      },
    },
  ]
}

/** Somebody nobody knows is judged, too: that is a risk. */
async function ofParty(work: Work, { partyRole }: Document): Promise<Judgement> {
  return judge({ party: await partyFactsOf(work, idOf(partyRole)) })
}

async function ofOffering(work: Work, { productOffering }: Document): Promise<Judgement | undefined> {
  const offering = await offeringFactsOf(work, idOf(productOffering))
  return offering && judge({ offering })
}

async function ofPartyAndOffering(work: Work, { partyRole, productOffering }: Document) {
  const offering = await offeringFactsOf(work, idOf(productOffering))
  return offering && judge({ offering, party: await partyFactsOf(work, idOf(partyRole)) })
}

interface Party {
  readonly id?: string
  readonly role?: string
}

/** An order or a cart is as risky as who buys by it. */
async function ofBuyer(work: Work, kind: string, id: string): Promise<Judgement | undefined> {
  const document = await firstOf(work, [kind], id)
  if (document === undefined) return undefined
  const parties = (document.relatedParty as Party[] | undefined) ?? []
  const buyer = parties.find(({ role }) => role?.toLowerCase() === 'customer') ?? parties[0]
  return judge({ party: await partyFactsOf(work, buyer?.id) })
}

const idOf = (reference: unknown): string => String((reference as { id?: unknown } | undefined)?.id ?? '')
