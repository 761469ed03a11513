/** How many documents of each kind a tenant has. */
import type { Database } from './database.ts'

/** Counts every kind in one statement; kinds without documents are left out. */
export async function countKinds(database: Database, tenant: string): Promise<Map<string, number>> {
  const rows = await database.read<{ kind: string; count: number }>({
    name: 'count kinds',
    text: 'select kind, count(*)::int as count from entity where tenant = $1 group by kind',
    values: [tenant],
  })
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
