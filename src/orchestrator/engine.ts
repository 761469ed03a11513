/**
 * Runs the plans. A turn takes the plans of one tenant that are due, advances each as far as it goes, and commits all
 * of it at once; then it sends the commands, whose answers another turn takes. A node that dies leaves leases that
 * expire; whoever takes the plan over resumes from what is committed.
 */
import { randomUUID } from 'node:crypto'
import type { Context } from '../resources/context.ts'
import { inWork, type Key, type Work } from '../resources/work.ts'
import {
  type ClaimedPlan,
  claimDue,
  claimOne,
  claimOwn,
  nextDue,
  planTopic,
  releaseLeases,
  removePlan,
  removePlans,
  renewLeases,
  tenantsWithWork,
} from '../store/plans.ts'
import { together } from '../store/together.ts'
import { type NetworkAdapter, NetworkFault } from './adapter.ts'
import { type Answer, advance, type Call } from './advance.ts'
import { cancellationDocuments } from './cancel.ts'
import type { Catalogue } from './catalogue.ts'
import { openTaskFlows } from './flow.ts'
import { documentsOf, type Plan } from './plan.ts'
import type { RetryPolicy } from './retry.ts'
import { Desk } from './task.ts'
import { type Undertaken, undertaken } from './undertakings.ts'

export interface EngineOptions {
  readonly adapter: NetworkAdapter
  readonly catalogue: Catalogue
  readonly log: (message: string, details?: object) => void
  /** Plans of one turn. */
  readonly batch?: number
  /** Turns at the same time. */
  readonly turns?: number
  /** Milliseconds a node keeps a plan while its commands run; renewed as long as it lives. */
  readonly lease?: number
  readonly retry?: RetryPolicy
}

interface Answered {
  readonly tenant: string
  readonly kind: string
  readonly id: string
  readonly turn: number
  readonly answers: readonly Answer[]
}

interface Sent {
  readonly tenant: string
  readonly kind: string
  readonly id: string
  readonly turn: number
  readonly calls: readonly Call[]
}

const sweep = 5_000
/** Milliseconds until plans that others hold are looked at again. */
const heldPause = 20
/** Milliseconds the commands on their way get at shutdown. */
const drainTime = 10_000
const maxFaults = 5

export class Engine {
  readonly #context: Context
  readonly #options: EngineOptions
  readonly #owner = randomUUID()
  readonly #batch: number
  readonly #maxTurns: number
  readonly #lease: number
  readonly #retry: RetryPolicy
  readonly #answered: Answered[] = []
  readonly #inFlight = new Map<string, Sent>()
  /** Tenants that may have something due; kept in the order they are served, so that each has its turn. */
  readonly #waiting = new Set<string>()
  #isLooking = false
  #mustLook = false
  /** Whether a turn has found that others hold what is due. */
  #isHeld = false
  #running = 0
  #solo = 0
  #isStopped = true
  #timer: NodeJS.Timeout | undefined
  #renewal: NodeJS.Timeout | undefined
  #unsubscribe = () => {}
  #idle: (() => void)[] = []

  constructor(context: Context, options: EngineOptions) {
    this.#context = context
    this.#options = options
    this.#batch = options.batch ?? 24
    this.#maxTurns = options.turns ?? 3
    this.#lease = options.lease ?? 15_000
    this.#retry = options.retry ?? { first: 250, longest: 60_000, attempts: 8, chance: Math.random }
  }

  start(): void {
    this.#isStopped = false
    this.#unsubscribe = this.#context.database.onWake(planTopic, () => this.#look())
    this.#renewal = setInterval(() => this.#renew(), this.#lease / 3)
    this.#look()
  }

