/**
 * TMF654: an action on prepaid buckets is carried out in the transaction that creates it. One that cannot be is kept
 * as failed, with its event; one that was can be taken back by moving it to cancelled, while the credit is there.
 */
import { type Document, refuse } from '../declare/index.ts'
import { changedAttributes } from '../derive/change.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import { isUsableId } from '../resources/identifier.ts'
import type { Work } from '../resources/work.ts'
import { holdName } from '../store/document-search.ts'
import { accumulate } from './accumulated-balance.ts'
import { dueAfter, repeatTopup } from './auto-topup.ts'
import { actions, type Deed, futilityOf, spending } from './balance-action.ts'
import { after, endOf, faultOf, isOver, undone } from './bucket.ts'

/** The behaviours of the actions on prepaid balances, and of the buckets. */
export function* prepayBalanceBehaviours(): Iterable<readonly [string, Behaviour]> {
  for (const kind of Object.keys(actions)) {
    yield [
      kind,
      {
        onCreate: async (work, action, caller) => {
          if (!isCarriedOut(action)) await carryOut(work, kind, action, caller)
        },
        onChange: (work, before, action, caller) => change(work, kind, { before, action }, caller),
        onRemove: async (_work, { id, status }) => {
          if (kind !== 'ReserveBalance' || status !== 'created') return
          const message = `reserveBalance ${id} sets an amount aside: move its status to cancelled or completed first`
          throw refuse('resourceNotDeletable', message, { currentState: 'created' })
        },
        ...(kind === 'TopupBalance'
          ? {
              whenDue: (work: Work, id: string, by: Author) =>
                repeatTopup(work, id, by, (topup) => carryOut(work, kind, topup, by)),
            }
          : {}),
      },
    ]
  }
  yield ['Bucket', bucket()]
}

/** Whether an import brings an action that has had its effect. */
const isCarriedOut = (action: Document): boolean =>
  action.status !== 'created' || action.confirmationDate !== undefined

async function carryOut(work: Work, kind: string, action: Document, by: Author): Promise<void> {
  const { page } = work.model.homeOf(kind)
  const futility = futilityOf(kind, action, work.now)
  const deeds = futility === undefined ? (actions[kind]?.(action) ?? []) : []
  await lockBuckets(work, deeds)
  if (kind === 'TopupBalance' && futility === undefined) await openBucket(work, action, by)
  const fault = futility ?? firstFault(work, deeds)
  if (fault === undefined) {
    const [first] = await apply(work, deeds, action, by)
    work.change(
      page,
      action.id,
      {
        status: kind === 'ReserveBalance' ? 'created' : 'completed',
        confirmationDate: work.now,
        partyAccount: action.partyAccount ?? first?.partyAccount,
      },
      by,
    )
    if (action.isAutoTopup === true && action.recurringPeriod !== undefined)
      callWhenDue(work, { kind, id: action.id }, by, dueAfter(work.get(kind, action.id), 1))
  } else {
    work.change(page, action.id, { status: 'failed', ...told(action, `failed: ${fault}`) }, by)
    work.announce(page, action.id, { type: `${kind}FailureEvent` }, by)
  }
  if (kind !== 'ReserveBalance') record(work, work.get(kind, action.id), by)
}

/** Where a client has left room for a word of ours. */
function told({ description, reason }: Document, text: string): JsonObject {
  if (description === undefined) return { description: text }
  return reason === undefined ? { reason: text } : {}
}

async function lockBuckets(work: Work, deeds: readonly Deed[]): Promise<void> {
  await work.lock(deeds.map(({ effect }) => ({ kind: 'Bucket', id: effect.bucket })))
}

/** The first top-up of a bucket opens it. */
async function openBucket(work: Work, topup: Document, by: Author): Promise<void> {
  const kind = 'Bucket'
  const { id, name } = topup.bucket as { id: string; name?: string }
  if (work.find(kind, id) !== undefined || !isUsableId(id)) return
  await holdName(work.tx, `${kind} ${id}`)
  await work.lock([{ kind, id }])
  if (work.find(kind, id) !== undefined) return
  const { units } = topup.amount as { units?: string }
  const nothing = { amount: 0, ...(units === undefined ? {} : { units }) }
  const { usageType, partyAccount, product, logicalResource } = topup
  const content = { usageType, partyAccount, product, logicalResource }
  const { page } = work.model.homeOf(kind)
  work.create(page, { name, ...content, remainingValue: nothing, reservedValue: nothing }, by, { id })
}

