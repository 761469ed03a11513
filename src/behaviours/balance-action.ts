/** What each action of TMF654 on prepaid balances does to which buckets, read from what the client asks. */
import { type Document, refuse } from '../declare/index.ts'
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

/** The actions, and what carrying one out does. Each refuses an amount it can do nothing with (`invalidFormat`). */
export const actions: Readonly<Record<string, (action: Document) => Deed[]>> = {
  TopupBalance: topup,
  AdjustBalance: (action) => [deed(action, crediting(bucketOf(action), amountOf(action, 'of either sign')))],
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
export function futilityOf(action: Document, now: string): string | undefined {
  return isOver(action, now) ? 'validFor is over' : undefined
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
  if (receiver === bucketOf(action))
    throw refuse('invalidFormat', 'receiverBucket must be another than bucket')
  const amount = amountOf(action)
  const cost = costOf(action)
  const [given, received] =
    action.costOwner === 'receiver' ? [amount, amount.minus(cost)] : [amount.plus(cost), amount]
  if (received.isNegative)
    throw refuse('invalidFormat', 'transferCost must not exceed what the receiver gets')
  return [
    deed(action, crediting(bucketOf(action), given.negated)),
    deed(action, crediting(receiver, received), { usageType: action.receiverBucketUsageType }),
  ]
}

function costOf({ transferCost, usageType, amount }: Document): Decimal {
  const cost = transferCost as { value?: number; unit?: string } | undefined
  const isOurs = usageType === 'monetary' && cost?.unit === (amount as { units?: string }).units
  if (!isOurs || cost?.value === undefined) return Decimal.zero
  if (cost.value < 0) throw refuse('invalidFormat', 'transferCost.value must not be negative')
  return Decimal.of(cost.value)
}

function deed(action: Document, effect: Effect, claim: Partial<Claim> = {}): Deed {
  const { units } = (action.amount ?? {}) as { units?: string }
  return { effect, claim: { usageType: action.usageType, units, mayBeOver: false, ...claim } }
}

const bucketOf = (action: Document): string => (action.bucket as Ref).id

function amountOf(action: Document, sign: 'positive' | 'of either sign' = 'positive'): Decimal {
  const { amount } = (action.amount ?? {}) as { amount?: number }
  if (amount === undefined || amount === 0 || (sign === 'positive' && amount < 0)) {
    const wanted = sign === 'positive' ? 'a number above 0' : 'a number other than 0'
    throw refuse('invalidFormat', `amount.amount must be ${wanted}`)
  }
  return Decimal.of(amount)
}
