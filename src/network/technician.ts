/**
 * The sample operator's technician: takes up every work order and closes it after a while, as a client of TMF697 would.
 * Learns of them from the event log. Several nodes may have one: whoever comes second is refused and leaves it.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Document, Refusal, type ResourcePage } from '../declare/index.ts'
import { parseFilter } from '../derive/filter.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { patch } from '../resources/patch.ts'
import { list, read } from '../resources/read.ts'
import { currentTime } from '../resources/work.ts'
import {
  endOfLog,
  eventTopicOf,
  type LogCursor,
  type LoggedRecord,
  readHistory,
  readKindAfter,
} from '../store/event-log.ts'
import { atMost } from './at-most.ts'
import { changesFor, nextState } from './visit.ts'

export interface TechnicianOptions {
  /** Milliseconds a visit takes. */
  readonly delay: number
  /** Tenants whose work orders may have been left open before this technician started; others are met in the log. */
  readonly tenants?: readonly string[]
  /** Waits some milliseconds; rejects when the signal aborts. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
  readonly log?: (message: string) => void
}

/** A work order as the technician knows it, and the thread it belongs to. */
interface Visit {
  readonly tenant: string
  readonly correlationId: string
  readonly workOrder: Document
  readonly revision: number
}

const kind = 'WorkOrder'
const actor = 'technician'
const sweep = 30_000
const batch = 500
/** While an older transaction keeps events from being read, nobody wakes us when it is over: look again, ever later. */
const firstPause = 20
const longestPause = 2_000
const maxAttempts = 3

export class Technician {
  readonly #context: Context
  readonly #options: TechnicianOptions
  readonly #page: ResourcePage
  readonly #tenants: Set<string>
  readonly #turn = atMost(4)
  readonly #atWork = new Map<string, Promise<void>>()
  #cursor: LogCursor | undefined
  #stopping = new AbortController()
  #isStale = false
  #isSurveyDue = false
  #looking: Promise<void> | undefined
  #pause = firstPause
  #timer: NodeJS.Timeout | undefined
  #sweeper: NodeJS.Timeout | undefined
  #unsubscribe = () => {}

  constructor(context: Context, options: TechnicianOptions) {
    this.#context = context
    this.#options = options
    this.#page = context.model.homeOf(kind).page
    this.#tenants = new Set(options.tenants ?? ['default'])
  }

  /** Takes up what was left open, and from now on what is new. */
  start(): void {
    this.#stopping = new AbortController()
    this.#unsubscribe = this.#context.database.onWake(eventTopicOf(kind), () => this.#wake())
    this.#sweeper = setInterval(() => this.#survey(), sweep)
    this.#sweeper.unref()
    this.#survey()
  }

  /** Takes up nothing more, and leaves the visits that are not over to whoever starts next. */
  async stop(): Promise<void> {
    this.#unsubscribe()
    this.#stopping.abort()
    clearInterval(this.#sweeper)
    await this.#looking
    clearTimeout(this.#timer)
    await Promise.all(this.#atWork.values())
  }

  #wake(): void {
    this.#pause = firstPause
    this.#look()
  }

  #look(): void {
    clearTimeout(this.#timer)
    this.#isStale = true
    this.#looking ??= this.#readEvents().finally(() => {
      this.#looking = undefined
    })
  }

