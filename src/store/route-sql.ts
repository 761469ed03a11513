/** Routes to elements of a document as a `from` clause; what `derive/route.ts` does in memory. */
import type { ResourcePage } from '../declare/index.ts'
import type { Hop, Route, Test } from '../derive/condition.ts'
import type { Parameters } from './parameters.ts'

/** What a test is about. */
export interface Scope {
  readonly page: ResourcePage
  readonly parameters: Parameters
  /** The SQL of the element, a jsonb. */
  readonly element: string
  readonly isRoot: boolean
  /** How many elements have got a name so far. */
  readonly depth: number
}

export type TestSql = (scope: Scope, test: Test) => string

/** A `from` clause and the conditions on the way; the scope at its end has the element that is reached. */
export function endOfRoute(
  scope: Scope,
  { from, hops }: Route,
  testSql: TestSql,
): { from: string[]; where: string[]; end: Scope } {
  let end = from === 'root' ? { ...scope, element: 'doc', isRoot: true } : scope
  const sources: string[] = []
  const where: string[] = []
  for (const { path, pick, test } of hops) {
    const depth = end.depth + 1
    const source = pathLiteral(path, pickPath(pick), scope.parameters)
    sources.push(`jsonb_path_query(${end.element}, ${source}) as e${depth}(v)`)
    end = { ...end, element: `e${depth}.v`, isRoot: end.isRoot && path.length === 0, depth }
    if (test) where.push(testSql(end, test))
  }
  return { from: sources, where, end }
}

function pickPath(pick: Hop['pick']): string {
  if (pick === 'every') return '[*]'
  if (pick >= 0) return `[${pick}]`
  return pick === -1 ? '[last]' : `[last - ${-pick - 1}]`
}

/** A jsonpath to the names and on. Names that are not plain ones are no part of the statement. */
export function pathLiteral(path: readonly string[], end: string, parameters: Parameters): string {
  const isPlain = path.every((name) => /^@?[A-Za-z0-9_-]+$/.test(name))
  const text = `$${path.map((name) => `.${JSON.stringify(name)}`).join('')}${end}`
  return isPlain ? `'${text}'` : `${parameters.add(text)}::jsonpath`
}
