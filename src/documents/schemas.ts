/** All schemas of an API by name: its resources as stored, created and updated, their parts, events and errors. */
import {
  type ApiPage,
  eventTypes,
  type FieldFacts,
  type ResourcePage,
  type TypeWord,
} from '../declare/index.ts'
import { isSetByPatch, isSetOnCreate, type JsonSchema } from '../derive/schema.ts'
import { eventSchema, fixedSchemas, payloadSchema } from './fixed-schemas.ts'
import { generationOf } from './generation.ts'
import { isSameType } from './same-type.ts'
import {
  attributesOf,
  envelope,
  identity,
  missingIn,
  objectSchema,
  ownAttributesOf,
  typeSchema,
} from './schema.ts'
import { typeNameOf } from './type-name.ts'

/** The prefix by which schemas name each other, as OpenAPI has it. */
export const schemaPrefix = '#/components/schemas/'

/** The schemas of an API, by name. */
export function schemasOf(api: ApiPage): Record<string, JsonSchema> {
  const book = new Book(api)
  return book.schemas()
}

class Book {
  readonly #api: ApiPage
  readonly #schemas = new Map<string, JsonSchema>()
  readonly #names = new Map<TypeWord, string>()
  readonly #reserved: ReadonlyMap<string, ResourcePage>

  constructor(api: ApiPage) {
    this.#api = api
    this.#reserved = new Map(api.resources.map((page) => [typeNameOf(page), page]))
  }

  schemas(): Record<string, JsonSchema> {
    const { createSuffix, updateSuffix } = generationOf(this.#api)
    for (const page of this.#api.resources) {
      this.#add(page, '', this.#resource(page), () => true)
      if (page.verbs.has('create')) this.#add(page, createSuffix, this.#create(page), isSetOnCreate)
      if (page.verbs.has('patch') || page.verbs.has('replace')) {
        this.#add(page, updateSuffix, this.#update(page), isSetByPatch)
      }
      // What is called like a resource is that resource.
      for (const type of eventTypes(page).filter((each) => !this.#reserved.has(each))) {
        this.#schemas.set(type, eventSchema(this.#api, type))
        this.#schemas.set(`${type}Payload`, payloadSchema(page))
      }
    }
    for (const [name, schema] of fixedSchemas(this.#api)) this.#schemas.set(name, schema)
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** Adds a schema of a page, and one for each of its subtypes: the same, and the attributes of the subtype. */
  #add(page: ResourcePage, suffix: string, schema: JsonSchema, isOne: (facts: FieldFacts) => boolean): void {
    const name = typeNameOf(page) + suffix
    const isCreate = isOne === isSetOnCreate
    const mapping: Record<string, string> = { [typeNameOf(page)]: schemaPrefix + name }
    for (const subtype of page.type.subtypes) {
      const fields = Object.fromEntries(
        Object.entries(subtype.fields).filter(([, { facts }]) => isOne(facts)),
      )
      const required = Object.keys(fields).filter((each) => isCreate && fields[each]?.facts.isMandatory)
      const own = objectSchema(subtype.meaning, ownAttributesOf(fields, this.#naming), required)
      this.#schemas.set(subtype.name + suffix, { allOf: [{ $ref: schemaPrefix + name }, own] })
      mapping[subtype.name] = schemaPrefix + subtype.name + suffix
    }
    const hasSubtypes = page.type.subtypes.length > 0
    const discriminator = { propertyName: '@type', mapping }
    this.#schemas.set(name, hasSubtypes ? { ...schema, discriminator } : schema)
  }

  #resource(page: ResourcePage): JsonSchema {
    // Any attribute may be missing from an answer: a client chooses by `fields` which it has.
    const required = namesOf(page, () => false)
    const attributes = { ...missingIn(page.fields, identity), ...attributesOf(page.fields, this.#naming) }
    return objectSchema(page.meaning, attributes, required)
  }

  #create(page: ResourcePage): JsonSchema {
    const settable = pick(page, isSetOnCreate)
    const properties = attributesOf(settable, this.#naming)
    const required = namesOf(page, (facts) => facts.isMandatory && isSetOnCreate(facts))
    for (const name of required) {
      if (properties[name]?.type === 'string' && !properties[name].enum) properties[name].minLength = 1
    }
    for (const name of page.facts.nonEmpty ?? []) if (properties[name]) properties[name].minItems = 1
    const start = page.lifecycle && properties[page.lifecycle.of]
    if (start && page.lifecycle) start.default = page.lifecycle.starts
    const ids = page.facts.clientMayChooseId ? missingIn(settable, { id: identity.id ?? {} }) : {}
    return objectSchema(
      `${page.meaning}: what a client may send to create it`,
      { ...ids, ...properties },
      required,
    )
  }

  #update(page: ResourcePage): JsonSchema {
    const properties = attributesOf(pick(page, isSetByPatch), this.#naming)
    for (const name of Object.keys(envelope)) if (!(name in page.fields)) delete properties[name]
    for (const schema of Object.values(properties)) delete schema.default
    return objectSchema(`${page.meaning}: what a client may change`, properties)
  }

  readonly #naming = (type: TypeWord): JsonSchema => ({ $ref: schemaPrefix + this.#nameOf(type) })

  /** Types of one name share a schema where they are alike; where one resource has its own, it is numbered. */
  #nameOf(type: TypeWord): string {
    const known = this.#names.get(type)
    if (known !== undefined) return known
    const same = [...this.#names].find(([other]) => isSameType(other, type))
    const name = same?.[1] ?? this.#newName(type)
    this.#names.set(type, name)
    if (same === undefined && !this.#reserved.has(name)) {
      this.#schemas.set(name, {})
      this.#schemas.set(name, typeSchema(type, this.#naming))
    }
    return name
  }

  #newName(type: TypeWord): string {
    const page = this.#reserved.get(type.name)
    if (page !== undefined && hasSameAttributes(page, type)) return type.name
    const taken = new Set([...this.#names.values(), ...this.#reserved.keys()])
    let name = type.name
    for (let number = 2; taken.has(name); number++) name = `${type.name}_${number}`
    return name
  }
}

/** Whether a part has the attributes of the resource of its name, which then stands for both. */
function hasSameAttributes(page: ResourcePage, type: TypeWord): boolean {
  const own = new Set([...Object.keys(page.fields), ...Object.keys(identity), ...Object.keys(envelope)])
  return Object.keys(type.fields).every((name) => own.has(name))
}

function namesOf(page: ResourcePage, isOne: (facts: FieldFacts) => boolean): string[] {
  const names = Object.entries(page.fields)
    .filter(([, { facts }]) => isOne(facts))
    .map(([name]) => name)
  return page.facts.needsType ? [...names, '@type'] : names
}

function pick(page: ResourcePage, isOne: (facts: FieldFacts) => boolean): ResourcePage['fields'] {
  return Object.fromEntries(Object.entries(page.fields).filter(([, { facts }]) => isOne(facts)))
}
