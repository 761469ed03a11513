/**
 * TMF658: an event posted for a member runs the rules that watch for it, and what they earn is on the member's
 * balance in the same transaction. Calls of endpoints that an action names are not made: points are ours, calls are not.
 */
import type { Document } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstants } from '../derive/literal.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'
import { areMet, type Reward, rewardOf } from './loyalty-rule.ts'

/** The behaviours of loyalty programs. */
export function* loyaltyBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield ['LoyaltyProgramProduct', { onCreate: openAccount }]
  yield ['LoyaltyEvent', { onCreate: reward }]
}

/** A program that needs an account gets one for each of its members. */
async function openAccount(work: Work, product: Document, by: Author): Promise<void> {
  const specification = (product.loyaltyProgramProductSpec as JsonObject | undefined)?.id
  if (product.loyaltyAccount !== undefined || typeof specification !== 'string') return
  await work.look([{ kind: 'LoyaltyProgramProductSpec', id: specification }])
  if (work.find('LoyaltyProgramProductSpec', specification)?.needsLoyaltyAccount !== true) return
  const { id, href } = product
  const account = work.create(
    work.model.homeOf('LoyaltyAccount').page,
    { loyaltyProgramProduct: { id, href } },
    by,
  )
  const { page } = work.model.homeOf('LoyaltyProgramProduct')
  work.change(page, id, { loyaltyAccount: { id: account.id, href: account.href } }, by)
}

/** How many event types and rules an event may set off; the oldest come first. */
const maxRules = 100
const dormant = new Set(['suspended', 'inactive', 'cancelled', 'terminated'])

async function reward(work: Work, event: Document, by: Author): Promise<void> {
  work.announce(work.model.homeOf('LoyaltyEvent').page, event.id, { type: 'LoyaltyEvent' }, by)
  const { memberId, eventType } = event
  // A record that is imported once more has had its reward.
  if (typeof memberId !== 'string' || typeof eventType !== 'string') return
  if (work.revisionOf('LoyaltyEvent', event.id) > 1) return
  // What is earned by one member is reckoned one event after the other.
  await work.lock([{ kind: 'LoyaltyProgramMember', id: memberId }])
  const member = work.find('LoyaltyProgramMember', memberId)
  if (member === undefined || dormant.has(String(member.status).toLowerCase())) return
  for (const each of await rewardsOf(work, event, member)) await credit(work, member, each, by)
}

async function rewardsOf(work: Work, event: Document, member: Document): Promise<Reward[]> {
  // An event type may be described more than once.
  const named = { eventType: [String(event.eventType)] }
  const types = await search(work, 'LoyaltyEventType', named, { limit: maxRules })
  const wanted = { 'loyaltyEventType.id': types.map(({ id }) => id) }
  const rules = await search(work, 'LoyaltyRule', wanted, { limit: maxRules })
  await work.look(
    rules.flatMap((rule) => [...keysOf(rule, 'LoyaltyCondition'), ...keysOf(rule, 'LoyaltyAction')]),
  )
  const facts = [event.event, event, member]
  return rules
    .filter((rule) => {
      const conditions = keysOf(rule, 'LoyaltyCondition').map(({ kind, id }) => work.find(kind, id))
      // A rule whose condition is gone says something else than it was meant to.
      return conditions.every((each) => each !== undefined) && areMet(rule, conditions, facts)
    })
    .flatMap((rule) => keysOf(rule, 'LoyaltyAction'))
    .map(({ kind, id }) => rewardOf(work.find(kind, id) ?? {}))
    .filter((each) => each !== undefined)
}

function keysOf(rule: Document, kind: 'LoyaltyCondition' | 'LoyaltyAction'): { kind: string; id: string }[] {
  const refs = rule[`l${kind.slice(1)}`] as { id: string }[] | undefined
  return (refs ?? []).map(({ id }) => ({ kind, id }))
}

/** Adds to the member's balance of the unit, opened by the first points; nothing is burnt that is not there. */
async function credit(work: Work, member: Document, { unit, value }: Reward, by: Author): Promise<void> {
  const kind = 'LoyaltyBalance'
  const { page } = work.model.homeOf(kind)
  const wanted = { 'loyaltyProgramMember.id': [member.id], 'quantity.unit': [unit] }
  const balances = await search(work, kind, wanted, { limit: maxRules, lock: true })
  const balance = balances.find((each) => isUsable(each, work.now))
  const before = Decimal.of((balance?.quantity as { value?: number } | undefined)?.value ?? 0)
  const after = before.plus(value)
  if (after.isNegative) return
  const quantity = { ...(balance?.quantity as JsonObject | undefined), unit, value: after.number }
  if (balance !== undefined) work.change(page, balance.id, { quantity }, by)
  else {
    const { id, href } = member
    work.create(page, { loyaltyProgramMember: { id, href }, quantity }, by)
  }
}

function isUsable({ validFor }: Document, now: string): boolean {
  const end = (validFor as { endDateTime?: string } | undefined)?.endDateTime
  const instants = end === undefined ? undefined : readInstants(end)
  return instants === undefined || instants[0] > Date.parse(now)
}
