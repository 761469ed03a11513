/**
 * Checks a value by a JSON Schema of others. Whatever the schema says, the check comes to an end: each schema that is
 * applied and each value that is looked at costs effort, of which there is so much; nothing is compiled.
 */
import { type Finding, refuse } from '../declare/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { Effort } from './effort.ts'
import type { JsonObject } from './json.ts'
import { nearest } from './nearest.ts'
import type { Schema, SchemaRules } from './read-schema.ts'
import { faultOf, isFound } from './schema-assertions.ts'

const maxEffort = 100_000
const maxFindings = 100

/** What a schema finds wrong; `name` is that of the type it describes. Throws `validationFailed` when it takes too much. */
export function checkBySchema(schema: Schema, value: unknown, name: string): Finding[] {
  const tooMuch = refuse('validationFailed', `To check a ${name} by its schema takes too much work`)
  const findings: Finding[] = []
  try {
    new Check(new Effort(maxEffort, tooMuch)).apply(schema, { value, trail: undefined, findings })
  } catch (error) {
    // A schema that applies itself to the same value runs out of stack before it runs out of effort.
    if (error instanceof RangeError) throw tooMuch
    throw error
  }
  return findings
}

/** The way to a value: the last step, and the way before it. */
interface Trail {
  readonly before: Trail | undefined
  readonly step: string | number
}

/** A value that is looked at. */
interface Look {
  readonly value: unknown
  readonly trail: Trail | undefined
  /** Where to tell what is wrong; absent where it matters only whether anything is, and the first fault is enough. */
  readonly findings?: Finding[] | undefined
  /** The members that some schema has seen to; absent where nobody asks. */
  readonly seen?: Set<string | number> | undefined
}

class Check {
  readonly #effort: Effort

  constructor(effort: Effort) {
    this.#effort = effort
  }

  /** Whether a value is as the schema says. */
  apply(schema: Schema, look: Look): boolean {
    this.#effort.spend(1)
    if (schema === true) return true
    if (schema === false) return tell(look, 'invalidFormat', 'is not allowed here')
    const asksForRest = schema.unevaluatedItems !== undefined || schema.unevaluatedProperties !== undefined
    const here = asksForRest && look.seen === undefined ? { ...look, seen: new Set<string | number>() } : look
    const { value } = here
    let isRight = this.#alone(schema, here)
    const isDecided = () => !isRight && here.findings === undefined
    if (!isDecided()) isRight = this.#inPlace(schema, here) && isRight
    if (isDecided()) return false
    if (Array.isArray(value)) return this.#elements(schema, value, here) && isRight
    if (typeof value === 'object' && value !== null)
      return this.#members(schema, value as JsonObject, here) && isRight
    return isRight
  }

  /** What is asked of the value by itself. */
  #alone(rules: SchemaRules, look: Look): boolean {
    const fault = faultOf(rules, look.value, this.#effort)
    return fault === undefined || tell(look, fault.code, fault.message)
  }

