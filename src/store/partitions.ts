/** The partition of each kind and the indexes its page asks for, made at start when they are missing. */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { ResourcePage } from '../declare/index.ts'
import { fieldAt, type PathFacts } from '../derive/path.ts'
import { hasReferences } from '../derive/references.ts'

/** The table that holds the documents of a kind. */
export function tableOf(kind: string): string {
  return `entity_${kind.toLowerCase()}`
}

/** The SQL expression of a scalar path that no list lies on: what its index is built on. */
export function scalarExpression(path: readonly string[], facts: PathFacts): string {
  const steps = path.map((step) => `'${step}'`)
  const text = steps.length === 1 ? `(doc->>${steps[0]})` : `(doc#>>array[${steps.join(',')}])`
  return facts.kind === 'dateTime' ? `instant(${text})` : text
}

/** The SQL expression of all values of a path as a JSON array, through any list on the way and at its end. */
export function listExpression(path: readonly string[]): string {
  return `jsonb_path_query_array(doc, '$.${path.map((step) => `"${step}"`).join('.')}[*]')`
}

/** The ids anywhere in a document: what its references are found by. */
export const idsExpression = `jsonb_path_query_array(doc, '$.**.id')`

/** Whether a path leads to ids through a list: the index of references serves those, whatever the path. */
export function isIdInList(path: readonly string[], facts: Pick<PathFacts, 'isMany'>): boolean {
  return facts.isMany && path.length > 1 && path.at(-1) === 'id'
}

/** Creates what is missing of tables and indexes. Runs under the migration lock. */
export async function ensurePartitions(client: Client, pages: Iterable<ResourcePage>): Promise<void> {
  const wanted = new Map<string, ResourcePage>()
  for (const page of pages) if (!page.facts.embeddedAs && !wanted.has(page.kind)) wanted.set(page.kind, page)
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relname like 'entity\\_%'`,
  )
  const existing = new Set(rows.map(({ name }) => name))
  const kept = new Set(
    [...wanted.values()].filter(({ facts }) => facts.keptWhileUsedIn).map(({ kind }) => kind),
  )
  const statements: string[] = []
  const add = (name: string, sql: string) => {
    if (!existing.has(name)) statements.push(sql)
  }
  for (const page of wanted.values()) {
    const table = tableOf(page.kind)
    add(table, `create table ${table} partition of entity for values in ('${page.kind}')`)
    add(`${table}_seq`, `create index ${table}_seq on ${table} (tenant, seq)`)
    if (page.facts.within)
      add(`${table}_parent`, `create index ${table}_parent on ${table} (tenant, parent, seq)`)
    const { queue } = page.facts
    if (queue) {
      const steps = queue.by.split('.')
      const conditions = Object.entries(queue.when).map(([name, value]) => `doc->>'${name}' = '${value}'`)
      const key = scalarExpression(steps, fieldAt(page, steps))
      add(
        `${table}_queue`,
        `create index ${table}_queue on ${table} (tenant, ${key}, seq) where ${conditions.join(' and ')}`,
      )
    }
    const findsIds = page.findBy.some((path) => isIdInList(path.split('.'), fieldAt(page, path.split('.'))))
    if (findsIds || hasReferences(page, kept)) {
      add(
        `${table}_ids`,
        `create index ${table}_ids on ${table} using gin ((${idsExpression}) jsonb_path_ops)`,
      )
    }
    for (const path of page.findBy) {
      const steps = path.split('.')
      const facts = fieldAt(page, steps)
      if (isIdInList(steps, facts)) continue
      const name = `${table}_${createHash('sha1').update(path).digest('hex').slice(0, 8)}`
      const sql = facts.isMany
        ? `create index ${name} on ${table} using gin (${listExpression(steps)} jsonb_path_ops)`
        : `create index ${name} on ${table} (tenant, ${scalarExpression(steps, facts)}, seq)`
      add(name, sql)
    }
  }
  if (statements.length > 0) await client.query(statements.join(';\n'))
}
