/** Where a document is not as the JSON Schema of its page says, in the words of the validator. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { ResourcePage } from '../declare/index.ts'
import type { JsonObject } from './json.ts'
import { createSchema, documentSchema, isDateTime } from './schema.ts'

const schemas = { create: createSchema, document: documentSchema }

/** What a document is to be: a body that creates one, or one that is whole. */
export type Purpose = keyof typeof schemas

const options = {
  strict: false,
  coerceTypes: false,
  useDefaults: false,
  verbose: true,
  formats: { 'date-time': isDateTime },
}

/** What is right is found right by the one that stops at the first error; the other finds them all, for a price. */
const validators = { first: new Ajv(options), all: new Ajv({ ...options, allErrors: true }) }
type Thoroughness = keyof typeof validators

/** To look for all errors takes time by the square of their number: of a document with more values, one must do. */
const mostValues = 5_000

/** The errors of a document; of a very large one the first. */
export function errorsOf(page: ResourcePage, purpose: Purpose, document: JsonObject): readonly ErrorObject[] {
  const first = validatorOf(page, purpose, 'first')
  if (first(document)) return []
  if (countValues(document, mostValues) > mostValues) return first.errors ?? []
  const all = validatorOf(page, purpose, 'all')
  all(document)
  return all.errors ?? []
}

const compiled = new Map<string, WeakMap<ResourcePage, ValidateFunction>>()

function validatorOf(page: ResourcePage, purpose: Purpose, thoroughness: Thoroughness): ValidateFunction {
  const key = `${purpose} ${thoroughness}`
  const ofPages = compiled.get(key) ?? new WeakMap<ResourcePage, ValidateFunction>()
  compiled.set(key, ofPages)
  let check = ofPages.get(page)
  if (check === undefined) {
    check = validators[thoroughness].compile(schemas[purpose](page))
    ofPages.set(page, check)
  }
  return check
}

/** How many values there are in a document; counting ends once there are more than the limit. */
function countValues(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const member of Object.values(value)) {
    if (count > limit) break
    count += countValues(member, limit - count)
  }
  return count
}
