/** Finds the documents that refer to another, whatever their kind. */
import { idsExpression } from './partitions.ts'
import type { Transaction } from './transaction.ts'
import type { Row } from './writes.ts'

/**
 * Documents in which one of the given attributes of its kind names the id; at most `limit` of them, and none that is in
 * one of the states to be passed over. The index finds those that hold the id anywhere, the attributes sort out the rest.
 */
export async function findReferring(
  tx: Transaction,
  id: string,
  holders: ReadonlyMap<string, readonly string[]>,
  limit: number,
  passedOver: readonly string[] = [],
): Promise<Row[]> {
  const paths = [...holders].map(([kind, names]) => {
    const tests = names.map((name) => `@."${name}".id == $id`).join(' || ')
    return [kind, `$.** ? (${tests})`]
  })
  return tx.query<Row>({
    text: `select kind, id, revision, parent, doc from entity
      where tenant = $1 and kind = any($2) and ${idsExpression} @> $3::jsonb
        and jsonb_path_exists(doc, ($4::jsonb ->> kind)::jsonpath, $5::jsonb)
        and coalesce(doc->>'state', '') <> all($7) limit $6`,
    values: [
      tx.tenant,
      [...holders.keys()],
      JSON.stringify([id]),
      JSON.stringify(Object.fromEntries(paths)),
      JSON.stringify({ id }),
      limit,
      passedOver,
    ],
  })
}
