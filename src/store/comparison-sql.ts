/** Compares what two paths of a JSONPath lead to, in SQL; what `derive/compare-operands.ts` does in memory. */
import type { Operand, Order, Test } from '../derive/condition.ts'
import { endOfRoute, pathLiteral, type Scope, type TestSql } from './route-sql.ts'
import { orderSymbols } from './value-sql.ts'

/** Any value of the one with any of the other. */
export function comparisonSql(scope: Scope, test: Test & { is: 'comparison' }, testSql: TestSql): string {
  const { left, order, right } = test
  const sides = [left, right].map(
    (operand, index) => `(${operandSql(scope, operand, testSql)}) as s${index}(v)`,
  )
  const areDates = [left, right].every((operand) => operand.is === 'values' && operand.kind === 'dateTime')
  return `exists (select from ${sides.join(', ')} where ${pairSql('s0.v', order, 's1.v', areDates)})`
}

/** A query of the values, one a row. */
function operandSql(scope: Scope, operand: Operand, testSql: TestSql): string {
  const { parameters } = scope
  if (operand.is === 'number') return `select to_jsonb(${parameters.add(String(operand.value))}::numeric)`
  const { from, where, end } = endOfRoute(scope, operand.route, testSql)
  const element = end.isRoot ? documentSql(end, operand.path) : end.element
  const isLength = operand.is === 'length'
  const path = pathLiteral(operand.path, isLength ? '' : '[*]', parameters)
  const sources = [...from, `jsonb_path_query(${element}, ${path}) as n(v)`].join(', ')
  const nodes = `from ${sources}${where.length > 0 ? ` where ${where.join(' and ')}` : ''}`
  if (!isLength) return `select n.v ${nodes}`
  const length = `case jsonb_typeof(n.v) when 'array' then jsonb_array_length(n.v)
    when 'string' then char_length(n.v #>> '{}') end`
  return `select to_jsonb(${length}) ${nodes} union all select '0'::jsonb where not exists (select ${nodes})`
}

/** The document with what is kept beside it, where that is asked for. */
function documentSql({ page, parameters }: Scope, [first]: readonly string[]): string {
  if (first === 'id') return `(doc || jsonb_build_object('id', id))`
  return first === '@type'
    ? `(jsonb_build_object('@type', ${parameters.add(page.name)}::text) || doc)`
    : 'doc'
}

/** Values of different types do not compare. */
function pairSql(left: string, order: Order, right: string, areDates: boolean): string {
  const symbol = orderSymbols[order]
  const isOfType = (type: string) => `jsonb_typeof(${left}) = '${type}'`
  const text = (value: string) => `${value} #>> '{}'`
  const texts = areDates
    ? `instant_or_null(${text(left)}) ${symbol} instant_or_null(${text(right)})`
    : `(${text(left)}) collate "C" ${symbol} (${text(right)})`
  const flags = order === 'gt' || order === 'lt' ? 'false' : `${left} = ${right}`
  return `case when jsonb_typeof(${left}) <> jsonb_typeof(${right}) then false
    when ${isOfType('number')} then (${left})::numeric ${symbol} (${right})::numeric
    when ${isOfType('string')} then ${texts}
    when ${isOfType('boolean')} then ${flags} else false end`
}
