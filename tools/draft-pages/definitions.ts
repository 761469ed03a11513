/** What a file's definitions say of a type's attributes, inherited ones included. */
import type { Attribute, Attributes } from './attribute.ts'
import { type Definition, type Property, refName, type Swagger } from './swagger.ts'

type Definitions = Swagger['definitions']

interface Flat {
  readonly properties: Map<string, Property>
  readonly required: Set<string>
}

/** The attributes of a type, in the file's order; none when the file does not define it. */
export function attributesOf(definitions: Definitions, name: string): Attributes {
  const { properties, required } = flatten(definitions, definitions[name] ?? {})
  return new Map(
    [...properties].map(([attribute, property]) => [
      attribute,
      attributeOf(definitions, property, required.has(attribute)),
    ]),
  )
}

/** A definition with what it has from others: its bases first, then its own, which win. */
function flatten(definitions: Definitions, definition: Definition): Flat {
  const properties = new Map<string, Property>()
  const required = new Set(definition.required ?? [])
  for (const base of definition.allOf ?? []) {
    const whole = base.$ref ? (definitions[refName(base.$ref)] ?? {}) : base
    const inherited = flatten(definitions, whole)
    for (const [name, property] of inherited.properties) properties.set(name, property)
    for (const name of inherited.required) required.add(name)
  }
  for (const [name, property] of Object.entries(definition.properties ?? {})) properties.set(name, property)
  return { properties, required }
}

/** The facts about one attribute. A type without attributes, as a named enum, counts as what it is made of. */
function attributeOf(definitions: Definitions, property: Property, mandatory: boolean): Attribute {
  if (property.type === 'array') {
    return { ...attributeOf(definitions, property.items ?? {}, false), isList: true, mandatory }
  }
  if (property.$ref !== undefined) {
    const name = refName(property.$ref)
    const definition = definitions[name] ?? {}
    if (flatten(definitions, definition).properties.size === 0) {
      return { ...attributeOf(definitions, definition, mandatory), mandatory }
    }
    return { kind: 'part', of: name, isList: false, mandatory }
  }
  if (property.enum !== undefined) {
    const values = property.enum.map((value) => String(value).trim())
    return { kind: 'oneOf', values, isList: false, mandatory }
  }
  return { kind: scalarKind(property), isList: false, mandatory }
}

function scalarKind({ type, format }: Property): Attribute['kind'] {
  switch (type) {
    case 'string':
      if (format === 'date-time' || format === 'date') return 'dateTime'
      if (format === 'base64' || format === 'byte') return 'base64'
      return format === 'uri' ? 'uri' : 'text'
    case 'integer':
    case 'number':
      return type
    case 'boolean':
      return 'yesNo'
    default:
      return 'any'
  }
}
