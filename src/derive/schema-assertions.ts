/** What a JSON Schema asks of one value by itself: its type, its value, its length. */
import { aOrAn } from './article.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Effort } from './effort.ts'
import { hasPattern, searchEffort } from './pattern-search.ts'
import type { Choice, JsonType, SchemaRules, WrittenPattern } from './read-schema.ts'
import { isDate, isDateTime } from './schema.ts'

/** What is wrong with a value, in words that follow its name. */
export interface Fault {
  readonly code: 'invalidFormat' | 'invalidEnumValue' | 'missingAttribute'
  readonly message: string
}

/** The first fault of a value by itself; undefined when it has none. */
export function faultOf(rules: SchemaRules, value: unknown, effort: Effort): Fault | undefined {
  if (rules.type && !rules.type.some((type) => isOfType(value, type))) {
    return invalid(`must be ${rules.type.map(aOrAn).join(' or ')}`)
  }
  for (const choice of [rules.enum, rules.const]) {
    if (choice !== undefined && !isAmong(choice, value, effort)) return notAmong(choice)
  }
  if (typeof value === 'number') return faultOfNumber(rules, value)
  return typeof value === 'string' ? faultOfText(rules, value, effort) : undefined
}

const invalid = (message: string): Fault => ({ code: 'invalidFormat', message })

function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'string':
      return typeof value === 'string'
  }
}

function isAmong({ texts }: Choice, value: unknown, effort: Effort): boolean {
  const text = canonicalJson(value)
  effort.spend(text.length >> 4)
  return texts.has(text)
}

function notAmong({ values }: Choice): Fault {
  const told = values
    .slice(0, 50)
    .map((each) => (typeof each === 'string' ? each : JSON.stringify(each)).slice(0, 100))
  const message = told.length === 1 ? `must be ${told}` : `must be one of ${told.join(', ')}`
  return { code: 'invalidEnumValue', message }
}

function faultOfNumber(rules: SchemaRules, value: number): Fault | undefined {
  const { multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = rules
  if (minimum !== undefined && value < minimum) return invalid(`must be at least ${minimum}`)
  if (maximum !== undefined && value > maximum) return invalid(`must be at most ${maximum}`)
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return invalid(`must be more than ${exclusiveMinimum}`)
  }
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    return invalid(`must be less than ${exclusiveMaximum}`)
  }
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
    return invalid(`must be a multiple of ${multipleOf}`)
  }
  return undefined
}

function faultOfText(rules: SchemaRules, value: string, effort: Effort): Fault | undefined {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = rules
  if (minLength === 1 && value === '') {
    return { code: 'missingAttribute', message: 'is required and must not be empty' }
  }
  if (value.length < minLength * 2 || value.length > maxLength) {
    effort.spend(value.length >> 3)
    const length = lengthOf(value)
    if (length < minLength) return invalid(`must have at least ${minLength} characters`)
    if (length > maxLength) return invalid(`must have at most ${maxLength} characters`)
  }
  if (pattern && !isFound(pattern, value, effort)) return invalid(`must match ${pattern.text}`)
  if (format === 'date-time' && !isDateTime(value)) {
    return invalid('must be a date-time such as 2026-03-01T09:00:00.000Z')
  }
  return format === 'date' && !isDate(value) ? invalid('must be a date such as 2026-03-01') : undefined
}

/** Whether a pattern is somewhere in a text. */
export function isFound({ pattern }: WrittenPattern, text: string, effort: Effort): boolean {
  effort.spend(searchEffort([pattern], [text]))
  return hasPattern(text, pattern)
}

/** In characters, of which some take two units. */
function lengthOf(text: string): number {
  let length = 0
  for (const _character of text) length++
  return length
}
