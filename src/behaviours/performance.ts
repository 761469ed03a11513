/**
 * TMF628: a job gathers the figures of the last period into a tracking record, again and again, or once on demand.
 * Nothing is sent to `fileTransferData`: the tracking record is what is ready, and it is fetched by its href.
 */
import { type Document, Refusal } from '../declare/index.ts'
import { secondsAfter, secondsOf } from '../derive/granularity.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { lockPlan, removePlan } from '../store/plans.ts'
import { figuresAsCharacteristics, gather, maxFigures, objectsOf, type Period } from './collection-figures.ts'

/** How many tracking records a job itself tells of. */
const maxTold = 20
const usualPeriod = 15 * 60

/** The behaviours of the jobs that gather figures. */
export function* collections(): Iterable<readonly [string, Behaviour]> {
  yield ['MeasurementCollectionJob', job('MeasurementCollectionJob', again)]
  yield ['OnDemandCollection', job('OnDemandCollection', once)]
}

/** What a run gathers, and when the next one is; undefined after the last. */
interface Run {
  readonly period: Period
  readonly next: string | undefined
}

function job(kind: string, runOf: (job: Document, now: string) => Run | undefined): Behaviour {
  const begin = (work: Work, document: Document, by: Author) =>
    callWhenDue(work, { kind, id: document.id }, by, startOf(document, work.now))
  return {
    onCreate: async (work, document, caller) => {
      if (document.executionState === 'acknowledged') begin(work, document, caller)
    },
    onChange: async (work, before, after, caller) => {
      if (before.adminState !== after.adminState && isOpen(after)) begin(work, after, caller)
    },
    // As the engine does, which comes from the plan.
    beforeLock: async (work, id) => {
      await lockPlan(work.tx, kind, id)
    },
    onRemove: (work, document) => removePlan(work.tx, kind, document.id),
    whenDue: async (work, id, by) => {
      await work.lock([{ kind, id }])
      const document = work.find(kind, id)
      if (document === undefined || !isOpen(document)) return undefined
      const author = { ...by, actor: 'performance' }
      const { page } = work.model.homeOf(kind)
      const move = (executionState: string) => work.change(page, id, { executionState }, author)
      if (document.adminState === 'locked') {
        move('pending')
        return undefined
      }
      move('inProgress')
      const fault = faultOf(document)
      if (fault !== undefined) {
        work.change(page, id, { executionState: 'failed', ...noted(document, fault, work.now) }, author)
        work.announce(page, id, { type: `${kind}FilesPreparationErrorEvent` }, author)
        return undefined
      }
      const run = runOf(document, work.now)
      if (run === undefined) {
        move('completed')
        return undefined
      }
      await record(work, kind, document, run.period, author)
      if (run.next === undefined) move('completed')
      return run.next
    },
  }
}

const isOpen = ({ executionState }: Document): boolean =>
  ['acknowledged', 'pending', 'inProgress'].includes(String(executionState))

/** Keeps what a run gathered, and tells that it is ready. */
async function record(work: Work, kind: string, document: Document, period: Period, by: Author) {
  const figures = await gather(work, document, period)
  const { page } = work.model.homeOf('TrackingRecord')
  const told = figures.length > maxFigures ? `the newest ${maxFigures} of ${figures.length}` : figures.length
  const description = `Gathered ${told} figures from ${period.from} to ${period.until}`
  const draft = {
    description,
    systemId: document.id,
    time: work.now,
    user: by.actor,
    characteristic: figuresAsCharacteristics(figures),
  }
  const { id } = work.create(page, draft, by)
  const { page: home } = work.model.homeOf(kind)
  work.change(home, document.id, noted(document, description, work.now, id), by)
  work.announce(home, document.id, { type: `${kind}FilesReadyEvent` }, by)
}

/** A job says of each run what became of it; `id` is that of the record with the figures. */
function noted({ trackingRecord }: Document, description: string, time: string, id?: string) {
  const earlier = (trackingRecord as object[] | undefined) ?? []
  const told = { ...(id === undefined ? {} : { id }), description, time }
  return { trackingRecord: [...earlier, told].slice(-maxTold) }
}

/** Why a job cannot tell what to measure. */
function faultOf(document: Document): string | undefined {
  try {
    objectsOf(document)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return `objectInstanceFilter: ${error.message}`
    throw error
  }
}

interface Schedule {
  readonly scheduleDefinitionStartTime?: string
  readonly scheduleDefinitionEndTime?: string
}

const scheduleOf = ({ scheduleDefinition }: Document): Schedule => (scheduleDefinition ?? {}) as Schedule

function startOf(document: Document, now: string): string {
  const { scheduleDefinitionStartTime = now } = scheduleOf(document)
  return new Date(Math.max(Date.parse(scheduleDefinitionStartTime), Date.parse(now))).toISOString()
}

function again(document: Document, now: string): Run | undefined {
  const { scheduleDefinitionEndTime } = scheduleOf(document)
  if (scheduleDefinitionEndTime !== undefined && Date.parse(scheduleDefinitionEndTime) <= Date.parse(now)) {
    return undefined
  }
  const seconds = secondsOf(document.reportingPeriod) ?? secondsOf(document.granularity) ?? usualPeriod
  return { period: { from: secondsAfter(now, -seconds), until: now }, next: secondsAfter(now, seconds) }
}

function once({ collectionPeriod, granulatiry }: Document, now: string): Run {
  const { startDateTime, endDateTime = now } = (collectionPeriod ?? {}) as Record<string, string>
  const seconds = secondsOf(granulatiry) ?? usualPeriod
  const until = new Date(endDateTime).toISOString()
  return { period: { from: startDateTime ?? secondsAfter(until, -seconds), until }, next: undefined }
}
