/**
 * A unit of work: documents are created and changed in memory, each change with the events that tell of it,
 * and all of it is written by one transaction at the end. Every change to anything goes through here.
 */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import { changedAttributes } from '../derive/change.ts'
import { type Announced, eventsOfChange, eventsOfCreation, eventsOfRemoval } from '../derive/events.ts'
import { type Retired, retire } from '../derive/item-numbers.ts'
import type { Model } from '../derive/model.ts'
import { stampChange, stampNew } from '../derive/stamp.ts'
import { pageOfType } from '../derive/typed-page.ts'
import type { JsonObject } from '../derive/validate.ts'
import { splitVersionKey } from '../derive/versions.ts'
import type { Database } from '../store/database.ts'
import { eventTopic, eventTopicOf } from '../store/event-log.ts'
import { type Transaction, transaction } from '../store/transaction.ts'
import type { Row } from '../store/writes.ts'
import type { Author } from './caller.ts'
import { newEventId, newId } from './identifier.ts'

interface Held {
  readonly kind: string
  readonly id: string
  readonly parent: string | null
  readonly isNew: boolean
  readonly isLocked: boolean
  revision: number
  doc: JsonObject
  retired?: Retired | null | undefined
  isChanged: boolean
}

/** A key of a document: its kind and id. */
export interface Key {
  readonly kind: string
  readonly id: string
}

export class Work {
  readonly tx: Transaction
  readonly model: Model
  readonly #held = new Map<string, Held>()

  constructor(tx: Transaction, model: Model) {
    this.tx = tx
    this.model = model
  }

  get now(): string {
    return this.tx.now
  }

  /** Brings documents into the unit, locked for change. Those that do not exist are simply not there afterwards. */
  async lock(keys: readonly Key[]): Promise<void> {
    await this.#load(keys, true)
  }

  /** Brings documents into the unit to be looked at only. */
  async look(keys: readonly Key[]): Promise<void> {
    await this.#load(keys, false)
  }

  /** A document of this unit, with id and relative href; undefined when it does not exist or was not brought in. */
  find(kind: string, id: string): Document | undefined {
    const held = this.#held.get(keyOf(kind, id))
    return held && this.#document(held)
  }

  /** A document that must be in this unit: its absence is a fault of ours. */
  get(kind: string, id: string): Document {
    const document = this.find(kind, id)
    if (document === undefined) throw new Error(`${kind} ${id} is not part of this unit of work`)
    return document
  }

  /** The parent a document was created under; undefined when it has none. */
  parentOf(kind: string, id: string): string | undefined {
    return this.#held.get(keyOf(kind, id))?.parent ?? undefined
  }

  /** The ids of the documents of a kind in this unit. */
  idsOf(kind: string): string[] {
    return [...this.#held.values()].filter((held) => held.kind === kind).map(({ id }) => id)
  }

  /** The revision a document has now, in this unit. */
  revisionOf(kind: string, id: string): number {
    return this.#held.get(keyOf(kind, id))?.revision ?? 0
  }

  /** Takes a row the caller has locked into the unit. */
  adopt(row: Row): Document {
    const held = this.#take(row, true)
    return this.#document(held)
  }

  /**
   * A new document from a draft: filled in as its page says, announced. `isWhole` keeps the draft as it is
   * (an import, which brings full resources).
   */
  create(
    page: ResourcePage,
    draft: JsonObject,
    author: Author,
    options: { readonly id?: string; readonly parent?: string; readonly announce?: boolean } = {},
  ): Document {
    const id = options.id ?? newId(page.path)
    const doc = withoutIdentity(stampNew(pageOfType(page, draft['@type']), draft, this.now))
    const held: Held = {
      kind: page.kind,
      id,
      parent: options.parent ?? null,
      isNew: true,
      isLocked: true,
      revision: 1,
      doc,
      isChanged: true,
    }
    this.#held.set(keyOf(page.kind, id), held)
    if (options.announce !== false) this.#announce(page, held, eventsOfCreation(page), author)
    return this.#document(held)
  }

  /**
   * Replaces attributes of a document of this unit; `undefined` removes one. Announces what changed.
   * A change that changes nothing leaves no trace.
   */
  change(page: ResourcePage, id: string, attributes: JsonObject, author: Author): Document {
    const held = this.#held.get(keyOf(page.kind, id))
    if (!held?.isLocked) throw new Error(`${page.kind} ${id} was not locked for change`)
    const after: JsonObject = { ...held.doc, ...attributes }
    for (const [name, value] of Object.entries(attributes)) if (value === undefined) delete after[name]
    return this.replace(page, id, after, author)
  }

  /** Replaces the whole document; see `change`. */
  replace(
    page: ResourcePage,
    id: string,
    document: JsonObject,
    author: Author,
    options: { readonly announce?: boolean } = {},
  ): Document {
    const held = this.#held.get(keyOf(page.kind, id))
    if (!held?.isLocked) throw new Error(`${page.kind} ${id} was not locked for change`)
    const sent = withoutIdentity(document)
    const typed = pageOfType(page, held.doc['@type'])
    const retired = retire(typed, held.retired, held.doc, sent)
    const stamped = stampChange(typed, held.doc, sent, this.now, retired)
    const events = eventsOfChange(page, held.doc, stamped)
    if (events.length === 0 && !differs(page, held.doc, stamped)) return this.#document(held)
    held.doc = stamped
    held.retired = retired
    held.revision += 1
    held.isChanged = true
    if (options.announce !== false) this.#announce(page, held, events, author)
    return this.#document(held)
  }

  /** Removes a document this unit has locked, with all that is nested below it; its last representation is announced. */
  async remove(page: ResourcePage, id: string, author: Author): Promise<void> {
    const held = this.#held.get(keyOf(page.kind, id))
    if (held === undefined) throw new Error(`${page.kind} ${id} is not part of this unit of work`)
    held.revision += 1
    this.#announce(page, held, eventsOfRemoval(page), author)
    this.#held.delete(keyOf(page.kind, id))
    const below = this.model.pages.filter(({ facts }) => facts.within === page && !facts.embeddedAs)
    await this.tx.remove(
      page.kind,
      id,
      below.map(({ kind }) => kind),
    )
  }

  /** Stores documents under other keys: the content of a row is then that of the document moved there. */
  move(kind: string, keys: ReadonlyMap<string, string>): void {
    const moved = [...keys].flatMap(([from, to]) => {
      const held = this.#held.get(keyOf(kind, from))
      if (held === undefined || from === to) return []
      this.#held.delete(keyOf(kind, from))
      return [{ ...held, id: to, isNew: false, isChanged: true }]
    })
    for (const held of moved) this.#held.set(keyOf(kind, held.id), held)
  }

  /** Announces an event of a document beyond those that follow from a change, such as a milestone. */
  announce(page: ResourcePage, id: string, event: Announced, author: Author): void {
    const held = this.#held.get(keyOf(page.kind, id))
    if (held) this.#announce(page, held, [event], author)
  }

  /** Hands everything to the transaction; called once, at the end. */
  flush(): void {
    for (const held of this.#held.values()) {
      if (!held.isChanged) continue
      const row: Row = held
      if (held.isNew) this.tx.insert(row)
      else this.tx.update(row)
    }
  }

  async #load(keys: readonly Key[], lock: boolean): Promise<void> {
    const missing = keys.filter(({ kind, id }) => {
      const held = this.#held.get(keyOf(kind, id))
      return held === undefined || (lock && !held.isLocked)
    })
    for (const row of await this.tx.load(missing, { lock })) this.#take(row, lock)
  }

