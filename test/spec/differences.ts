/**
 * Compares an API's pages with its official file. Each difference is a short fixed phrase at a place,
 * so that `docs/conformance.md` can give the reason for it.
 */
import {
  type ApiPage,
  eventTypes,
  type FieldFacts,
  type ResourcePage,
  type TypeWord,
} from '../../src/declare/index.ts'
import { fieldsOfAll } from '../../src/derive/typed-page.ts'
import { typeNameOf } from '../../src/documents/type-name.ts'
import { type OfficialAttribute, type OfficialAttributes, OfficialFile } from './official-file.ts'
import { operationsOf } from './operations.ts'

/** A place where a page says something else than the official file. */
export interface Difference {
  readonly api: string
  readonly where: string
  readonly what: string
}

/** All differences between the pages of an API and its official file, or another description of it. */
export function differencesOf(page: ApiPage, file = new OfficialFile(page.number)): Difference[] {
  return new Comparison(page, file).run()
}

const envelope = ['@type', '@baseType', '@schemaLocation']
const sameKind: Readonly<Record<string, string>> = { uri: 'text', base64: 'text' }

class Comparison {
  readonly #page: ApiPage
  readonly #file: OfficialFile
  readonly #found = new Map<string, Difference>()
  readonly #visited = new Map<TypeWord, Set<string>>()

  constructor(page: ApiPage, file: OfficialFile) {
    this.#page = page
    this.#file = file
  }

  run(): Difference[] {
    if (this.#page.version !== this.#file.version) this.#tell(this.#page.name, 'other version')
    if ((this.#page.generation ?? 4) !== this.#file.generation)
      this.#tell(this.#page.name, 'other generation')
    if (this.#page.path !== this.#file.basePath) this.#tell(this.#page.path, 'other base path')
    this.#both(
      new Set(this.#page.resources.flatMap(operationsOf).map(({ name }) => name)),
      new Set(this.#file.operations().keys()),
      (name) => name,
      'operation',
    )
    this.#both(
      new Set(this.#page.resources.flatMap(eventTypes)),
      new Set(this.#file.events()),
      (name) => name,
      'event',
    )
    for (const resource of this.#page.resources) this.#resource(resource)
    return [...this.#found.values()]
  }

  #tell(where: string, what: string): void {
    this.#found.set(`${where} ${what}`, { api: this.#page.number, where, what })
  }

  /** Tells what only one of two sets holds. */
  #both(
    ours: ReadonlySet<string>,
    theirs: ReadonlySet<string>,
    where: (name: string) => string,
    noun: string,
  ): void {
    for (const name of theirs) if (!ours.has(name)) this.#tell(where(name), `missing ${noun}`)
    for (const name of ours) if (!theirs.has(name)) this.#tell(where(name), `extra ${noun}`)
  }

  #resource(page: ResourcePage): void {
    const official = this.#file.attributes(typeNameOf(page))
    this.#shape(page.name, shapeOf(this.#fieldsOf(page, typeNameOf(page)), true), official)
    this.#both(
      new Set(page.type.subtypes.map(({ name }) => name)),
      new Set([
        ...this.#file.subtypes(typeNameOf(page)),
        ...page.type.subtypes.map(({ name }) => name).filter((name) => this.#file.attributes(name).size > 0),
      ]),
      (name) => `${page.name}.${name}`,
      'subtype',
    )
    this.#subtypes(page.type)
    for (const operation of operationsOf(page)) {
      const body = this.#file.operations().get(operation.name)
      if (body === undefined) continue
      if (operation.verb === 'create') this.#create(page, body)
      if (operation.verb === 'patch') this.#patch(page, body)
    }
  }

  /** The attributes of a page, with those of its subtypes where the file shows them together. */
  #fieldsOf({ type }: ResourcePage, official: string): TypeWord['fields'] {
    return this.#file.showsSubtypes(official) ? fieldsOfAll(type) : type.fields
  }

  /** What each subtype has of its own, where the file knows it. */
  #subtypes(word: TypeWord): void {
    const shared = new Set([...Object.keys(word.fields), 'id', 'href', ...envelope])
    for (const { name, fields } of word.subtypes ?? []) {
      const official = this.#file.attributes(name)
      if (official.size === 0) continue
      const own = new Map([...official].filter(([attribute]) => !shared.has(attribute)))
      const ours = Object.entries(fields).filter(([attribute]) => !shared.has(attribute))
      this.#shape(name, new Map(ours.map(([attribute, { facts }]) => [attribute, facts])), own)
      const mandatory = ours.filter(([, { facts }]) => facts.isMandatory).map(([attribute]) => attribute)
      const required = [...this.#file.required(name)].filter((attribute) => own.has(attribute))
      this.#required(name, new Set(mandatory), new Set(required))
    }
  }

  #create(page: ResourcePage, body: string): void {
    const official = this.#file.attributes(body)
    const fields = Object.entries(this.#fieldsOf(page, body))
    const accepted = fields.filter(([, { facts }]) => facts.writer === 'anyone' || facts.writer === 'once')
    const ids = page.facts.clientMayChooseId ? ['id'] : []
    this.#both(
      new Set([...accepted.map(([name]) => name), ...ids, ...envelope]),
      new Set(official.keys()),
      (name) => `${page.name}.${name}`,
      'on create',
    )
    const mandatory = accepted.filter(([, { facts }]) => facts.isMandatory).map(([name]) => name)
    if (page.facts.needsType) mandatory.push('@type')
    this.#required(page.name, new Set(mandatory), this.#file.required(body))
    this.#shape(
      page.name,
      new Map(accepted.map(([name, { facts }]) => [name, facts])),
      official,
      'only common',
    )
  }

  #patch(page: ResourcePage, body: string): void {
    const official = this.#file.attributes(body)
    const accepted = Object.entries(this.#fieldsOf(page, body)).filter(
      ([, { facts }]) => facts.writer === 'anyone' || facts.writer === 'afterwards',
    )
    this.#both(
      new Set(accepted.map(([name]) => name)),
      new Set(official.keys()),
      (name) => `${page.name}.${name}`,
      'on patch',
    )
    for (const name of this.#file.required(body)) this.#tell(`${page.name}.${name}`, 'not enforced on patch')
    this.#shape(
      page.name,
      new Map(accepted.map(([name, { facts }]) => [name, facts])),
      official,
      'only common',
    )
  }

