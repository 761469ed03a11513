/**
 * TMF678: a bill on demand gathers what a billing account has not been billed for: the charges that were applied to
 * it, and its priced usage. It is made out in the background; the account is locked, so that nothing is billed twice.
 */
import type { Document } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Amount, amount, netAndGross, numberOf } from '../derive/money.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import { newId } from '../resources/identifier.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'
import { chargeUsage } from './bill-charges.ts'
import { billDocument } from './bill-document.ts'

const kind = 'CustomerBillOnDemand'
const rateKind = 'AppliedCustomerBillingRate'
/** How many charges a bill takes; the others wait for the next. */
const maxCharges = 1_000
/** How long a customer has to pay, in days, where the account’s billing cycle does not say. */
const daysToPay = 14

/** The behaviour of bills on demand. */
export function* customerBillBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    kind,
    {
      onCreate: async (work, task, caller) => {
        if (task.state === 'inProgress') callWhenDue(work, { kind, id: task.id }, caller)
      },
      whenDue: async (work, id, by) => {
        await work.lock([{ kind, id }])
        const task = work.find(kind, id)
        if (task?.state !== 'inProgress') return undefined
        const account = await lockAccount(work, task)
        if (typeof account === 'string') reject(work, task, account, by)
        else if (await chargeUsage(work, account, by)) return work.now
        else await bill(work, task, account, by)
        return undefined
      },
    },
  ]
}

/** The account to make out a bill for, locked; a sentence when there is none. */
async function lockAccount(work: Work, { billingAccount }: Document): Promise<Document | string> {
  const { id } = (billingAccount ?? {}) as { id?: string }
  if (id === undefined) return 'no billingAccount is named'
  await work.lock([{ kind: 'BillingAccount', id }])
  return work.find('BillingAccount', id) ?? `billingAccount ${id} does not exist`
}

function reject(work: Work, task: Document, reason: string, by: Author): void {
  const { page } = work.model.homeOf(kind)
  // What a client has said stays as it was said.
  const description = task.description ?? `rejected: ${reason}`
  work.change(page, task.id, { state: 'rejected', description }, by)
}

async function bill(work: Work, task: Document, account: Document, by: Author): Promise<void> {
  const wanted = { 'billingAccount.id': [account.id], isBilled: ['false'] }
  const open = await search(work, rateKind, wanted, { limit: maxCharges, lock: true })
  const [first] = open
  if (first === undefined) return reject(work, task, `billingAccount ${account.id} has nothing to bill`, by)
  // One bill, one currency: those of another wait for the next.
  const charges = open.filter((charge) => unitOf(charge) === unitOf(first))
  const content = contentOf(charges, account, work.now)
  const { page } = work.model.homeOf('CustomerBill')
  const id = newId(page.path)
  const named = { ...content, billNo: id }
  const made = work.create(page, { ...named, billDocument: [billDocument(named, charges)] }, by, { id })
  const ref = { id, href: made.href }
  const rates = work.model.homeOf(rateKind).page
  for (const charge of charges) work.change(rates, charge.id, { isBilled: true, bill: ref }, by)
  work.change(work.model.homeOf(kind).page, task.id, { state: 'done', customerBill: ref }, by)
}

function contentOf(charges: readonly Document[], account: Document, now: string): JsonObject {
  const [first] = charges
  const unit = first && unitOf(first)
  const sums = charges.map(sumsOf)
  const net = sums.reduce((total, each) => total.plus(each.net), Decimal.zero)
  const gross = sums.reduce((total, each) => total.plus(each.gross), Decimal.zero)
  const { id, href, name, relatedParty, financialAccount, defaultPaymentMethod } = account
  const due = amount(gross, unit)
  return {
    billDate: now,
    category: 'normal',
    runType: 'offCycle',
    paymentDueDate: new Date(Date.parse(now) + termOf(account) * 86_400_000).toISOString(),
    billingAccount: { id, href, ...(name === undefined ? {} : { name }) },
    ...(relatedParty === undefined ? {} : { relatedParty }),
    ...(financialAccount === undefined ? {} : { financialAccount: financialAccountOf(financialAccount) }),
    ...(defaultPaymentMethod === undefined ? {} : { paymentMethod: defaultPaymentMethod }),
    ...periodOf(charges),
    taxExcludedAmount: amount(net, unit),
    taxIncludedAmount: due,
    amountDue: due,
    remainingAmount: due,
    taxItem: taxesOf(charges, unit),
  }
}

function unitOf({ taxExcludedAmount, taxIncludedAmount }: Document): string | undefined {
  return ((taxExcludedAmount ?? taxIncludedAmount) as Amount | undefined)?.unit
}

interface Tax {
  readonly taxCategory?: string
  readonly taxRate?: number
  readonly taxAmount?: Amount
}

const taxOf = (charge: Document): Tax[] => (charge.appliedTax ?? []) as Tax[]

/** A charge that does not say what it is with tax, or without, follows from the taxes it names. */
function sumsOf(charge: Document): { net: Decimal; gross: Decimal } {
  const net = numberOf(charge.taxExcludedAmount as Amount | undefined)
  const gross = numberOf(charge.taxIncludedAmount as Amount | undefined)
  const tax = taxOf(charge).reduce(
    (total, each) => total.plus(numberOf(each.taxAmount) ?? Decimal.zero),
    Decimal.zero,
  )
  if (net !== undefined) return { net, gross: gross ?? net.plus(tax) }
  return netAndGross({ net: gross?.minus(tax), gross, rate: undefined, unit: unitOf(charge) })
}

/** The taxes of all charges, those of one category and rate together. */
function taxesOf(charges: readonly Document[], unit: string | undefined): JsonObject[] {
  const sums = new Map<string, { tax: Tax; sum: Decimal }>()
  for (const tax of charges.flatMap(taxOf)) {
    const { taxCategory, taxRate } = tax
    const key = JSON.stringify([taxCategory, taxRate])
    const sum = (sums.get(key)?.sum ?? Decimal.zero).plus(numberOf(tax.taxAmount) ?? Decimal.zero)
    sums.set(key, { tax, sum })
  }
  return [...sums.values()].map(({ tax: { taxCategory, taxRate }, sum }, index) => ({
    id: String(index + 1),
    ...(taxCategory === undefined ? {} : { taxCategory }),
    ...(taxRate === undefined ? {} : { taxRate }),
    taxAmount: amount(sum, unit),
  }))
}

/** From the first to the last moment that is charged for. */
function periodOf(charges: readonly Document[]): JsonObject {
  const periods = charges.map(({ periodCoverage }) => (periodCoverage ?? {}) as Record<string, string>)
  const ends = (name: string) =>
    periods.flatMap((period) => period[name] ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))
  const [startDateTime] = ends('startDateTime')
  const endDateTime = ends('endDateTime').at(-1)
  if (startDateTime === undefined || endDateTime === undefined) return {}
  return { billingPeriod: { startDateTime, endDateTime } }
}

/** The bill's pointer to the ledger account has a list of balances, the account's has one. */
function financialAccountOf(account: unknown): JsonObject {
  const { accountBalance, ...ref } = account as JsonObject
  return accountBalance === undefined ? ref : { ...ref, accountBalance: [accountBalance] }
}

/** How many days a customer has to pay. */
function termOf({ billStructure }: Document): number {
  const { cycleSpecification } = (billStructure ?? {}) as { cycleSpecification?: JsonObject }
  const days = cycleSpecification?.paymentDueDateOffset
  return typeof days === 'number' && days >= 0 && days <= 366 ? days : daysToPay
}
