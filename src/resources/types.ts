/**
 * The types of each tenant, kept in memory: what one node registers all hear of (`store/types.ts`). That a type is
 * unknown is never said before looking whether it was registered this moment.
 */
import { Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { RegisteredType, type TypeRecord } from '../derive/registered-type.ts'
import {
  rejecting,
  TypeTable,
  type UnknownAttributesPolicy,
  type UnresolvedType,
} from '../derive/type-table.ts'
import type { Database } from '../store/database.ts'
import { holdType, readTypes, revisionOfTypes, type TypeRow, typeTopic } from '../store/types.ts'
import { readTypeRecord, registerType, removeType } from './register-type.ts'
import type { Work } from './work.ts'

export interface TypesOptions {
  readonly unknownAttributes?: UnknownAttributesPolicy
  /** Fetches the text at a URL; absent where no schema may be fetched. */
  readonly fetchSchema?: ((location: string) => Promise<string>) | undefined
}

interface Loaded {
  readonly table: TypeTable
  readonly revision: string
}

export class Types {
  readonly #database: Database
  readonly #pages: readonly ResourcePage[]
  readonly #options: TypesOptions
  /** The types of the pages, which every tenant has. */
  readonly #shipped: TypeTable
  readonly #loaded = new Map<string, Promise<Loaded>>()
  /** By their numbers: what is still registered is not made anew. */
  readonly #registered = new Map<string, ReadonlyMap<string, RegisteredType>>()
  readonly #learning = new Map<string, Promise<void>>()

  constructor(database: Database, pages: readonly ResourcePage[], options: TypesOptions = {}) {
    this.#database = database
    this.#pages = pages
    this.#options = options
    this.#shipped = this.#tableOf([])
    database.onWake(typeTopic, () => this.#loaded.clear())
  }

  /** All types of a tenant. */
  async of(tenant: string): Promise<TypeTable> {
    return (await this.#load(tenant)).table
  }

  /** Uses the types of a tenant; once more, when what was refused may have been registered meanwhile. */
  async use<T>(tenant: string, use: (table: TypeTable) => T): Promise<T> {
    const table = await this.of(tenant)
    try {
      return use(table)
    } catch (error) {
      const isAboutNames = error instanceof Refusal && aboutNames.has(error.code)
      const newest = isAboutNames ? await this.newest(tenant) : table
      if (newest === table) throw error
      return use(newest)
    }
  }

  /** All types of a tenant as they are in the database now. */
  async newest(tenant: string): Promise<TypeTable> {
    const { table, revision } = await this.#load(tenant)
    if (revision === (await revisionOfTypes(this.#database, tenant))) return table
    this.#loaded.delete(tenant)
    return this.of(tenant)
  }

  /**
   * The page by which a document is judged that a client sends: that of its type. A type that is not known becomes so
   * by the schema it names. Throws `unknownType` or `schemaNotAvailable`.
   */
  async pageOfSent(page: ResourcePage, sent: unknown, tenant: string): Promise<ResourcePage> {
    const isObject = typeof sent === 'object' && sent !== null && !Array.isArray(sent)
    const document = isObject ? (sent as JsonObject) : {}
    const known = await this.#knownPageOf(page, document, tenant)
    if (known !== undefined) return known
    const found = (await this.of(tenant)).pageOfUnknown(page, document)
    if (!('location' in found)) return found
    await this.#learn(found, tenant)
    const learned = (await this.newest(tenant)).knownPageOf(page, document)
    if (learned === undefined) throw unavailable(found, 'what it extends is no longer known')
    return learned
  }

  /** The page of a document that is stored already; that of its collection, where its type is no longer known. */
  async pageOfStored(page: ResourcePage, document: JsonObject, tenant: string): Promise<ResourcePage> {
    return (await this.#knownPageOf(page, document, tenant)) ?? this.#shipped.pageOf(page)
  }

  /** Keeps a registered type from being removed before a document of it is committed. */
  async hold({ tx }: Work, { type }: ResourcePage): Promise<void> {
    if (type.check === undefined || (await holdType(tx, type.name))) return
    throw refuse('unknownType', `The type '${type.name}' was removed just now`)
  }

  /** Registers the type that an administrator describes. Throws a refusal that says what is wrong with it. */
  async register(body: unknown, tenant: string): Promise<TypeRecord> {
    const record = readTypeRecord(body)
    await this.#store(record, tenant)
    return record
  }

  /** Removes a type. Throws `resourceNotFound`, or `resourceReferenced` while documents or other types are of it. */
  async remove(name: string, tenant: string): Promise<void> {
    const table = await this.newest(tenant)
    const pages = this.#pages.filter((page) => table.knownPageOf(page, { '@type': name }) !== undefined)
    const kinds = pages.filter(({ facts }) => !facts.embeddedAs).map(({ kind }) => kind)
    await removeType(this.#database, name, { kinds: [...new Set(kinds)], tenant })
    this.#loaded.delete(tenant)
  }

  async #store(record: TypeRecord, tenant: string): Promise<void> {
    await registerType(this.#database, await this.of(tenant), record, tenant)
    this.#loaded.delete(tenant)
  }

  /** What the pages know is found without looking at what is registered. */
  async #knownPageOf(
    page: ResourcePage,
    document: JsonObject,
    tenant: string,
  ): Promise<ResourcePage | undefined> {
    return (
      this.#shipped.knownPageOf(page, document) ??
      (await this.of(tenant)).knownPageOf(page, document) ??
      (await this.newest(tenant)).knownPageOf(page, document)
    )
  }

  #tableOf(registered: readonly RegisteredType[]): TypeTable {
    return new TypeTable(this.#pages, registered, this.#options.unknownAttributes ?? rejecting)
  }

  #load(tenant: string): Promise<Loaded> {
    let loaded = this.#loaded.get(tenant)
    if (loaded === undefined) {
      loaded = this.#read(tenant)
      this.#loaded.set(tenant, loaded)
      // A read that failed may succeed the next time.
      loaded.catch(() => this.#loaded.delete(tenant))
    }
    return loaded
  }

  async #read(tenant: string): Promise<Loaded> {
    // Read before the types: what comes in between is read again.
    const revision = await revisionOfTypes(this.#database, tenant)
    const rows = await readTypes(this.#database, tenant)
    const before = this.#registered.get(tenant)
    const registered = new Map(
      rows.map((row): [string, RegisteredType] => [row.number, before?.get(row.number) ?? typeOf(row)]),
    )
    this.#registered.set(tenant, registered)
    return { table: this.#tableOf([...registered.values()]), revision }
  }

  /** Registers a type with the schema that a document names; of several requests at once, the first does. */
  async #learn(type: UnresolvedType, tenant: string): Promise<void> {
    const key = JSON.stringify([tenant, type.name])
    let learning = this.#learning.get(key)
    if (learning === undefined) {
      learning = this.#register(type, tenant).finally(() => this.#learning.delete(key))
      this.#learning.set(key, learning)
    }
    await learning
  }

  async #register(type: UnresolvedType, tenant: string): Promise<void> {
    const schema = (await this.of(tenant)).schemaAt(type.location) ?? (await this.#fetch(type))
    try {
      await this.#store({ ...type, schema }, tenant)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
      // Another node may have been faster.
      if (error.code !== 'duplicateId') throw unavailable(type, error.message)
    }
  }

  async #fetch(type: UnresolvedType): Promise<unknown> {
    const { fetchSchema } = this.#options
    if (fetchSchema === undefined) {
      throw unavailable(type, 'no schema is registered for it: have an administrator register the type')
    }
    try {
      return JSON.parse(await fetchSchema(type.location.replace(/#.*$/s, '')))
    } catch (error) {
      throw unavailable(type, (error as Error).message)
    }
  }
}

function typeOf({ name, base_type: baseType, description, location, schema }: TypeRow): RegisteredType {
  return new RegisteredType({
    name,
    baseType,
    schema,
    description: description ?? undefined,
    location: location ?? undefined,
  })
}

/** What is refused because a name is not known. */
const aboutNames: ReadonlySet<string> = new Set([
  'unknownQueryAttribute',
  'invalidSort',
  'invalidEnumValue',
  'validationFailed',
])

function unavailable({ name, location }: UnresolvedType, why: string): Refusal {
  const shown = `${location.slice(0, 300)}, the @schemaLocation of ${name.slice(0, 100)}`
  return refuse('schemaNotAvailable', `${shown}, cannot be used: ${why.slice(0, 500)}`)
}