  #required(owner: string, ours: ReadonlySet<string>, theirs: ReadonlySet<string>): void {
    for (const name of theirs) {
      if (ours.has(name)) continue
      // Nothing excuses the second generation from it, in which every client sends its types.
      const isOwed = name === '@type' && this.#file.generation === 5
      this.#tell(`${owner}.${name}`, isOwed ? 'type not asked for' : 'not enforced')
    }
    for (const name of ours) if (!theirs.has(name)) this.#tell(`${owner}.${name}`, 'required here')
  }

  #shape(
    owner: string,
    ours: ReadonlyMap<string, FieldFacts | undefined>,
    official: OfficialAttributes,
    extent?: 'only common',
  ): void {
    if (extent === undefined) {
      const where = (name: string) => `${owner}.${name}`
      this.#both(new Set(ours.keys()), new Set(official.keys()), where, 'attribute')
    }
    for (const [name, facts] of ours) {
      const theirs = official.get(name)
      if (facts !== undefined && theirs !== undefined) this.#attribute(`${owner}.${name}`, facts, theirs)
    }
  }

  #attribute(where: string, facts: FieldFacts, official: OfficialAttribute): void {
    const isList = facts.kind === 'list'
    if (isList !== official.isList) this.#tell(where, isList ? 'list instead of one' : 'one instead of list')
    const kind = isList ? (facts.element?.kind ?? 'part') : facts.kind
    const plain = sameKind[kind] ?? kind
    if (plain !== official.kind) this.#tell(where, `kind ${kind} instead of ${official.kind}`)
    if (
      official.kind === 'oneOf' &&
      plain === 'oneOf' &&
      !haveSameMembers(facts.values ?? [], official.values)
    ) {
      this.#tell(where, 'other values')
    }
    if (facts.of !== undefined && official.of !== undefined) this.#part(where, facts.of(), official.of)
  }

  #part(where: string, word: TypeWord, name: string): void {
    if (word.name !== name) this.#tell(where, `type ${word.name} instead of ${name}`)
    const visited = this.#visited.get(word) ?? new Set()
    if (visited.has(name)) return
    this.#visited.set(word, visited.add(name))
    const official = this.#file.attributes(name)
    const mandatory = Object.entries(word.fields)
      .filter(([, { facts }]) => facts.isMandatory)
      .map(([attribute]) => attribute)
    if (word.needsType) mandatory.push('@type')
    this.#required(name, new Set(mandatory), this.#file.required(name))
    // A description of ours tells of a part what its subtypes have, too.
    const isTold = word.subtypes?.some(({ fields }) => Object.keys(fields).some((each) => official.has(each)))
    this.#shape(name, shapeOf(isTold ? fieldsOfAll(word) : word.fields, false), official)
    this.#subtypes(word)
  }
}

/** The attributes a document or part may have; those without facts are there in every one. */
function shapeOf(fields: TypeWord['fields'], isResource: boolean): Map<string, FieldFacts | undefined> {
  const always = isResource ? ['id', 'href', ...envelope] : envelope
  return new Map([
    ...always.map((name): [string, undefined] => [name, undefined]),
    ...Object.entries(fields).map(([name, { facts }]): [string, FieldFacts] => [name, facts]),
  ])
}

function haveSameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value))
}