function firstFault(work: Work, deeds: readonly Deed[]): string | undefined {
  for (const { effect, claim } of deeds) {
    const fault = faultOf(work.find('Bucket', effect.bucket), effect, claim, work.now)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Changes the buckets, and the sums they count towards. */
async function apply(work: Work, deeds: readonly Deed[], action: Document, by: Author): Promise<Document[]> {
  const { page } = work.model.homeOf('Bucket')
  const { units } = (action.amount ?? {}) as { units?: string }
  const buckets = deeds.map(({ effect, renewal }) => {
    const held = work.get('Bucket', effect.bucket)
    const dates = { requestedDate: action.requestedDate, confirmationDate: work.now }
    return work.change(page, held.id, { ...after(held, effect, units), ...renewal, ...dates }, by)
  })
  await accumulate(work, buckets, by)
  for (const { id, validFor } of buckets) {
    const end = endOf({ validFor })
    if (end !== undefined && end > work.now) callWhenDue(work, { kind: 'Bucket', id }, by, end)
  }
  return buckets
}

/** What is told of an action that has been carried out may change; what it did may not. */
const open = new Set(
  'description reason status channel requestor relatedParty logicalResource product isAutoTopup numberOfPeriods'.split(
    ' ',
  ),
)

async function change(
  work: Work,
  kind: string,
  { before, action }: { readonly before: Document; readonly action: Document },
  by: Author,
): Promise<void> {
  const locked = changedAttributes(before, action).filter((name) => !open.has(name))
  if (locked.length > 0) {
    const message = `${kind} ${action.id} has been carried out: ${locked.join(', ')} can no longer change`
    throw refuse('resourceLocked', message, { currentState: String(before.status) })
  }
  if (before.isAutoTopup !== true && action.isAutoTopup === true && action.recurringPeriod !== undefined)
    callWhenDue(work, { kind, id: action.id }, by)
  if (before.status === action.status) return
  const isSpent = kind === 'ReserveBalance' && action.status === 'completed'
  const deeds = isSpent ? [spending(action)] : (actions[kind]?.(action) ?? []).map(takenBack)
  await lockBuckets(work, deeds)
  const fault = firstFault(work, deeds)
  if (fault !== undefined)
    throw refuse('businessRuleViolated', `${kind} ${action.id} cannot be ${action.status}: ${fault}`)
  await apply(work, deeds, action, by)
  if (isSpent) return
  const { page } = work.model.homeOf(kind)
  work.announce(page, action.id, { type: `${kind}CancelEvent` }, by)
  if (kind !== 'ReserveBalance') await recordCancelled(work, action.id, by)
}

const takenBack = ({ effect, claim }: Deed): Deed => ({
  effect: undone(effect),
  claim: { ...claim, mayBeOver: true },
})

const history = 'BalanceActionHistory'

/** Every top-up, adjustment and transfer is told by an entry of the history with its id. */
function record(work: Work, action: Document, by: Author): void {
  const { page } = work.model.homeOf(history)
  const { id, href: _href, ...told } = action
  const known = Object.entries(told).filter(([name]) => name in page.fields)
  const [number] = (action.logicalResource ?? []) as JsonObject[]
  const receiver = action.receiverLogicalResource ?? number ?? { id: (action.bucket as { id: string }).id }
  work.create(page, { ...Object.fromEntries(known), receiverLogicalResource: receiver }, by, { id })
}

async function recordCancelled(work: Work, id: string, by: Author): Promise<void> {
  await work.lock([{ kind: history, id }])
  if (work.find(history, id) !== undefined)
    work.change(work.model.homeOf(history).page, id, { status: 'cancelled' }, by)
}

/** A bucket that was imported is counted, and every bucket runs out when its time is over. */
function bucket(): Behaviour {
  const kind = 'Bucket'
  return {
    onCreate: async (work, { id }, caller) => callWhenDue(work, { kind, id }, caller),
    whenDue: async (work, id, by) => {
      await work.lock([{ kind, id }])
      const found = work.find(kind, id)
      if (found === undefined) return undefined
      const isLate = found.status === 'active' && isOver(found, work.now)
      const { page } = work.model.homeOf(kind)
      const counted = isLate ? work.change(page, id, { status: 'expired' }, by) : found
      await accumulate(work, [counted], by)
      return isOver(found, work.now) ? undefined : endOf(found)
    },
  }
}
