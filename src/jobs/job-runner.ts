/**
 * Runs the import and export jobs of a node, one at a time. A job is taken up under a lease; when the node dies, the
 * next one takes it up again, and what a job does is committed together with its end, so that it is done once.
 */
import { randomUUID } from 'node:crypto'
import { Refusal } from '../declare/index.ts'
import { systemClock } from '../hub/clock.ts'
import type { Egress } from '../hub/egress.ts'
import { Loop } from '../hub/loop.ts'
import { Transfer } from '../hub/transfer.ts'
import type { Context } from '../resources/context.ts'
import { currentTime, inWork, type Work } from '../resources/work.ts'
import { type ClaimedJob, claimJob, endJob, jobTopic, nextJob, releaseJob, renewJob } from '../store/jobs.ts'
import { runExport } from './export-job.ts'
import { runImport } from './import-job.ts'
import { type Job, JobFailure, type JobMeans } from './job.ts'

export interface JobRunnerOptions {
  /** Guards the URLs that jobs name. */
  readonly egress: Egress
  readonly log: (message: string) => void
  /** Milliseconds a node keeps a job; renewed as long as it lives. */
  readonly lease?: number
  /** A job that was taken up so often, each time by a node that then died, is not tried again. */
  readonly attempts?: number
}

/** What a lost notification would leave is found this many milliseconds later. */
const sweep = 30_000
export class JobRunner {
  readonly #context: Context
  readonly #log: (message: string) => void
  readonly #lease: number
  readonly #attempts: number
  readonly #owner = randomUUID()
  readonly #transfer: Transfer
  readonly #loop: Loop
  readonly #stopping = new AbortController()
  #unsubscribe = () => {}

  constructor(context: Context, { egress, log, lease = 30_000, attempts = 4 }: JobRunnerOptions) {
    this.#context = context
    this.#log = log
    this.#lease = lease
    this.#attempts = attempts
    this.#transfer = new Transfer(egress)
    const failed = (error: Error) => log(`jobs: ${error.message}`)
    this.#loop = new Loop({ clock: systemClock, turn: () => this.#turn(), failed })
  }

  start(): void {
    this.#unsubscribe = this.#context.database.onWake(jobTopic, () => this.#loop.wake())
    this.#loop.wake()
  }

  /** Breaks off the job that runs and leaves it to others. */
  async stop(): Promise<void> {
    this.#unsubscribe()
    this.#stopping.abort(new Error('the node stops'))
    await this.#loop.stop()
  }

  /** Runs the job that has waited longest; gives the milliseconds until another may be due. */
  async #turn(): Promise<number> {
    const { database } = this.#context
    const claimed = await claimJob(database, this.#owner, this.#lease)
    if (claimed === undefined) return Math.min((await nextJob(database)) ?? sweep, sweep)
    const renewal = setInterval(() => {
      renewJob(database, this.#owner, claimed, this.#lease).catch(() => {})
    }, this.#lease / 3)
    try {
      await this.#run(claimed)
    } catch (error) {
      this.#log(`jobs: ${claimed.kind} ${claimed.id}: ${(error as Error).message}`)
      if (this.#stopping.signal.aborted) await releaseJob(database, this.#owner, claimed)
    } finally {
      clearInterval(renewal)
    }
    return 0
  }

  async #run(claimed: ClaimedJob): Promise<void> {
    const job = await this.#begin(claimed)
    if (job === undefined) return
    const means: JobMeans = {
      context: this.#context,
      transfer: this.#transfer,
      signal: this.#stopping.signal,
      end: (work, attributes) => this.#end(work, job, { status: 'Succeeded', ...attributes }),
    }
    try {
      if (claimed.attempts > this.#attempts) throw new JobFailure('it was broken off too often')
      if (job.page.name === 'ImportJob') await runImport(means, job)
      else await runExport(means, job)
    } catch (error) {
      const errorLog = errorLogOf(error)
      if (errorLog === undefined) throw error
      await inWork(this.#context, job.tenant, (work) => this.#end(work, job, { status: 'Failed', errorLog }))
    }
  }

  /** Takes a job to `Running`; undefined when it is over or gone. */
  async #begin({ tenant, kind, id }: ClaimedJob): Promise<Job | undefined> {
    const { page, api } = this.#context.model.homeOf(kind)
    return inWork(this.#context, tenant, async (work) => {
      await work.lock([{ kind, id }])
      const document = work.find(kind, id)
      if (document === undefined || document.status === 'Succeeded' || document.status === 'Failed') {
        await endJob(work.tx, this.#owner, { kind, id })
        return undefined
      }
      const author = { actor: 'jobs', correlationId: id }
      work.change(page, id, { status: 'Running' }, author)
      return { tenant, kind, id, page, api, document: work.get(kind, id), author }
    })
  }

  async #end(work: Work, { kind, id, page, author }: Job, attributes: object): Promise<void> {
    await work.lock([{ kind, id }])
    if (!(await endJob(work.tx, this.#owner, { kind, id }))) throw new Error('another node has taken it over')
    if (work.find(kind, id)) work.change(page, id, { ...attributes, completionDate: currentTime() }, author)
  }
}

/** What the owner of the job is told; undefined for what is no fault of the job. */
function errorLogOf(error: unknown): string | undefined {
  if (error instanceof JobFailure) return error.message
  if (!(error instanceof Refusal) || error.code === 'unavailable') return undefined
  const findings = error.detail.errorItem ?? []
  return findings.length === 0
    ? error.message
    : findings.map(({ path, message }) => `${path}: ${message}`).join('\n')
}
