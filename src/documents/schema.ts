/** One attribute or type as a JSON Schema that people read: with meanings, defaults and formats. */
import type { FieldFacts, Shape, TypeWord } from '../declare/index.ts'
import { isEnforced, type JsonSchema, partOf } from '../derive/schema.ts'
import { fieldsOfAll } from '../derive/typed-page.ts'

/** Gives the reference by which a type is named. */
export type Naming = (type: TypeWord) => JsonSchema

const scalars: Readonly<Record<string, JsonSchema>> = {
  text: { type: 'string' },
  uri: { type: 'string', format: 'uri' },
  base64: { type: 'string', contentEncoding: 'base64' },
  dateTime: { type: 'string', format: 'date-time' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  yesNo: { type: 'boolean' },
  any: {},
}

/** The extension attributes of every type, with their meanings. */
export const envelope: Readonly<Record<string, JsonSchema>> = {
  '@baseType': { type: 'string', description: 'The type this one extends' },
  '@schemaLocation': {
    type: 'string',
    format: 'uri',
    description: 'Where the schema of the extension attributes is',
  },
  '@type': { type: 'string', description: 'The actual type, when it is a subtype' },
}

/** The identity of every resource. */
export const identity: Readonly<Record<string, JsonSchema>> = {
  id: { type: 'string', description: 'Identifier, unique within its kind' },
  href: { type: 'string', format: 'uri', description: 'Where it can be read' },
}

/** The schema of an attribute. */
function attributeSchema(facts: FieldFacts, naming: Naming): JsonSchema {
  return { ...valueSchema(facts, naming), description: facts.meaning, ...defaultOf(facts) }
}

function valueSchema(facts: FieldFacts, naming: Naming): JsonSchema {
  switch (facts.kind) {
    case 'oneOf':
      return { type: 'string', enum: [...(facts.values ?? [])] }
    case 'part':
      return naming(partOf(facts))
    case 'list':
      return {
        type: 'array',
        items: facts.element ? valueSchema(facts.element, naming) : naming(partOf(facts)),
      }
    default:
      return { ...scalars[facts.kind] }
  }
}

function defaultOf({ fallback }: FieldFacts): JsonSchema {
  return fallback === undefined ? {} : { default: fallback }
}

/** The schema of a type that is part of others, with what its subtypes have besides. */
export function typeSchema(type: TypeWord, naming: Naming): JsonSchema {
  const required = Object.entries(type.fields)
    .filter(([name, { facts }]) => facts.isMandatory && isEnforced(type, name))
    .map(([name]) => name)
  if (type.needsType) required.push('@type')
  const beyond = Object.entries(fieldsOfAll(type)).filter(([name]) => !Object.hasOwn(type.fields, name))
  const ofSubtypes = beyond.map(([name, { facts }]): [string, JsonSchema] => {
    const owners = (type.subtypes ?? []).filter(({ fields }) => Object.hasOwn(fields, name))
    const description = `${facts.meaning} (${owners.map((owner) => owner.name).join(', ')})`
    return [name, { ...attributeSchema(facts, naming), description }]
  })
  const attributes = { ...attributesOf(type.fields, naming), ...Object.fromEntries(ofSubtypes) }
  return objectSchema(type.meaning, attributes, required)
}

/** The schemas of the attributes of a shape alone. */
export function ownAttributesOf(fields: Shape, naming: Naming): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { facts }]) => [name, attributeSchema(facts, naming)]),
  )
}

/** The schemas of the attributes of a shape, the extension attributes last. */
export function attributesOf(fields: Shape, naming: Naming): Record<string, JsonSchema> {
  return { ...ownAttributesOf(fields, naming), ...missingIn(fields, envelope) }
}

/** Those of the given schemas that the fields do not declare themselves. */
export function missingIn(
  fields: Shape,
  schemas: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !(name in fields)))
}

/** An object schema; an empty list of required attributes is left out, as Swagger 2.0 wants it. */
export function objectSchema(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return {
    type: 'object',
    description,
    ...(required.length > 0 ? { required: [...required] } : {}),
    properties,
  }
}
