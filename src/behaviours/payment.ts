/**
 * TMF676: a payment is counted towards the bills it names, and never more than is due; refunds never give back more
 * than was paid.
 */
import { type Document, refuse } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import { type Amount, amount, numberOf } from '../derive/money.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { sum } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'

/** The behaviours of payments and refunds. */
export function* paymentBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield ['Payment', { onCreate: pay }]
  yield ['Refund', { onCreate: giveBack }]
}

interface Item {
  readonly amount?: Amount
  readonly totalAmount?: Amount
  readonly item: { readonly id: string; readonly '@referredType'?: string }
}

async function pay(work: Work, payment: Document, by: Author): Promise<void> {
  const paid = payment.totalAmount as Amount
  requirePositive(paid)
  const items = (payment.paymentItem ?? []) as Item[]
  const kind = 'CustomerBill'
  const named = items.filter(({ item }) => [undefined, kind, 'Bill'].includes(item['@referredType']))
  await work.lock(named.map(({ item }) => ({ kind, id: item.id })))
  let left = numberOf(paid) ?? Decimal.zero
  for (const each of named) {
    const bill = work.find(kind, each.item.id)
    if (bill === undefined || isCounted(bill, payment)) continue
    const part = each.totalAmount ?? each.amount ?? (items.length === 1 ? paid : undefined)
    if (part === undefined)
      throw refuse('missingAttribute', `paymentItem for bill ${bill.id} needs its totalAmount`)
    left = left.minus(settle(work, bill, { payment, part, by }))
  }
  if (left.isNegative)
    throw refuse('businessRuleViolated', 'The items of a payment must not exceed its totalAmount')
}

/** An import may bring a payment after the bill it was counted towards. */
function isCounted({ appliedPayment }: Document, { id }: Document): boolean {
  return ((appliedPayment ?? []) as { payment?: { id?: string } }[]).some(({ payment }) => payment?.id === id)
}

/** Counts part of a payment towards a bill; gives how much it was. */
function settle(
  work: Work,
  bill: Document,
  { payment, part, by }: { readonly payment: Document; readonly part: Amount; readonly by: Author },
): Decimal {
  requirePositive(part)
  const due = (bill.remainingAmount ?? bill.amountDue) as Amount | undefined
  const open = numberOf(due) ?? Decimal.zero
  const applied = numberOf(part) ?? Decimal.zero
  if (part.unit !== due?.unit || open.isLessThan(applied)) {
    const message = `customerBill ${bill.id} has ${open.text} ${due?.unit ?? ''} left to pay, not ${applied.text} ${part.unit ?? ''}`
    throw refuse('businessRuleViolated', message)
  }
  const rest = open.minus(applied)
  const { id, href } = payment
  const earlier = (bill.appliedPayment ?? []) as unknown[]
  const content = {
    appliedPayment: [...earlier, { appliedAmount: amount(applied, part.unit), payment: { id, href } }],
    remainingAmount: amount(rest, due?.unit),
    state: rest.isPositive ? 'partiallyPaid' : 'settled',
  }
  work.change(work.model.homeOf('CustomerBill').page, bill.id, content, by)
  return applied
}

async function giveBack(work: Work, refund: Document, by: Author): Promise<void> {
  const back = refund.totalAmount as Amount
  requirePositive(back)
  const kind = 'Payment'
  const { id } = (refund.payment ?? {}) as { id?: string }
  if (id === undefined) return
  // Refunds of one payment are reckoned one after the other.
  await work.lock([{ kind, id }])
  const payment = work.find(kind, id)
  if (payment === undefined) return
  const paid = payment.totalAmount as Amount
  const total = numberOf(paid) ?? Decimal.zero
  const wanted = {
    'payment.id': [id],
    ...(back.unit === undefined ? {} : { 'totalAmount.unit': [back.unit] }),
  }
  const given = await sum(work, 'Refund', wanted, 'totalAmount.value')
  if (back.unit !== paid.unit || total.isLessThan(given)) {
    const earlier = given.minus(numberOf(back) ?? Decimal.zero)
    const message = `payment ${id} is of ${total.text} ${paid.unit ?? ''}, of which ${earlier.text} has been given back`
    throw refuse('businessRuleViolated', message)
  }
  const status = given.equals(total) ? 'refunded' : 'partiallyRefunded'
  if (given.isPositive) work.change(work.model.homeOf(kind).page, id, { status }, by)
}

function requirePositive(sum: Amount): void {
  if (sum.value !== undefined && sum.value < 0)
    throw refuse('invalidFormat', 'totalAmount.value must not be negative')
}
