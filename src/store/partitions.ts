/** Where the documents of a kind are, and the expressions their indexes are built on. */
import type { ResourcePage } from '../declare/index.ts'
import { finalStates } from '../derive/change.ts'
import type { PathFacts } from '../derive/path.ts'

/** The table that holds the documents of a kind. */
export function tableOf(kind: string): string {
  return `entity_${kind.toLowerCase()}`
}

/**
 * The SQL expression of a scalar path of a page that no list lies on: what its index is built on. The state of a document
 * is a column beside it.
 */
export function pathExpression(
  page: ResourcePage,
  path: readonly string[],
  facts: Pick<PathFacts, 'kind'>,
): string {
  return isState(page, path) ? 'state' : scalarExpression(path, facts)
}

/** Whether a path is the state of a document by the lifecycle of its page. */
export function isState({ lifecycle }: ResourcePage, path: readonly string[]): boolean {
  return path.length === 1 && path[0] === lifecycle?.of
}

/** The same of a path that is read from the document. Texts compare by code point, on every database alike. */
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

/** The SQL expression of whether a document is in a state without a way out; one that has no states always is. */
export function overExpression(page: ResourcePage): string {
  const { lifecycle } = page
  return lifecycle ? `doc->>'${lifecycle.of}' in ('${finalStates(page).join("', '")}')` : 'true'
}

/** Whether a path leads to ids through a list: the index of references serves those, whatever the path. */
export function isIdInList(path: readonly string[], facts: Pick<PathFacts, 'isMany'>): boolean {
  return facts.isMany && path.length > 1 && path.at(-1) === 'id'
}
