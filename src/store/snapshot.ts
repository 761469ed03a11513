/** Reads all documents of some collections as they are at one moment, a batch at a time. */
import type { ResourcePage } from '../declare/index.ts'
import type { Filter } from '../derive/condition.ts'
import type { Database } from './database.ts'
import { filterSql } from './filter-sql.ts'
import { Parameters } from './parameters.ts'
import { tableOf } from './partitions.ts'

/** The documents of a page that match a filter. */
export interface Selected {
  readonly page: ResourcePage
  readonly filter: Filter
}

/** A document with its key, and the `@type` and `@baseType` it bears. */
export interface SnapshotRow {
  readonly id: string
  readonly type: string | null
  readonly baseType: string | null
  readonly text: string
}

const batch = 200

/** Hands the documents over in order of creation, collection by collection. */
export async function readSnapshot(
  database: Database,
  tenant: string,
  selections: readonly Selected[],
  take: (page: ResourcePage, rows: readonly SnapshotRow[]) => Promise<void>,
): Promise<void> {
  await database.tables.make(selections.map(({ page }) => page.kind))
  await database.withSnapshot(async (client) => {
    for (const { page, filter } of selections) {
      const parameters = new Parameters()
      const conditions = [`tenant = ${parameters.add(tenant)}`, `kind = ${parameters.add(page.kind)}`]
      conditions.push(...filterSql(page, filter, parameters))
      const text = `declare documents no scroll cursor for select id, doc->>'@type' as type,
          doc->>'@baseType' as "baseType", doc::text as text
        from ${tableOf(page.kind)} where ${conditions.join(' and ')} order by seq`
      await client.query(text, parameters.values)
      for (;;) {
        const { rows } = await client.query<SnapshotRow>(`fetch ${batch} from documents`)
        if (rows.length > 0) await take(page, rows)
        if (rows.length < batch) break
      }
      await client.query('close documents')
    }
  })
}
