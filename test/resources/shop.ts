/** The verbs on a database of their own, with nothing that follows up what they do. */
import type { Document, Mover } from '../../src/declare/index.ts'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import type { Place } from '../../src/resources/behaviour.ts'
import type { Caller } from '../../src/resources/caller.ts'
import { create, type Written } from '../../src/resources/create.ts'
import { type Imported, importRecords } from '../../src/resources/import.ts'
import { patch } from '../../src/resources/patch.ts'
import type { Precondition } from '../../src/resources/precondition.ts'
import { list, read } from '../../src/resources/read.ts'
import { remove } from '../../src/resources/remove.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { pageOf } from '../derive/pages.ts'
import { type FreshContext, freshContext } from '../support/context.ts'

export function callerOf(correlationId = '', rights: readonly Mover[] = ['client', 'engine']): Caller {
  return { tenant: 'default', actor: 'test', correlationId, rights: new Set(rights) }
}

export class Shop {
  readonly context: FreshContext

  private constructor(context: FreshContext) {
    this.context = context
  }

  static async open(): Promise<Shop> {
    return new Shop(await freshContext())
  }

  close(): Promise<void> {
    return this.context.drop()
  }

  create(name: string, body: unknown, caller = callerOf(), parent?: string): Promise<Written> {
    return create(this.context, pageOf(name), body, caller, parent)
  }

  patch(
    name: string,
    key: string | Place,
    body: unknown,
    caller = callerOf(),
    precondition?: Precondition,
  ): Promise<Written> {
    return patch(this.context, pageOf(name), placeOf(key), body, caller, { precondition })
  }

  async remove(
    name: string,
    key: string | Place,
    caller = callerOf(),
    precondition?: Precondition,
  ): Promise<void> {
    await remove(this.context, pageOf(name), placeOf(key), caller, precondition)
  }

  import(
    name: string,
    documents: readonly JsonObject[],
    options: { readonly onlyNew?: boolean } = {},
  ): Promise<Imported> {
    const page = pageOf(name)
    const records = documents.map((document) => ({ page, document }))
    return importRecords(this.context, records, callerOf('import'), options)
  }

  /** A document as it is stored, with its revision. */
  async read(name: string, key: string | Place): Promise<Pick<Written, 'document' | 'revision'>> {
    const place = placeOf(key)
    const { text, revision } = await read(this.context, pageOf(name), place, callerOf())
    const document: Document = { id: place.id, href: '', ...JSON.parse(text) }
    return { document, revision }
  }

  /** How many documents there are, or that have a query. */
  async count(name: string, query = ''): Promise<number> {
    const filter = parseQueryFilter(pageOf(name), parseQuery(query))
    const counted = { filter, window: { offset: 0, limit: 0 } }
    return (await list(this.context, pageOf(name), counted, callerOf())).total
  }

  /** The events of a document as `type@revision`, oldest first. */
  async told(name: string, id: string): Promise<string[]> {
    const events = await readHistory(this.context.database, 'default', name, id)
    return events.map(({ type, revision }) => `${type}@${revision}`)
  }

  /** The golden threads of a document's events, oldest first. */
  async threads(name: string, id: string): Promise<string[]> {
    const events = await readHistory(this.context.database, 'default', name, id)
    return events.map(({ correlationId }) => correlationId)
  }

  /** How many events there are in all. */
  async events(): Promise<number> {
    const text = 'select count(*)::int as count from event'
    const [row] = await this.context.database.read<{ count: number }>({ text })
    return row?.count ?? 0
  }
}

const placeOf = (key: string | Place): Place => (typeof key === 'string' ? { id: key } : key)

/** A service order with one item. */
export const order = (more: JsonObject = {}): JsonObject => ({
  serviceOrderItem: [{ id: '1', action: 'add', service: { name: 'Fibre' } }],
  ...more,
})