  #lookAgain(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), this.#pause).unref()
    this.#pause = Math.min(this.#pause * 2, longestPause)
  }

  /** At the start, and as a safety net for lost notifications and for visits that failed on the way. */
  #survey(): void {
    this.#isSurveyDue = true
    this.#look()
  }

  async #readEvents(): Promise<void> {
    const { database } = this.#context
    try {
      // The end of the log comes first: what is placed during the survey is then still ahead.
      let cursor = this.#cursor ?? (await endOfLog(database))
      while (this.#isStale && !this.#stopping.signal.aborted) {
        this.#isStale = false
        if (this.#isSurveyDue) await this.#takeUpOpen()
        const read = await readKindAfter(database, kind, cursor, batch)
        if (read.records.length === batch) this.#isStale = true
        cursor = read.cursor
        this.#cursor = cursor
        for (const record of read.records) this.#consider(record)
        if (read.isHeldBack) this.#lookAgain()
      }
    } catch (error) {
      this.#complain('cannot read the event log', error)
    }
  }

  #consider(record: LoggedRecord): void {
    this.#tenants.add(record.tenant)
    // Its own moves tell the technician nothing; a work order somebody put back in progress is taken up again.
    if (record.actor === actor || record.type.endsWith('DeleteEvent')) return
    const { tenant, correlationId, revision } = record
    this.#takeUp({ tenant, correlationId, revision, workOrder: record.resource as Document })
  }

  /** Takes up the work orders that are open now. */
  async #takeUpOpen(): Promise<void> {
    for (const tenant of this.#tenants) {
      for (const state of ['acknowledged', 'inProgress']) {
        const filter = parseFilter(this.#page, [`state=${state}`])
        const caller = this.#caller(tenant, '')
        const { rows } = await list(
          this.#context,
          this.#page,
          { filter, window: { offset: 0, limit: 10_000 } },
          caller,
        )
        for (const { id, revision, text } of rows) {
          if (this.#stopping.signal.aborted) return
          if (this.#atWork.has(keyOf(tenant, id))) continue
          const [first] = await readHistory(this.#context.database, tenant, kind, id)
          const workOrder: Document = { id, href: '', ...JSON.parse(text) }
          this.#takeUp({ tenant, correlationId: first?.correlationId ?? id, revision, workOrder })
        }
      }
    }
    this.#isSurveyDue = false
  }

  #takeUp(visit: Visit): void {
    const key = keyOf(visit.tenant, visit.workOrder.id)
    if (nextState(visit.workOrder) === undefined || this.#atWork.has(key)) return
    const work = this.#attend(visit)
      .catch((error) => this.#complain(`cannot attend to work order ${visit.workOrder.id}`, error))
      .finally(() => this.#atWork.delete(key))
    this.#atWork.set(key, work)
  }

  async #attend(visit: Visit): Promise<void> {
    const { signal } = this.#stopping
    const begun = visit.workOrder.state === 'acknowledged' ? await this.#move(visit, 'inProgress') : visit
    if (begun === undefined) return
    if (this.#options.delay > 0) await (this.#options.wait ?? waitFor)(this.#options.delay, signal)
    if (!signal.aborted) await this.#move(begun, 'completed')
  }

  /** Moves a work order on; undefined when somebody else has, or keeps it from being moved. */
  async #move(known: Visit, state: 'inProgress' | 'completed'): Promise<Visit | undefined> {
    return this.#turn(async () => {
      let visit = known
      for (let attempt = 1; attempt <= maxAttempts; attempt++) {
        if (nextState(visit.workOrder) !== state) return undefined
        try {
          return await this.#patch(visit, state)
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
          if (error.code !== 'preconditionFailed') {
            this.#complain(`work order ${visit.workOrder.id} cannot become ${state}`, error)
            return undefined
          }
          visit = await this.#fresh(visit)
        }
      }
      return undefined
    })
  }

  async #patch(visit: Visit, state: 'inProgress' | 'completed'): Promise<Visit> {
    const { workOrder, tenant, correlationId } = visit
    const { document, revision } = await patch(
      this.#context,
      this.#page,
      { id: workOrder.id },
      changesFor(workOrder, state, currentTime()),
      this.#caller(tenant, correlationId),
      { precondition: [visit.revision] },
    )
    return { ...visit, workOrder: document, revision }
  }

  async #fresh(visit: Visit): Promise<Visit> {
    const { workOrder, tenant, correlationId } = visit
    const caller = this.#caller(tenant, correlationId)
    const { text, revision } = await read(this.#context, this.#page, { id: workOrder.id }, caller)
    return { ...visit, revision, workOrder: { ...workOrder, ...JSON.parse(text) } }
  }

  #caller(tenant: string, correlationId: string): Caller {
    return { tenant, actor, correlationId, rights: new Set(['client', 'engine']) }
  }

  #complain(what: string, error: unknown): void {
    if (this.#stopping.signal.aborted) return
    this.#options.log?.(`technician: ${what}: ${(error as Error).message}`)
  }
}

const keyOf = (tenant: string, id: string): string => `${tenant} ${id}`

function waitFor(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return pause(milliseconds, undefined, { signal, ref: false })
}
