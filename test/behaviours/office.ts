/** The verbs with what resources promise beyond being stored, on a database of their own. */
import { resourceBehaviours } from '../../src/behaviours/index.ts'
import { viewBehaviours } from '../../src/behaviours/view.ts'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { create } from '../../src/resources/create.ts'
import { importRecords } from '../../src/resources/import.ts'
import { patch } from '../../src/resources/patch.ts'
import { list, read } from '../../src/resources/read.ts'
import { remove } from '../../src/resources/remove.ts'
import { inWork } from '../../src/resources/work.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { claimDue } from '../../src/store/plans.ts'
import { pageOf } from '../derive/pages.ts'
import { callerOf } from '../resources/shop.ts'
import { type FreshContext, freshContext } from '../support/context.ts'

export class Office {
  readonly context: FreshContext

  private constructor(context: FreshContext) {
    this.context = context
  }

  static async open(): Promise<Office> {
    const behaviours = new Map<string, Behaviour>()
    const context = await freshContext(behaviours)
    for (const [kind, behaviour] of [...resourceBehaviours(context.database), ...viewBehaviours(context)]) {
      behaviours.set(kind, behaviour)
    }
    return new Office(context)
  }

  close(): Promise<void> {
    return this.context.drop()
  }

  async create(name: string, body: JsonObject): Promise<Document> {
    return (await create(this.context, pageOf(name), body, callerOf('test', ['client']))).document
  }

  async patch(name: string, id: string, body: JsonObject): Promise<Document> {
    return (await patch(this.context, pageOf(name), { id }, body, callerOf('test', ['client']))).document
  }

  async remove(name: string, id: string): Promise<void> {
    await remove(this.context, pageOf(name), { id }, callerOf('test', ['client']))
  }

  async import(name: string, ...documents: readonly JsonObject[]): Promise<void> {
    const records = documents.map((document) => ({ page: pageOf(name), document }))
    await importRecords(this.context, records, callerOf('import'))
  }

  async read(name: string, id: string): Promise<Document> {
    const { text } = await read(this.context, pageOf(name), { id }, callerOf())
    return { id, href: '', ...JSON.parse(text) }
  }

  /** The first thousand documents of a collection. */
  async all(name: string): Promise<Document[]> {
    const query = { filter: [], window: { offset: 0, limit: 1_000 } }
    const { rows } = await list(this.context, pageOf(name), query, callerOf())
    return rows.map(({ id, text }) => ({ id, href: '', ...JSON.parse(text) }))
  }

  /** The types of a document's events, oldest first. */
  async told(name: string, id: string): Promise<string[]> {
    const events = await readHistory(this.context.database, 'default', name, id)
    return events.map(({ type }) => type)
  }

  /** Calls what a document has due, whenever that is; gives when it is due again. */
  whenDue(kind: string, id: string): Promise<string | undefined> {
    const whenDue = this.context.behaviours.get(kind)?.whenDue
    if (whenDue === undefined) throw new Error(`${kind} is never due`)
    const by = { actor: 'engine', correlationId: 'due' }
    return inWork(this.context, 'default', (work) => whenDue(work, id, by))
  }

  /** Does what is due now, turn by turn as the engine would, until nothing is. */
  async doWhatIsDue(): Promise<void> {
    for (let isMore = true; isMore; ) {
      isMore = await inWork(this.context, 'default', async (work) => {
        const due = await claimDue(work.tx, 24)
        for (const plan of due) {
          const by = { actor: 'engine', correlationId: plan.correlation_id }
          const next = await this.context.behaviours.get(plan.kind)?.whenDue?.(work, plan.id, by)
          work.tx.savePlan({ ...plan, owner: null, due: next ?? null })
        }
        return due.length > 0
      })
    }
  }
}