  /** The schemas that apply to the same value. */
  #inPlace(rules: SchemaRules, look: Look): boolean {
    let isRight = rules.$ref === undefined || this.apply(rules.$ref, look)
    for (const schema of rules.allOf ?? []) isRight = this.apply(schema, look) && isRight
    if (rules.anyOf) isRight = this.#choice(rules.anyOf, look, false) && isRight
    if (rules.oneOf) isRight = this.#choice(rules.oneOf, look, true) && isRight
    if (rules.not !== undefined && this.#fits(rules.not, look)) {
      isRight = tell(look, 'invalidFormat', 'is what its schema forbids')
    }
    if (rules.if !== undefined) {
      const branch = this.#fits(rules.if, look) ? rules.then : rules.else
      if (branch !== undefined) isRight = this.apply(branch, look) && isRight
    }
    for (const [name, schema] of rules.dependentSchemas ?? []) {
      if (hasMember(look.value, name)) isRight = this.apply(schema, look) && isRight
    }
    return isRight
  }

  /** Whether a schema fits, without telling why not. Only one that fits has seen to members. */
  #fits(schema: Schema, look: Look): boolean {
    const seen = look.seen && new Set<string | number>()
    const isFitting = this.apply(schema, { value: look.value, trail: look.trail, seen })
    if (isFitting && seen) for (const member of seen) look.seen?.add(member)
    return isFitting
  }

  #choice(schemas: readonly Schema[], look: Look, isOne: boolean): boolean {
    const [only, another] = schemas
    if (only !== undefined && another === undefined) return this.apply(only, look)
    let count = 0
    for (const schema of schemas) {
      if (this.#fits(schema, look)) count++
      // Which others fit matters only where there may be one, or where what they have seen to counts.
      if (count > 0 && !isOne && look.seen === undefined) return true
    }
    if (count === 0) return tell(look, 'invalidFormat', 'is none of what its schema allows')
    return !isOne || count === 1 || tell(look, 'invalidFormat', 'is more than one of what its schema allows')
  }

  #elements(rules: SchemaRules, list: readonly unknown[], look: Look): boolean {
    const { minItems = 0, maxItems = list.length, uniqueItems, prefixItems = [], items, contains } = rules
    let isRight = true
    const wrong = (message: string) => {
      isRight = tell(look, 'invalidFormat', message)
    }
    if (minItems === 1 && list.length === 0) {
      isRight = tell(look, 'missingAttribute', 'is required and must not be empty')
    } else if (list.length < minItems) wrong(`must have at least ${minItems} elements`)
    if (list.length > maxItems) wrong(`must have at most ${maxItems} elements`)
    if (uniqueItems && !this.#areDistinct(list)) wrong('must not have two elements that are equal')
    for (let index = 0; index < list.length; index++) {
      const schema = prefixItems[index] ?? items
      if (schema !== undefined) isRight = this.#member(schema, list[index], index, look) && isRight
      else if (items === undefined && index >= prefixItems.length) break
      if (!isRight && look.findings === undefined) return false
    }
    if (contains !== undefined) {
      const { minContains = 1, maxContains = list.length } = rules
      const count = this.#containing(contains, list, look)
      if (count < minContains) wrong(`must have at least ${minContains} elements of a certain kind`)
      if (count > maxContains) wrong(`must have at most ${maxContains} elements of a certain kind`)
    }
    if (rules.unevaluatedItems === undefined) return isRight
    for (const [index, element] of list.entries()) {
      if (!look.seen?.has(index)) {
        isRight = this.#member(rules.unevaluatedItems, element, index, look) && isRight
      }
    }
    return isRight
  }

  #containing(contains: Schema, list: readonly unknown[], look: Look): number {
    let count = 0
    for (const [index, value] of list.entries()) {
      if (!this.apply(contains, { value, trail: look.trail })) continue
      count++
      look.seen?.add(index)
    }
    return count
  }

  #areDistinct(list: readonly unknown[]): boolean {
    const texts = new Set<string>()
    for (const element of list) {
      const text = canonicalJson(element)
      this.#effort.spend(2 + (text.length >> 3))
      texts.add(text)
    }
    return texts.size === list.length
  }

  #members(rules: SchemaRules, object: JsonObject, look: Look): boolean {
    const names = Object.keys(object)
    this.#effort.spend(names.length)
    const { minProperties = 0, maxProperties = names.length } = rules
    let isRight = this.#required(rules, object, look)
    if (names.length < minProperties) {
      isRight = tell(look, 'invalidFormat', `must have at least ${minProperties} attributes`)
    }
    if (names.length > maxProperties) {
      isRight = tell(look, 'invalidFormat', `must have at most ${maxProperties} attributes`)
    }
    for (const name of names) {
      isRight = this.#attribute(rules, object[name], name, look) && isRight
      if (!isRight && look.findings === undefined) return false
    }
    const { unevaluatedProperties: rest } = rules
    if (rest === undefined) return isRight
    for (const name of names) {
      if (!look.seen?.has(name)) isRight = this.#other(rest, object[name], name, look, rules) && isRight
    }
    return isRight
  }

  #required(rules: SchemaRules, object: JsonObject, look: Look): boolean {
    const hasAll = (names: readonly string[], why: string): boolean => {
      this.#effort.spend(names.length >> 2)
      const missing = names.filter((name) => !Object.hasOwn(object, name))
      for (const name of missing) tell(look, 'missingAttribute', `is required${why}`, name)
      return missing.length === 0
    }
    let isRight = hasAll(rules.required ?? [], '')
    for (const [name, others] of rules.dependentRequired ?? []) {
      if (Object.hasOwn(object, name)) isRight = hasAll(others, ` beside ${name}`) && isRight
    }
    return isRight
  }

  #attribute(rules: SchemaRules, value: unknown, name: string, look: Look): boolean {
    const { properties, patternProperties = [], propertyNames, additionalProperties } = rules
    let isRight = true
    if (propertyNames !== undefined && !this.apply(propertyNames, { value: name, trail: undefined })) {
      isRight = tell(look, 'unknownAttribute', 'is no name that may be used here', name)
    }
    const own = properties?.get(name)
    let isOther = own === undefined
    if (own !== undefined) isRight = this.#member(own, value, name, look) && isRight
    for (const [pattern, schema] of patternProperties) {
      this.#effort.spend(1)
      if (!isFound(pattern, name, this.#effort)) continue
      isOther = false
      isRight = this.#member(schema, value, name, look) && isRight
    }
    return isOther && additionalProperties !== undefined
      ? this.#other(additionalProperties, value, name, look, rules) && isRight
      : isRight
  }

  /** A member that no name or pattern is for. */
  #other(schema: Schema, value: unknown, name: string, look: Look, { properties }: SchemaRules): boolean {
    if (schema !== false) return this.#member(schema, value, name, look)
    if (look.findings === undefined) return false
    const hint = nearest(name, [...(properties?.keys() ?? [])].slice(0, 100))
    return tell(look, 'unknownAttribute', `is not known here${hint}`, name)
  }

  #member(schema: Schema, value: unknown, step: string | number, look: Look): boolean {
    look.seen?.add(step)
    return this.apply(schema, { value, trail: { before: look.trail, step }, findings: look.findings })
  }
}

/** Tells a finding about a value, or about a member of it. Always false: then the value is not right. */
function tell({ trail, findings }: Look, code: Finding['code'], message: string, member?: string): false {
  if (findings !== undefined && findings.length < maxFindings) {
    const path = pathOf(member === undefined ? trail : { before: trail, step: member })
    findings.push({ code, path: path || 'the body', message })
  }
  return false
}

function hasMember(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
}

/** Such as `serviceOrderItem[0].action`. */
function pathOf(trail: Trail | undefined): string {
  if (trail === undefined) return ''
  const before = pathOf(trail.before)
  if (typeof trail.step === 'number') return `${before}[${trail.step}]`
  return before === '' ? trail.step : `${before}.${trail.step}`
}