  /** Takes nothing new, waits for what runs, and gives its leases to the others. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#unsubscribe()
    clearTimeout(this.#timer)
    clearInterval(this.#renewal)
    if (this.#running > 0 || this.#inFlight.size > 0) {
      // What a database that does not answer keeps from ending is left to whoever takes the leases over.
      await new Promise<void>((resolve) => {
        this.#idle.push(resolve)
        setTimeout(resolve, drainTime).unref()
      })
    }
    await releaseLeases(this.#context.database, this.#owner).catch(() => {})
  }

  /** Looks who has something due. Calls that come while it looks, or has its hands full, are one more look afterwards. */
  #look(): void {
    if (this.#isStopped) return
    if (this.#isLooking || this.#running >= this.#maxTurns) {
      this.#mustLook = true
      return
    }
    this.#isLooking = true
    clearTimeout(this.#timer)
    tenantsWithWork(this.#context.database)
      .then(async (tenants) => {
        for (const tenant of tenants) this.#waiting.add(tenant)
        if (tenants.length === 0) this.#sleepUntil(await nextDue(this.#context.database))
        else this.#sleepUntil(undefined)
      })
      .catch((error: Error) => {
        this.#options.log(`orchestrator: ${error.message}`)
        this.#sleepUntil(undefined)
      })
      .finally(() => {
        this.#isLooking = false
        this.#pump()
        this.#lookAgain()
      })
  }

  /** What is due is being worked on: by another turn of ours, which looks when it ends, or else by another node. */
  #lookLater(): void {
    if (!this.#isHeld || this.#running > 0) return
    this.#isHeld = false
    this.#sleepUntil(new Date(Date.now() + heldPause))
  }

  #lookAgain(): void {
    if (!this.#mustLook) return
    this.#mustLook = false
    this.#look()
  }

  /** One timer until the earliest due moment; the sweep catches what a lost notification would leave. */
  #sleepUntil(due: Date | undefined): void {
    clearTimeout(this.#timer)
    if (this.#isStopped) return
    const pause = due === undefined ? sweep : Math.min(Math.max(due.getTime() - Date.now(), 1), sweep)
    this.#timer = setTimeout(() => this.#look(), pause)
  }

  #pump(): void {
    while (this.#running < this.#maxTurns) {
      const tenant =
        this.#answered[0]?.tenant ?? (this.#isStopped ? undefined : this.#waiting.values().next().value)
      if (tenant === undefined) break
      this.#waiting.delete(tenant)
      const limit = this.#solo > 0 ? 1 : this.#batch
      const answered = this.#takeAnswered(tenant, limit)
      this.#running += 1
      this.#turn(tenant, answered, limit)
        .catch((error: Error) => this.#afterFault(tenant, answered, error, limit === 1))
        .finally(() => {
          this.#running -= 1
          this.#lookLater()
          this.#lookAgain()
          this.#pump()
          this.#settle()
        })
    }
  }

  #settle(): void {
    if (this.#running > 0 || this.#inFlight.size > 0 || this.#answered.length > 0) return
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  #takeAnswered(tenant: string, limit: number): Answered[] {
    const taken: Answered[] = []
    for (let i = 0; i < this.#answered.length && taken.length < limit; ) {
      if (this.#answered[i]?.tenant === tenant) taken.push(...this.#answered.splice(i, 1))
      else i += 1
    }
    return taken
  }

  async #turn(tenant: string, answered: readonly Answered[], limit: number): Promise<void> {
    const { sent, isMore, isIdle } = await inWork(this.#context, tenant, async (work) => {
      const room = limit - answered.length
      const [own, due] = await together<[ClaimedPlan[], ClaimedPlan[]]>([
        claimOwn(work.tx, this.#owner, answered),
        room > 0 && !this.#isStopped ? claimDue(work.tx, room) : [],
      ])
      const claimed = [
        ...own,
        ...due.filter(({ kind, id }) => !own.some((plan) => plan.kind === kind && plan.id === id)),
      ]
      const sent = await this.#advanceAll(work, claimed, answered)
      return { sent, isMore: due.length > 0 && due.length === room, isIdle: claimed.length === 0 }
    })
    if (this.#solo > 0) this.#solo -= 1
    for (const each of answered) this.#forget(each)
    for (const each of sent) this.#send(each)
    if (isMore) this.#waiting.add(tenant)
    else if (isIdle) this.#isHeld = true
    else this.#look()
  }

  /** The commands of a turn are no longer on their way; those of a later turn may be. */
  #forget({ tenant, kind, id, turn }: Pick<Answered, 'tenant' | 'kind' | 'id' | 'turn'>): void {
    const key = `${tenant} ${kind} ${id}`
    if (this.#inFlight.get(key)?.turn === turn) this.#inFlight.delete(key)
  }

  async #advanceAll(
    work: Work,
    claimed: readonly ClaimedPlan[],
    answered: readonly Answered[],
  ): Promise<Sent[]> {
    const plans = claimed.map((row) => ({ row, taken: undertaken(row, row.body) }))
    await work.lock(plans.flatMap(({ taken }) => (taken ? lockedFor(taken.plan) : [])))
    await work.look(plans.flatMap(({ taken }) => (taken ? lookedAtBy(taken.plan) : [])))
    const sent: Sent[] = []
    const over: Key[] = []
    for (const { row, taken } of plans) {
      if (taken === undefined) {
        const by = { actor: 'engine', correlationId: row.correlation_id }
        const due = await this.#context.behaviours.get(row.kind)?.whenDue?.(work, row.id, by)
        if (due === undefined) over.push(row)
        else work.tx.savePlan({ ...row, owner: null, due })
        continue
      }
      const calls = await this.#advanceOne(work, row, taken, answered).catch((error: Error) => {
        throw new PlanFault(row, error)
      })
      if (calls) sent.push(calls)
    }
    await removePlans(work.tx, over)
    return sent
  }

  async #advanceOne(
    work: Work,
    row: ClaimedPlan,
    { undertaking, plan, isNew }: Undertaken,
    answered: readonly Answered[],
  ): Promise<Sent | undefined> {
    const { tenant, kind, id } = row
    const turn = row.turn + 1
    const desk = this.#desk(work, row, plan)
    if (!undertaking.isWanted(desk)) {
      work.tx.savePlan({ ...row, turn, owner: null, due: null })
      return undefined
    }
    if (isNew) undertaking.begin(desk)
    const mine = answered.find((each) => each.kind === kind && each.id === id && each.turn === row.turn)
    const { calls } = await advance(desk, undertaking, mine?.answers ?? [], this.#retry)
    const isCalling = plan.steps.some(({ state }) => state === 'calling')
    if (plan.steps.length === 0) await removePlan(work.tx, kind, id)
    else
      work.tx.savePlan({
        kind,
        id,
        correlation_id: row.correlation_id,
        turn,
        owner: isCalling ? this.#owner : null,
        due: isCalling ? leaseEnd(this.#lease) : (undertaking.nextMoment(plan, work.now) ?? null),
        body: plan,
      })
    return isCalling ? { tenant, kind, id, turn, calls } : undefined
  }

  #desk(work: Work, row: ClaimedPlan, plan: Plan): Desk {
    const author = { actor: 'orchestrator', correlationId: row.correlation_id }
    const lookup: Desk['lookup'] = (entry, id) => this.#options.catalogue.find(row.tenant, entry, id)
    return new Desk(work, plan, lookup, author)
  }

  #send(sent: Sent): void {
    const { tenant, kind, id } = sent
    this.#inFlight.set(`${tenant} ${kind} ${id}`, sent)
    this.#options.adapter
      .execute(sent.calls.map(({ command }) => command))
      .catch((error: Error) => sent.calls.map(() => new NetworkFault(error.message)))
      .then((results) => {
        const answers = sent.calls.map(({ step }, index) => ({
          step,
          result: results[index] ?? new NetworkFault('the network gave no answer'),
        }))
        this.#answered.push({ tenant, kind, id, turn: sent.turn, answers })
        this.#pump()
      })
  }

