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

/**
 * The SQL expression of a scalar path that no list lies on: what its index is built on. Texts compare by code point,
 * on every database alike.
 */
export function scalarExpression(path: readonly string[], { kind }: Pick<PathFacts, 'kind'>): string {
  const steps = path.map((step) => `'${step}'`)
  const value = (one: string, many: string) =>
    steps.length === 1 ? `(doc${one}${steps[0]})` : `(doc${many}array[${steps.join(',')}])`
  if (kind === 'dateTime') return `instant(${value('->>', '#>>')})`
  if (kind === 'integer' || kind === 'number') return `(${value('->', '#>')}::numeric)`
  return `(${value('->>', '#>>')} collate "C")`
}

/** The SQL expression of all values of a path as a JSON array, through any list on the way and at its end. */
export function listExpression(path: readonly string[], element = 'doc'): string {
  return `jsonb_path_query_array(${element}, '$${path.map((step) => `."${step}"`).join('')}[*]')`
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
      const conditions = Object.entries(queue.when).map(([name, value]) =>
        typeof value === 'string'
          ? `doc->>'${name}' = '${value}'`
          : `doc->>'${name}' in ('${value.join("', '")}')`,
      )
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
      const indexed = facts.isMany
        ? `using gin (${listExpression(steps)} jsonb_path_ops)`
        : `(tenant, ${scalarExpression(steps, facts)}, seq)`
      // What is indexed names the index: another expression gets another one.
      const name = `${table}_${createHash('sha1').update(indexed).digest('hex').slice(0, 8)}`
      add(name, `create index ${name} on ${table} ${indexed}`)
    }
  }
  if (statements.length > 0) await client.query(statements.join(';\n'))
}
