/** The statements that make the table of a kind, and the indexes its page asks for. */
import { createHash } from 'node:crypto'
import type { ResourcePage } from '../declare/index.ts'
import { fieldAt } from '../derive/path.ts'
import { hasReferences } from '../derive/references.ts'
import {
  idsExpression,
  isIdInList,
  isState,
  listExpression,
  overExpression,
  pathExpression,
  tableOf,
} from './partitions.ts'

/** A table or an index: its name, and the SQL that makes it. */
export interface Relation {
  readonly name: string
  readonly sql: string
}

/** The table of a page's kind. It is made first and attached then, which hinders nobody who writes to other kinds. */
export function kindTable({ kind }: ResourcePage): Relation {
  const name = tableOf(kind)
  const sql = `create table ${name} (like entity including all);
    alter table entity attach partition ${name} for values in ('${kind}')`
  return { name, sql }
}

/** The indexes of that table; `kept` are the kinds that are not deleted while a document refers to one of theirs. */
export function kindIndexes(page: ResourcePage, kept: ReadonlySet<string>): Relation[] {
  const table = tableOf(page.kind)
  const index = (name: string, indexed: string): Relation => {
    return { name: `${table}_${name}`, sql: `create index ${table}_${name} on ${table} ${indexed}` }
  }
  const indexes = [index('seq', '(tenant, seq)')]
  if (page.facts.within) indexes.push(index('parent', '(tenant, parent, seq)'))
  if (page.facts.queue) indexes.push(index('queue', queueOf(page, page.facts.queue)))
  if (page.isPassing) {
    const indexed = `(updated, tenant, id) where ${overExpression(page)}`
    indexes.push(index(`over_${digestOf(indexed)}`, indexed))
  }
  const paths = page.findBy.map((path) => path.split('.'))
  const [inLists, others] = [true, false].map((isInList) =>
    paths.filter((path) => isIdInList(path, fieldAt(page, path)) === isInList),
  )
  if (inLists?.length || hasReferences(page, kept))
    indexes.push(index('ids', `using gin ((${idsExpression}) jsonb_path_ops)`))
  for (const path of others ?? []) {
    const facts = fieldAt(page, path)
    const indexed = facts.isMany
      ? `using gin (${listExpression(path)} jsonb_path_ops)`
      : `(tenant, ${pathExpression(page, path, facts)}, seq)`
    // What is indexed names the index: another expression gets another one.
    const made = index(digestOf(indexed), indexed)
    indexes.push(isState(page, path) ? { ...made, sql: `${fillSql(page)}; ${made.sql}` } : made)
  }
  return indexes
}

/** Documents that were there before their state was kept beside them. */
function fillSql({ kind, lifecycle }: ResourcePage): string {
  return `update ${tableOf(kind)} set state = doc->>'${lifecycle?.of}' where state is null`
}

function queueOf(page: ResourcePage, queue: NonNullable<ResourcePage['facts']['queue']>): string {
  const path = queue.by.split('.')
  const conditions = Object.entries(queue.when).map(([name, value]) =>
    typeof value === 'string'
      ? `doc->>'${name}' = '${value}'`
      : `doc->>'${name}' in ('${value.join("', '")}')`,
  )
  return `(tenant, ${pathExpression(page, path, fieldAt(page, path))}, seq) where ${conditions.join(' and ')}`
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 8)