  /**
   * A turn that failed is rolled back whole. The plan at fault is put off and the others are taken again; when nobody
   * knows which it was, they are taken one by one, so that one fault stops one plan.
   */
  async #afterFault(
    tenant: string,
    answered: readonly Answered[],
    error: Error,
    isSolo: boolean,
  ): Promise<void> {
    this.#options.log(`orchestrator: a turn failed: ${error.message}`, { stack: error.stack })
    this.#answered.push(...answered)
    if ((error as { code?: string }).code === 'unavailable') {
      this.#sleepUntil(new Date(Date.now() + 500))
      return
    }
    const atFault = error instanceof PlanFault ? error.row : isSolo ? answered[0] : undefined
    if (atFault) await this.#recordFault(tenant, atFault, error).catch(() => {})
    else this.#solo = isSolo ? 1 : this.#batch * 2
    this.#waiting.add(tenant)
  }

  /** Puts the plan at fault off, longer each time; after some times a person must look at it. */
  async #recordFault(tenant: string, { kind, id }: Key, error: Error): Promise<void> {
    await inWork(this.#context, tenant, async (work) => {
      const row = await claimOne(work.tx, kind, id)
      if (row === undefined) return
      const body = (row.body ?? {}) as Partial<Plan> & { faults?: number }
      const faults = (body.faults ?? 0) + 1
      const isLast = faults >= maxFaults
      const due = isLast ? null : new Date(Date.now() + 2 ** faults * 1_000).toISOString()
      this.#options.log(`orchestrator: ${kind} ${id} failed ${faults} times: ${error.message}`)
      const left = { ...body, faults: isLast ? 0 : faults }
      const taken = isLast ? undertaken(row, left) : undefined
      if (taken === undefined) {
        work.tx.savePlan({ ...row, turn: row.turn + 1, owner: null, due, body: left })
        return
      }
      const { undertaking, plan, isNew } = taken
      await work.lock(lockedFor(plan))
      const desk = this.#desk(work, row, plan)
      const goesOn = undertaking.isWanted(desk) && undertaking.breakDown(desk, error.message)
      undertaking.settle(desk)
      if (plan.steps.length === 0) await removePlan(work.tx, kind, id)
      else {
        // What has not begun begins anew, should somebody take it up again.
        const rest = isNew ? left : { ...left, ...plan }
        const next = goesOn ? work.now : null
        work.tx.savePlan({ ...row, turn: row.turn + 1, owner: null, due: next, body: rest })
      }
    })
    this.#inFlight.delete(`${tenant} ${kind} ${id}`)
  }

  #renew(): void {
    if (this.#inFlight.size === 0) return
    const plans = [...this.#inFlight.values()].map(({ tenant, kind, id, turn }) => ({
      tenant,
      kind,
      id,
      turn,
    }))
    renewLeases(this.#context.database, this.#owner, leaseEnd(this.#lease), plans).catch(() => {})
  }
}

/** A fault while a certain plan was advanced. */
class PlanFault extends Error {
  readonly row: ClaimedPlan

  constructor(row: ClaimedPlan, cause: Error) {
    super(cause.message, { cause })
    this.row = row
  }
}

/** All documents that must not change while a plan goes on. */
const lockedFor = (plan: Plan): Key[] => [
  ...documentsOf(plan),
  ...openTaskFlows(plan),
  ...cancellationDocuments(plan),
]

/** What a plan that waits for field work looks at when it goes on. */
const lookedAtBy = ({ data, steps }: Plan): Key[] =>
  data.workOrder !== undefined && steps.some(({ task, state }) => task === 'fieldWork' && state !== 'done')
    ? [{ kind: 'WorkOrder', id: data.workOrder }]
    : []

function leaseEnd(lease: number): string {
  return new Date(Date.now() + lease).toISOString()
}
