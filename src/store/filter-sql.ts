/** The executor in SQL; it answers as `derive/matches.ts` does. */
import type { ResourcePage } from '../declare/index.ts'
import type { Condition, Filter, Test } from '../derive/condition.ts'
import { pathOf } from '../derive/link-path.ts'
import { readNumber } from '../derive/literal.ts'
import { fieldAt } from '../derive/path.ts'
import { comparisonSql } from './comparison-sql.ts'
import type { Parameters } from './parameters.ts'
import { idsExpression, isIdInList, listExpression, pathExpression } from './partitions.ts'
import { endOfRoute, pathLiteral, type Scope } from './route-sql.ts'
import { dateSql, numberSql, textSql, valueSql } from './value-sql.ts'

/** The `where` conditions of a filter, to be joined by `and`. */
export function filterSql(page: ResourcePage, filter: Filter, parameters: Parameters): string[] {
  const scope: Scope = { page, parameters, element: 'doc', isRoot: true, depth: 0 }
  return filter.map((group) => (group.length === 0 ? 'false' : `(${joined(scope, group, ' or ')})`))
}

/** The SQL of a test; null counts as false. */
export function testSql(scope: Scope, test: Test): string {
  switch (test.is) {
    case 'condition':
      return conditionSql(scope, test)
    case 'all':
      return test.tests.length === 0 ? 'true' : `(${joined(scope, test.tests, ' and ')})`
    case 'any':
      return test.tests.length === 0 ? 'false' : `(${joined(scope, test.tests, ' or ')})`
    case 'not':
      return `((${testSql(scope, test.test)}) is not true)`
    case 'some':
      return someSql(scope, test)
    case 'comparison':
      return comparisonSql(scope, test, testSql)
  }
}

function joined(scope: Scope, tests: readonly Test[], by: string): string {
  return tests.map((test) => testSql(scope, test)).join(by)
}

/** What an index can answer comes first: it need not be looked at which elements there are. */
function someSql(scope: Scope, { route, test }: Test & { is: 'some' }): string {
  const { from, where, end } = endOfRoute(scope, route, testSql)
  const last = testSql(end, test)
  if (from.length === 0) return last
  const conditions = [...where, last].filter((condition) => condition !== 'true')
  const within = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  const found = `exists (select from ${from.join(', ')}${within})`
  return [...impliedBy(scope, route.from, route.hops[0]), found].join(' and ')
}

/** An element that equals something is found by the index of its path, whichever element it is. */
function impliedBy(
  scope: Scope,
  from: 'element' | 'root',
  hop: { path: readonly string[]; test?: Test } | undefined,
) {
  if (hop?.test === undefined || !(scope.isRoot || from === 'root')) return []
  const { path, test } = hop
  const parts = test.is === 'all' ? test.tests : [test]
  return parts.flatMap((part) => {
    if (part.is !== 'condition' || part.operator !== 'eq' || part.isNegated) return []
    const full = [...path, ...part.path]
    if (!scope.page.findBy.includes(full.join('.'))) return []
    const { isMany } = fieldAt(scope.page, full)
    return [conditionSql({ ...scope, element: 'doc', isRoot: true }, { ...part, path: full, isMany })]
  })
}

function conditionSql(scope: Scope, condition: Condition): string {
  const { path, kind, operator, isNegated } = condition
  // An index serves what is missing only when it is asked for like this.
  if (operator === 'there' && isNegated && isScalar(scope, condition))
    return `${pathExpression(scope.page, path, { kind })} is null`
  const sql = positiveSql(scope, condition)
  return isNegated ? `((${sql}) is not true)` : sql
}

/** Whether the document has one value at the path at most, which an index may have. */
function isScalar({ isRoot }: Scope, { path, kind, isMany }: Condition): boolean {
  const isBeside = path.length === 1 && ['id', 'href', '@type'].includes(path[0] ?? '')
  return isRoot && !isBeside && !isMany && !['part', 'list', 'any'].includes(kind)
}

