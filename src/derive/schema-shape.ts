/** The attributes that a JSON Schema declares, in the words of a page: what filters, sorts and readers go by. */
import { type AnyField, Field, type FieldFacts, type Shape, type TypeWord } from '../declare/index.ts'
import type { Schema, SchemaRules } from './read-schema.ts'

/** What a schema says about the members of an object. */
export interface SchemaShape {
  readonly fields: Shape
  /** Whether it allows members by what they are, not by their names. */
  readonly isOpen: boolean
}

/** The attributes of all that a schema applies to the same value; of one that several declare otherwise, any kind. */
export function shapeOfSchema(schema: Schema): SchemaShape {
  const fields: Record<string, AnyField> = {}
  const all = appliedWith(schema)
  for (const [name, member] of all.flatMap(({ properties }) => [...(properties ?? [])])) {
    const field = fieldOf(name, member)
    const known = fields[name]
    fields[name] = known === undefined || known.facts.kind === field.facts.kind ? field : fieldOf(name, true)
  }
  const isOpen = all.some(
    ({ patternProperties, additionalProperties: others = false }) =>
      patternProperties !== undefined || others !== false,
  )
  return { fields, isOpen }
}

/** A schema and all that it applies to the same value, whatever the conditions. */
function appliedWith(schema: Schema): SchemaRules[] {
  const found = new Set<SchemaRules>()
  const visit = (each: Schema | undefined): void => {
    if (each === undefined || typeof each === 'boolean' || found.has(each)) return
    found.add(each)
    for (const inner of [each.$ref, each.if, each.then, each.else]) visit(inner)
    for (const inner of [...(each.allOf ?? []), ...(each.anyOf ?? []), ...(each.oneOf ?? [])]) visit(inner)
    for (const inner of each.dependentSchemas?.values() ?? []) visit(inner)
  }
  visit(schema)
  return [...found]
}

function fieldOf(name: string, schema: Schema): AnyField {
  return new Field({
    ...kindOf(schema),
    meaning: `As the schema of its type says: ${name}`,
    isMandatory: false,
    writer: 'anyone',
    isOfSchema: true,
  })
}

type Kind = Pick<FieldFacts, 'kind' | 'of' | 'element'>

const anything: Kind = { kind: 'any' }

function kindOf(schema: Schema): Kind {
  const rules = appliedWith(schema)
  const types = new Set(rules.flatMap(({ type = [] }) => type).filter((type) => type !== 'null'))
  const [type, another] = types
  if (another !== undefined) return anything
  switch (type) {
    case 'boolean':
      return { kind: 'yesNo' }
    case 'integer':
    case 'number':
      return { kind: type }
    case 'string':
      return { kind: rules.some(({ format }) => format !== undefined) ? 'dateTime' : 'text' }
    case 'object':
      return { kind: 'part', of: () => typeOf(schema) }
    case 'array':
      return listOf(rules)
    default:
      return anything
  }
}

function listOf(rules: readonly SchemaRules[]): Kind {
  const [items, another] = rules.flatMap((each) => (each.items === undefined ? [] : [each.items]))
  const isOfOne = items !== undefined && another === undefined && rules.every((each) => !each.prefixItems)
  const element = isOfOne ? kindOf(items) : anything
  // Of lists within lists nothing more is said.
  if (element.kind === 'list') return anything
  if (element.of) return { kind: 'list', of: element.of }
  return {
    kind: 'list',
    element: { ...element, meaning: 'One of them', isMandatory: false, writer: 'anyone' },
  }
}

const types = new WeakMap<SchemaRules, TypeWord>()

/** The type of an object within; known once, so that one which holds itself has an end. */
function typeOf(schema: Schema): TypeWord {
  const known = typeof schema === 'boolean' ? undefined : types.get(schema)
  if (known !== undefined) return known
  const { fields } = shapeOfSchema(schema)
  const isClosed = appliedWith(schema).some(
    (rules) => rules.additionalProperties === false || rules.unevaluatedProperties === false,
  )
  const type: TypeWord = {
    name: 'Part',
    meaning: 'As the schema of its type says',
    fields,
    isReference: false,
    keepsUnknownAttributes: !isClosed,
  }
  if (typeof schema !== 'boolean') types.set(schema, type)
  return type
}
