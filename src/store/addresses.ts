/** Finds addresses that may be the one a client means. */
import { scalarExpression } from './partitions.ts'
import type { Transaction } from './transaction.ts'
import type { Row } from './writes.ts'

const maxCandidates = 200
const [streetName, postcode] = ['streetName', 'postcode'].map((name) =>
  scalarExpression([name], { kind: 'text' }),
)

/** Addresses of one of these street names or this postcode; who asks compares them in full. */
export async function candidateAddresses(
  tx: Transaction,
  sought: { readonly streetNames: readonly string[]; readonly postcode?: string | undefined },
): Promise<Row[]> {
  return tx.query<Row & Record<string, unknown>>({
    name: 'address candidates',
    text: `select kind, id, revision, parent, doc from entity_geographicaddress
      where tenant = $1 and kind = 'GeographicAddress'
        and (${streetName} = any($2) or ${postcode} = $3) order by seq limit ${maxCandidates}`,
    values: [tx.tenant, sought.streetNames, sought.postcode ?? null],
  })
}
