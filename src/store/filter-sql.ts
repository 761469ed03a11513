/** The filter grammar's executor in SQL; it answers as `derive/matches.ts` does. */
import type { ResourcePage } from '../declare/index.ts'
import { type Condition, type Filter, readInstants, readNumber } from '../derive/filter.ts'
import { pathOf } from '../derive/matches.ts'
import { idsExpression, isIdInList, listExpression, scalarExpression } from './partitions.ts'

/** Gathers the values of a statement and gives each its place. */
export class Parameters {
  readonly values: unknown[] = []

  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** The `where` conditions of a filter, to be joined by `and`. */
export function filterSql(page: ResourcePage, filter: Filter, parameters: Parameters): string[] {
  return filter.map(
    (group) => `(${group.map((condition) => conditionSql(page, condition, parameters)).join(' or ')})`,
  )
}

function conditionSql(page: ResourcePage, condition: Condition, parameters: Parameters): string {
  const { path, kind, isMany, values } = condition
  const [first] = path
  if (path.length === 1 && first === 'id') return `id = any(${parameters.add(values)})`
  if (path.length === 1 && first === 'href') return hrefSql(page, values, parameters)
  if (path.length === 1 && first === '@type') {
    return `coalesce(doc->>'@type', ${parameters.add(page.name)}) = any(${parameters.add(values)})`
  }
  switch (kind) {
    case 'dateTime':
      return dateSql(condition, parameters)
    case 'integer':
    case 'number':
      return containsSql(path, values.map(readNumber), parameters)
    case 'yesNo':
      return containsSql(
        path,
        values.map((value) => value === 'true'),
        parameters,
      )
    // A whole part equals no text.
    case 'part':
      return 'false'
    case 'any':
      return containsSql(path, values.flatMap(possibleValues), parameters)
    default:
      if (isIdInList(path, condition))
        return `(${idsSql(values, parameters)} and ${containsSql(path, values, parameters)})`
      return isMany
        ? containsSql(path, values, parameters)
        : equalsSql(scalarExpression(path, { kind, isMany, known: path.length }), values, parameters)
  }
}

/** Whether one of the values is among those at the path. Written without a query per value, so that an index serves. */
function containsSql(path: readonly string[], values: readonly unknown[], parameters: Parameters): string {
  const wanted = values.map((value) => JSON.stringify([value]))
  return `(${wanted.map((value) => `${listExpression(path)} @> ${parameters.add(value)}::jsonb`).join(' or ')})`
}

/** Whether one of the ids is anywhere in the document: what the index of references answers. */
function idsSql(values: readonly unknown[], parameters: Parameters): string {
  const wanted = values.map(
    (value) => `${idsExpression} @> ${parameters.add(JSON.stringify([value]))}::jsonb`,
  )
  return `(${wanted.join(' or ')})`
}

/** For a single value the index gives the rows in order of creation; for several, PostgreSQL would have to sort. */
function equalsSql(expression: string, values: readonly string[], parameters: Parameters): string {
  const [only] = values
  return values.length === 1
    ? `${expression} = ${parameters.add(only)}`
    : `${expression} = any(${parameters.add(values)})`
}

/** The values of any type that are written like this: `500` may be a number or a text. */
function possibleValues(value: string): unknown[] {
  const number = readNumber(value)
  return [
    value,
    ...(number === undefined ? [] : [number]),
    ...(value === 'true' || value === 'false' ? [value === 'true'] : []),
  ]
}

function dateSql({ path, isMany, values }: Condition, parameters: Parameters): string {
  const within = (expression: string) =>
    values
      .map((value) => {
        const [from, until] = readInstants(value) ?? [0, 0]
        const start = parameters.add(instantText(from))
        const end = parameters.add(instantText(until))
        return `(${expression} >= ${start}::timestamptz and ${expression} < ${end}::timestamptz)`
      })
      .join(' or ')
  if (!isMany) return within(scalarExpression(path, { kind: 'dateTime', isMany, known: path.length }))
  return `exists (select 1 from jsonb_array_elements_text(${listExpression(path)}) as v(value) where ${within('instant(v.value)')})`
}

/**
 * An instant as PostgreSQL reads it. An offset may take a day of the years 1 to 9999 just out of them, where
 * JavaScript writes `+010000` and 0000, PostgreSQL 10000 and 1 BC.
 */
function instantText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  return text.startsWith('0000') ? `0001${text.slice(4)} BC` : text.replace('+0', '')
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
