/** How a condition compares one value, in SQL; what `derive/value-test.ts` does in memory. */
import type { Condition, Order } from '../derive/condition.ts'
import { readInstants, readNumber } from '../derive/literal.ts'
import { maxSearched } from '../derive/pattern.ts'
import type { Parameters } from './parameters.ts'
import { patternSql } from './pattern-sql.ts'

export const orderSymbols: Readonly<Record<Order, string>> = {
  eq: '=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
}

/** Whether a jsonb is what the condition asks for. What has another type is not. */
export function valueSql(value: string, condition: Condition, parameters: Parameters): string {
  const text = `((${value} #>> '{}') collate "C")`
  const isOfType = (type: string) => `jsonb_typeof(${value}) = '${type}'`
  const asksText = ['matches', 'contains', 'startswith', 'endswith'].includes(condition.operator)
  const ofText = () => `${isOfType('string')} and ${textSql(text, condition, parameters)}`
  const ofNumber = (values = condition.values) => {
    const number = numberSql(`(${value})::numeric`, { ...condition, values }, parameters)
    return `case when ${isOfType('number')} then ${number} else false end`
  }
  if (asksText) return ofText()
  switch (condition.kind) {
    case 'integer':
    case 'number':
      return ofNumber()
    case 'dateTime': {
      const date = dateSql(`instant_or_null(${value} #>> '{}')`, condition, parameters)
      return `case when ${isOfType('string')} then ${date} else false end`
    }
    case 'any': {
      const numbers = condition.values.filter((each) => readNumber(each) !== undefined)
      const isEnough = numbers.length >= (condition.operator === 'between' ? 2 : 1)
      return isEnough ? `((${ofText()}) or ${ofNumber(numbers)})` : ofText()
    }
    default:
      return ofText()
  }
}

/** A text, in the order of code points. */
export function textSql(text: string, condition: Condition, parameters: Parameters): string {
  const { operator, values, patterns = [] } = condition
  const [first = '', second = first] = values
  switch (operator) {
    case 'eq':
      return equalSql(text, values, parameters)
    case 'between':
      return `(${text} >= ${parameters.add(first)} and ${text} <= ${parameters.add(second)})`
    case 'contains':
      return `strpos(${text}, ${parameters.add(first)}) > 0`
    case 'startswith':
      return startsSql(text, first, parameters)
    case 'endswith':
      return `right(${text}, ${parameters.add([...first].length)}::int) = ${parameters.add(first)}`
    case 'matches': {
      const whole = patterns.map(patternSql).join('|')
      return `(char_length(${text}) <= ${maxSearched} and ${text} ~ ${parameters.add(whole)})`
    }
    case 'there':
      return `${text} is not null`
    default:
      return anyOf(values.map((value) => `${text} ${orderSymbols[operator]} ${parameters.add(value)}`))
  }
}

/** For a single value the index gives the rows in order of creation; for several, PostgreSQL would have to sort. */
function equalSql(text: string, values: readonly string[], parameters: Parameters): string {
  const [only] = values
  return values.length === 1
    ? `${text} = ${parameters.add(only)}`
    : `${text} = any(${parameters.add(values)})`
}

/** As a range, which an index serves. */
function startsSql(text: string, start: string, parameters: Parameters): string {
  const from = `${text} >= ${parameters.add(start)}`
  const until = textAfter(start)
  return until === undefined ? from : `(${from} and ${text} < ${parameters.add(until)})`
}

/** The first text after all that start with this one; undefined when there is none. */
function textAfter(start: string): string | undefined {
  const characters = [...start]
  while (characters.at(-1)?.codePointAt(0) === 0x10ffff) characters.pop()
  const last = characters.pop()?.codePointAt(0)
  if (last === undefined) return undefined
  return characters.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1)
}

/** A numeric. */
export function numberSql(number: string, { operator, values }: Condition, parameters: Parameters): string {
  const wanted = values.map((value) => `${parameters.add(String(readNumber(value)))}::numeric`)
  if (operator === 'between') return `(${number} >= ${wanted[0]} and ${number} <= ${wanted[1]})`
  const symbol = orderSymbols[operator as Order]
  return anyOf(wanted.map((value) => `${number} ${symbol} ${value}`))
}

/** A timestamptz. A day is a span: what is before it, in it, or after it. */
export function dateSql(instant: string, { operator, values }: Condition, parameters: Parameters): string {
  const spans = values.map((value) => readInstants(value) ?? [0, 0])
  const at = (milliseconds: number) => `${parameters.add(instantText(milliseconds))}::timestamptz`
  const [[first] = [0], [, end] = spans[0] ?? [0, 0]] = spans
  if (operator === 'between') return `(${instant} >= ${at(first)} and ${instant} < ${at(end)})`
  return anyOf(
    spans.map(([from, until]) => {
      switch (operator) {
        case 'gt':
          return `${instant} >= ${at(until)}`
        case 'gte':
          return `${instant} >= ${at(from)}`
        case 'lt':
          return `${instant} < ${at(from)}`
        case 'lte':
          return `${instant} < ${at(until)}`
        default:
          return `(${instant} >= ${at(from)} and ${instant} < ${at(until)})`
      }
    }),
  )
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' or ')})`
}

/**
 * An instant as PostgreSQL reads it. An offset may take a day of the years 1 to 9999 just out of them, where
 * JavaScript writes `+010000` and 0000, PostgreSQL 10000 and 1 BC.
 */
function instantText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  return text.startsWith('0000') ? `0001${text.slice(4)} BC` : text.replace('+0', '')
}
