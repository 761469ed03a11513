/** What is on record for judging risks: customers with their credit, orders and tickets, and offerings. */
import type { Document } from '../declare/index.ts'
import type { OfferingFacts, PartyFacts } from '../derive/risk-score.ts'
import { count } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'

/** More open orders or tickets than these make no difference. */
const countedUpTo = 10
const openOrderStates = ['acknowledged', 'pending', 'held', 'inProgress']
const openTicketStates = ['acknowledged', 'pending', 'held', 'inProgress']

interface Ref {
  readonly id?: string
}

interface CreditProfile {
  readonly creditProfileDate: string
  readonly creditRiskRating?: number
  readonly creditScore?: number
}

/** The facts of a party by its id: a customer, or a person or company itself. */
export async function partyFactsOf(work: Work, id: string | undefined): Promise<PartyFacts> {
  if (id === undefined) return nobody
  const found = await firstOf(work, ['Customer', 'Individual', 'Organization', 'PartyRole'], id)
  const engaged = (found?.engagedParty as Ref | undefined)?.id
  const person = engaged === undefined ? found : await firstOf(work, ['Individual', 'Organization'], engaged)
  const profiles = [...((found?.creditProfile as CreditProfile[] | undefined) ?? [])]
  const [newest] = profiles.sort((a, b) => Date.parse(b.creditProfileDate) - Date.parse(a.creditProfileDate))
  return {
    isKnown: found !== undefined,
    creditScore: newest?.creditScore,
    creditRiskRating: newest?.creditRiskRating,
    hasIdentification:
      isThere(person?.individualIdentification) || isThere(person?.organizationIdentification),
    hasPaymentMethod: isThere(found?.paymentMethod),
    openOrders: await count(
      work,
      'ProductOrder',
      { state: openOrderStates, 'relatedParty.id': [id] },
      countedUpTo,
    ),
    openTickets: await count(
      work,
      'TroubleTicket',
      { status: openTicketStates, 'relatedParty.id': [id] },
      countedUpTo,
    ),
  }
}

/** The facts of an offering; undefined when there is no such offering. */
export async function offeringFactsOf(work: Work, id: string): Promise<OfferingFacts | undefined> {
  const offering = await firstOf(work, ['ProductOffering'], id)
  if (offering === undefined) return undefined
  const isActive = /^(active|launched)$/i.test(String(offering.lifecycleStatus))
  return { isOnSale: isActive && offering.isSellable !== false }
}

/** A document of the first of some kinds that has one of this id. */
export async function firstOf(
  work: Work,
  kinds: readonly string[],
  id: string,
): Promise<Document | undefined> {
  await work.look(kinds.map((kind) => ({ kind, id })))
  for (const kind of kinds) {
    const found = work.find(kind, id)
    if (found !== undefined) return found
  }
  return undefined
}

const isThere = (list: unknown): boolean => Array.isArray(list) && list.length > 0

const nobody: PartyFacts = {
  isKnown: false,
  hasIdentification: false,
  hasPaymentMethod: false,
  openOrders: 0,
  openTickets: 0,
}
