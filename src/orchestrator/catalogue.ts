/**
 * The catalogue as the orchestrator reads it: specifications by id, kept in memory until one is written.
 * Writers wake the topic `catalogue`; every node then reads afresh.
 */
import type { Document } from '../declare/index.ts'
import type { Model } from '../derive/model.ts'
import type { Database } from '../store/database.ts'
import { readOne } from '../store/reading.ts'

export const catalogueTopic = 'catalogue'

/** The kinds whose change makes the memory stale. */
export const catalogueKinds = [
  'ProductOffering',
  'ProductSpecification',
  'ServiceSpecification',
  'ResourceSpecification',
] as const
export type CatalogueKind = (typeof catalogueKinds)[number]

export class Catalogue {
  readonly #database: Database
  readonly #model: Model
  #known = new Map<string, Promise<Document | undefined>>()

  constructor(database: Database, model: Model) {
    this.#database = database
    this.#model = model
    database.onWake(catalogueTopic, () => {
      this.#known = new Map()
    })
  }

  /** An entry of a tenant's catalogue; undefined when it does not exist. */
  async find(tenant: string, kind: CatalogueKind, id: string): Promise<Document | undefined> {
    const key = `${tenant} ${kind} ${id}`
    const known = this.#known.get(key)
    if (known) return known
    const reading = this.#read(tenant, kind, id)
    this.#known.set(key, reading)
    // What does not exist may be written any moment, and a failed read says nothing.
    reading.then(
      (found) => found === undefined && this.#known.delete(key),
      () => this.#known.delete(key),
    )
    return reading
  }

  async #read(tenant: string, kind: CatalogueKind, id: string): Promise<Document | undefined> {
    const { page } = this.#model.homeOf(kind)
    const row = await readOne(this.#database, tenant, page, { id })
    if (row === undefined) return undefined
    return { id, href: this.#model.hrefOf(page, id), ...JSON.parse(row.text) }
  }
}