  #take(row: Row, isLocked: boolean): Held {
    const held: Held = { ...row, isLocked, isNew: false, isChanged: false }
    this.#held.set(keyOf(row.kind, row.id), held)
    return held
  }

  #document(held: Held): Document {
    const { page } = this.model.homeOf(held.kind)
    const id = idOf(page, held)
    return { id, href: this.model.hrefOf(page, id, held.parent), ...held.doc }
  }

  #announce(page: ResourcePage, held: Held, events: readonly Announced[], author: Author): void {
    if (events.length === 0) return
    const id = idOf(page, held)
    const resource = { id, href: this.model.hrefOf(page, id, held.parent), ...held.doc }
    for (const { type, path } of events) {
      this.tx.log({
        id: newEventId(),
        type,
        kind: page.kind,
        entity_id: id,
        revision: held.revision,
        correlation_id: author.correlationId,
        actor: author.actor,
        time: this.now,
        ...(path ? { path } : {}),
        ...(author.trace ? { trace: author.trace } : {}),
        resource,
      })
    }
  }
}

/** Runs a unit of work in one transaction, and wakes whoever waits for events; or joins the unit that is under way. */
export async function inWork<T>(
  context: { readonly database: Database; readonly model: Model; readonly work?: Work },
  tenant: string,
  use: (work: Work) => Promise<T>,
): Promise<T> {
  if (context.work) return use(context.work)
  try {
    return await transaction(context.database, { tenant, now: currentTime }, async (tx) => {
      const work = new Work(tx, context.model)
      const result = await use(work)
      work.flush()
      const kinds = tx.loggedKinds
      if (kinds.size > 0) tx.wake(eventTopic)
      for (const kind of kinds) tx.wake(eventTopicOf(kind))
      return result
    })
  } catch (error) {
    throw duplicate(error) ?? tooLong(error) ?? error
  }
}

/** The present moment as an ISO date-time. */
export function currentTime(): string {
  return new Date().toISOString()
}

function duplicate(error: unknown) {
  const { code, table, detail } = error as { code?: string; table?: string; detail?: string }
  if (code !== '23505' || !table?.startsWith('entity_')) return undefined
  const [, id] = /=\([^,]+, [^,]+, (.*)\) already exists/.exec(detail ?? '') ?? []
  return refuse(
    'duplicateId',
    `A document with the id '${id}' exists already; choose another, or PATCH that one`,
  )
}

/** An attribute by which documents are found is indexed, and an index takes only so much. */
function tooLong(error: unknown) {
  if ((error as { code?: string }).code !== '54000') return undefined
  return refuse('invalidFormat', 'An attribute by which documents are found is longer than about 2600 bytes')
}

function differs(page: ResourcePage, before: JsonObject, after: JsonObject): boolean {
  return changedAttributes(before, after).some((name) => page.fields[name]?.facts.stamp !== 'change')
}

/** The id of a document: its key, without the version that key may name. */
function idOf(page: ResourcePage, held: Held): string {
  return page.facts.isVersioned ? splitVersionKey(held.id).id : held.id
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`

function withoutIdentity(document: JsonObject): JsonObject {
  const { id: _id, href: _href, ...rest } = document
  return rest
}
