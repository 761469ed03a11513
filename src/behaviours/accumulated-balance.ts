/**
 * The accumulated balances of TMF654: for every account what its buckets of one sort and unit hold together, kept
 * with every change to one of them.
 */
import { createHash } from 'node:crypto'
import type { Document } from '../declare/index.ts'
import type { Author } from '../resources/caller.ts'
import { search, sum } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'
import { holdName } from '../store/document-search.ts'
import { unitsOf } from './bucket.ts'

const kind = 'AccumulatedBalance'
/** How many buckets an accumulated balance names; it counts all. */
const maxNamed = 100

/**
 * Brings the sums up to date that some buckets of this unit count towards. The sum is locked before it is taken, so
 * that every change made before is in it.
 */
export async function accumulate(work: Work, buckets: readonly Document[], by: Author): Promise<void> {
  const groups = new Map(buckets.flatMap((bucket) => groupOf(bucket)).map((group) => [group.id, group]))
  for (const group of [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    await settle(work, group, by)
  }
}

interface Group {
  readonly id: string
  readonly account: { readonly id: string; readonly name?: string }
  readonly usageType: string
  readonly units: string
}

/** A bucket that belongs to no account, or has no unit, counts towards nothing. */
function groupOf(bucket: Document): Group[] {
  const account = bucket.partyAccount as Group['account'] | undefined
  const units = unitsOf(bucket)
  if (account === undefined || units === undefined) return []
  const usageType = String(bucket.usageType)
  const name = JSON.stringify([account.id, usageType, units])
  const id = `ab-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`
  return [{ id, account, usageType, units }]
}

async function settle(work: Work, { id, account, usageType, units }: Group, by: Author): Promise<void> {
  const { page } = work.model.homeOf(kind)
  await work.lock([{ kind, id }])
  if (work.find(kind, id) === undefined) {
    await holdName(work.tx, `${kind} ${id}`)
    await work.lock([{ kind, id }])
  }
  const wanted = {
    'partyAccount.id': [account.id],
    usageType: [usageType],
    status: ['active'],
    'remainingValue.units': [units],
  }
  const total = await sum(work, 'Bucket', wanted, 'remainingValue.amount')
  const counted = await search(work, 'Bucket', wanted, { limit: maxNamed })
  const products = new Map(counted.flatMap((bucket) => refsOf(bucket.product)).map((ref) => [ref.id, ref]))
  const content = {
    bucket: counted.map(({ id: bucket, href, name }) => ({ id: bucket, href, ...(name ? { name } : {}) })),
    product: [...products.values()].slice(0, maxNamed),
    totalBalance: { amount: total.number, units },
  }
  if (work.find(kind, id) !== undefined) work.change(page, id, content, by)
  else {
    const name = `${usageType} balance of ${account.name ?? account.id}`
    work.create(page, { name, partyAccount: account, ...content }, by, { id })
  }
}

const refsOf = (list: unknown): { readonly id: string }[] => (Array.isArray(list) ? list : [])
