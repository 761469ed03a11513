/**
 * The JSON Schema of a page: what a client may create, what a stored document looks like.
 * The same schema validates and documents, so the two cannot differ.
 */
import type { FieldFacts, FieldKind, ResourcePage, TypeWord } from '../declare/index.ts'
import type { JsonSchema } from './json-schema.ts'

export type { JsonSchema }

/** RFC 3339, with the leniency of the wire contract: the offset may be missing (UTC), so may the time. */
const dateTimePattern =
  /^\d{4}-\d\d-\d\d([Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-](0\d|1[0-5]):?[0-5]\d)?)?$/

/** Whether a text is a date-time of the calendar, and one that PostgreSQL can compare as an instant. */
export function isDateTime(text: string): boolean {
  return dateTimePattern.test(text) && isCalendarDay(text)
}

/** Whether a text is a day of the calendar. */
export function isDate(text: string): boolean {
  return text.length === 10 && isDateTime(text)
}

/** Whether a text begins with a day that exists. */
export function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number)
  // Day 0 of the next month is the last of this one.
  return (
    year > 0 && month > 0 && month < 13 && day > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  )
}

const envelope: Readonly<Record<string, JsonSchema>> = {
  '@type': { type: 'string' },
  '@baseType': { type: 'string' },
  '@schemaLocation': { type: 'string' },
}

/** The schema of a create body: what the page lets a client set, with what it requires. */
export function createSchema(page: ResourcePage): JsonSchema {
  return rootSchema(page, (facts) => facts.isMandatory && isSetOnCreate(facts))
}

/** The schema of a whole document after a change: the same shape, whoever wrote it. */
export function documentSchema(page: ResourcePage): JsonSchema {
  return rootSchema(page, (facts) => facts.isMandatory)
}

/** Whether a client may send the attribute on create. */
export function isSetOnCreate(facts: FieldFacts): boolean {
  return facts.writer === 'anyone' || facts.writer === 'once'
}

/** Whether a client may send the attribute in a patch. */
export function isSetByPatch(facts: FieldFacts): boolean {
  return facts.writer === 'anyone' || facts.writer === 'afterwards'
}

function rootSchema(page: ResourcePage, isRequired: (facts: FieldFacts) => boolean): JsonSchema {
  const definitions = new Definitions(page.facts.unknownAttributes === 'keep')
  const nonEmpty = new Set(page.facts.nonEmpty ?? [])
  const properties: Record<string, JsonSchema> = { id: { type: 'string' }, href: { type: 'string' } }
  const required: string[] = page.facts.needsType ? ['@type'] : []
  for (const [name, { facts }] of Object.entries(page.fields)) {
    const schema = fieldSchema(facts, definitions)
    if (isRequired(facts)) {
      required.push(name)
      if (textKinds.has(facts.kind)) schema.minLength = 1
    }
    if (nonEmpty.has(name)) schema.minItems = 1
    properties[name] = schema
  }
  return {
    type: 'object',
    properties: { ...properties, ...envelope },
    required,
    additionalProperties: page.type.keepsUnknownAttributes,
    definitions: Object.fromEntries([...definitions.values()].map(({ name, schema }) => [name, schema])),
  }
}

/** The kinds whose values are texts: an empty one, where one is required, is missing. */
const textKinds: ReadonlySet<FieldKind> = new Set(['text', 'uri', 'base64', 'dateTime', 'oneOf'])

/** The schemas of the parts that were met so far, by type. */
class Definitions extends Map<TypeWord, { readonly name: string; readonly schema: JsonSchema }> {
  /** Whether unknown attributes are kept at any depth. */
  readonly areOpen: boolean

  constructor(areOpen: boolean) {
    super()
    this.areOpen = areOpen
  }
}

function fieldSchema(facts: FieldFacts, definitions: Definitions): JsonSchema {
  if (facts.isOfSchema) return {}
  switch (facts.kind) {
    case 'text':
    case 'uri':
    case 'base64':
      return { type: 'string' }
    case 'dateTime':
      return { type: 'string', format: 'date-time' }
    case 'integer':
      return { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
    case 'number':
      return { type: 'number' }
    case 'yesNo':
      return { type: 'boolean' }
    case 'any':
      return {}
    case 'oneOf':
      return { enum: facts.values ?? [] }
    case 'part':
      return typeRef(partOf(facts), definitions)
    case 'list':
      return {
        type: 'array',
        items: facts.element ? fieldSchema(facts.element, definitions) : typeRef(partOf(facts), definitions),
      }
  }
}

function typeRef(of: TypeWord, definitions: Definitions): JsonSchema {
  let known = definitions.get(of)
  if (known === undefined) {
    const taken = [...definitions.values()].filter(({ name }) => name.replace(/_\d+$/, '') === of.name).length
    known = { name: taken === 0 ? of.name : `${of.name}_${taken + 1}`, schema: {} }
    definitions.set(of, known)
    Object.assign(known.schema, typeSchema(of, definitions))
  }
  return { $ref: `#/definitions/${known.name}` }
}

/** A value is of its type, or of the subtype that its `@type` names. */
function typeSchema(of: TypeWord, definitions: Definitions): JsonSchema {
  const { subtypes = [] } = of
  return subtypes.reduceRight<JsonSchema>(
    (otherwise, subtype) => ({
      type: 'object',
      if: { properties: { '@type': { const: subtype.name } }, required: ['@type'] },
      [then]: valueSchema(of, definitions, subtype),
      else: otherwise,
    }),
    valueSchema(of, definitions),
  )
}

// By a name of its own: an object with a member of this name would pass for a promise.
const then = 'then'

function valueSchema(of: TypeWord, definitions: Definitions, subtype?: TypeWord): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = of.needsType ? ['@type'] : []
  for (const [name, { facts }] of Object.entries({ ...of.fields, ...subtype?.fields })) {
    const schema = fieldSchema(facts, definitions)
    properties[name] = schema
    const isRequired = facts.isMandatory && isEnforced(of, name)
    if (isRequired) required.push(name)
    // A text within a part may be empty: official payloads have such. One that numbers an item says nothing then.
    const isTellingNothing = facts.isItemId || (isRequired && facts.kind !== 'text' && facts.kind !== 'uri')
    if (isTellingNothing && textKinds.has(facts.kind)) schema.minLength = 1
  }
  const additionalProperties = definitions.areOpen || of.keepsUnknownAttributes === true
  return { type: 'object', properties: { ...envelope, ...properties }, required, additionalProperties }
}

/**
 * `href`, the extension attributes, and of a value-or-reference its `id` and what only a value of a subtype has are
 * never required from a client, even where a file says so (wire contract, section 5): official payloads leave them out.
 */
export function isEnforced(of: TypeWord, attribute: string): boolean {
  if (attribute === 'href' || attribute.startsWith('@')) return false
  const isReferenceToo = of.name.endsWith('RefOrValue')
  return !(isReferenceToo && (attribute === 'id' || !Object.hasOwn(of.fields, attribute)))
}

/** The type of a part or of the elements of a list of parts. */
export function partOf(facts: FieldFacts): TypeWord {
  if (facts.of === undefined) throw new Error(`a ${facts.kind} without a type: ${facts.meaning}`)
  return facts.of()
}