function positiveSql(scope: Scope, condition: Condition): string {
  const { path, kind, operator } = condition
  const { parameters, element } = scope
  const ofEnvelope = scope.isRoot ? envelopeSql(scope, condition) : undefined
  if (ofEnvelope !== undefined) return ofEnvelope
  const hasOne = isScalar(scope, condition)
  if (operator === 'there') {
    if (hasOne) return `(${pathExpression(scope.page, path, { kind })} is not null)`
    return `jsonb_path_exists(${element}, ${pathLiteral(path, '[*] ? (@ != null)', parameters)})`
  }
  if (hasOne && operator !== 'matches') {
    const expression = pathExpression(scope.page, path, { kind })
    if (kind === 'integer' || kind === 'number') return numberSql(expression, condition, parameters)
    const isText = kind !== 'dateTime' || ['contains', 'startswith', 'endswith'].includes(operator)
    if (!isText) return dateSql(expression, condition, parameters)
  }
  if (hasOne) return textSql(pathExpression(scope.page, path, { kind: 'text' }), condition, parameters)
  if (operator === 'eq' && kind !== 'dateTime') return equalSql(scope, condition)
  const values = `jsonb_path_query(${element}, ${pathLiteral(path, '[*]', parameters)}) as v(value)`
  return `exists (select from ${values} where ${valueSql('v.value', condition, parameters)})`
}

/** What is no attribute of the document: its key, its link, and the type it has when it does not say. */
function envelopeSql({ page, parameters }: Scope, condition: Condition): string | undefined {
  const { path, operator, values } = condition
  if (path.length !== 1) return undefined
  switch (path[0]) {
    case 'id':
      if (operator === 'there') return 'true'
      if (operator === 'eq') return `id = any(${parameters.add(values)})`
      return textSql('(id collate "C")', condition, parameters)
    case 'href':
      return operator === 'there' ? 'true' : hrefSql(page, values, parameters)
    case '@type':
      if (operator === 'there') return 'true'
      return textSql(
        `(coalesce(doc->>'@type', ${parameters.add(page.name)}) collate "C")`,
        condition,
        parameters,
      )
    default:
      return undefined
  }
}

/** Whether one of the values is among those at the path. Written without a query per value, so that an index serves. */
function equalSql(scope: Scope, condition: Condition): string {
  const { path, kind } = condition
  const values = condition.values.flatMap((value) => possibleValues(kind, value))
  // A whole part equals no text.
  if (kind === 'part' || kind === 'list' || values.length === 0) return 'false'
  const { parameters, element } = scope
  const simple = isSimple(path) ? listExpression(path, element) : undefined
  const list = simple ?? `jsonb_path_query_array(${element}, ${pathLiteral(path, '[*]', parameters)})`
  const held = anyOf(list, values, parameters)
  return scope.isRoot && isIdInList(path, condition)
    ? `(${anyOf(idsExpression, values, parameters)} and ${held})`
    : held
}

const isSimple = (path: readonly string[]): boolean => path.every((name) => /^@?[A-Za-z0-9_-]+$/.test(name))

function anyOf(list: string, values: readonly unknown[], parameters: Parameters): string {
  const wanted = values.map((value) => parameters.add(JSON.stringify([value])))
  return `(${wanted.map((value) => `${list} @> ${value}::jsonb`).join(' or ')})`
}

/** The values that are written like this: `500` may be a number or a text where both are possible. */
function possibleValues(kind: Condition['kind'], value: string): unknown[] {
  const number = readNumber(value)
  // JSON has no infinity: what is beyond the largest number equals none.
  const numbers = number === undefined || !Number.isFinite(number) ? [] : [number]
  if (kind === 'integer' || kind === 'number') return numbers
  if (kind === 'yesNo') return [value === 'true']
  if (kind !== 'any') return [value]
  return [value, ...numbers, ...(value === 'true' || value === 'false' ? [value === 'true'] : [])]
}

/** An href names a document of this collection or none: the last part of its path is the id. */
function hrefSql(page: ResourcePage, values: readonly string[], parameters: Parameters): string {
  const ids = values
    .map((href) => pathOf(href).split('/'))
    .flatMap((parts) => {
      const isOurs = parts.at(-2) === page.path
      return isOurs ? [decodeSegment(parts.at(-1) ?? '')] : []
    })
  return `id = any(${parameters.add(ids)})`
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
