/** What each action of TMF654 on prepaid balances does to which buckets, read from what the client asks. */
import type { Document } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Claim, crediting, type Effect, isOver } from './bucket.ts'

/** One effect of an action, and what the action takes the bucket to be. */
export interface Deed {
  readonly effect: Effect
  readonly claim: Claim
  /** What else becomes of the bucket: a top-up may make it last longer. */
  readonly renewal?: JsonObject
}

interface Ref {
  readonly id: string
}

/** The actions, and what carrying one out does. */
export const actions: Readonly<Record<string, (action: Document) => Deed[]>> = {
  TopupBalance: topup,
  AdjustBalance: (action) => [deed(action, crediting(bucketOf(action), amountOf(action)))],
  TransferBalance: transfer,
  ReserveBalance: (action) => {
    const effect = { bucket: bucketOf(action), left: Decimal.zero, setAside: amountOf(action) }
    return [deed(action, effect, { account: (action.partyAccount as Ref).id })]
  },
}

/** Credit that comes with a time to use it renews a bucket that has run out. */
function topup(action: Document): Deed[] {
  const { validFor } = action
  const claim = { account: (action.partyAccount as Ref).id, mayBeOver: validFor !== undefined }
  const credit = deed(action, crediting(bucketOf(action), amountOf(action)), claim)
  return [validFor === undefined ? credit : { ...credit, renewal: { validFor, status: 'active' } }]
}

/** Why an action comes to nothing whatever the buckets hold, in words. */
export function futilityOf(kind: string, action: Document, now: string): string | undefined {
  if (isOver(action, now)) return 'validFor is over'
  const amount = amountOf(action)
  if (!amount.isPositive && !(amount.isNegative && kind === 'AdjustBalance')) {
    return `amount.amount must be a number ${kind === 'AdjustBalance' ? 'other than' : 'above'} 0`
  }
  if (kind !== 'TransferBalance') return undefined
  if ((action.receiverBucket as Ref).id === bucketOf(action)) return 'receiverBucket is the bucket itself'
  const cost = costOf(action)
  if (cost.isNegative) return 'transferCost.value is below 0'
  if (action.costOwner === 'receiver' && amount.isLessThan(cost))
    return 'the cost is more than what is received'
  return undefined
}

/** What spending a reservation does: the amount set aside is gone. */
export function spending(action: Document): Deed {
  const gone = amountOf(action).negated
  const effect = { bucket: bucketOf(action), left: gone, setAside: gone }
  return deed(action, effect, { mayBeOver: true })
}

/** The cost of a transfer is taken from the giver unless the receiver owns it, where the buckets hold that money. */
function transfer(action: Document): Deed[] {
  const receiver = (action.receiverBucket as Ref).id
  const amount = amountOf(action)
  const cost = costOf(action)
  const [given, received] =
    action.costOwner === 'receiver' ? [amount, amount.minus(cost)] : [amount.plus(cost), amount]
  return [
    deed(action, crediting(bucketOf(action), given.negated)),
    deed(action, crediting(receiver, received), { usageType: action.receiverBucketUsageType }),
  ]
}

function costOf({ transferCost, usageType, amount }: Document): Decimal {
  const cost = transferCost as { value?: number; unit?: string } | undefined
  const isOurs = usageType === 'monetary' && cost?.unit === (amount as { units?: string }).units
  return isOurs && cost?.value !== undefined ? Decimal.of(cost.value) : Decimal.zero
}

function deed(action: Document, effect: Effect, claim: Partial<Claim> = {}): Deed {
  const { units } = (action.amount ?? {}) as { units?: string }
  return { effect, claim: { usageType: action.usageType, units, mayBeOver: false, ...claim } }
}

const bucketOf = (action: Document): string => (action.bucket as Ref).id

function amountOf(action: Document): Decimal {
  const { amount = 0 } = (action.amount ?? {}) as { amount?: number }
  return Decimal.of(amount)
}
