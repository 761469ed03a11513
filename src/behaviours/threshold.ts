/**
 * TMF649: a threshold job looks, once in its granularity, at the newest figure of each thing it watches. A figure that
 * crosses a rule raises an alarm; when it has returned, the alarm is cleared.
 */
import { type Document, Refusal } from '../declare/index.ts'
import type { Figure } from '../derive/figure.ts'
import { secondsAfter, secondsOf } from '../derive/granularity.ts'
import { comparators, crossingOf } from '../derive/threshold-rule.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { lockPlan, removePlan } from '../store/plans.ts'
import { figuresSince, objectFilter } from './figures.ts'
import { alarmKeyOf, clearAlarm, raiseAlarm, type Sighting, standingAlarms } from './threshold-alarm.ts'

const kind = 'ThresholdJob'
/** How many rules of a threshold are looked at. */
const maxRules = 100

/** The behaviour of threshold jobs. */
export function* thresholds(): Iterable<readonly [string, Behaviour]> {
  const begin = (work: Work, job: Document, by: Author) =>
    callWhenDue(work, { kind, id: job.id }, by, startOf(job, work.now))
  yield [
    kind,
    {
      onCreate: async (work, job, caller) => {
        if (isRunning(job)) begin(work, job, caller)
      },
      onChange: async (work, before, job, caller) => {
        const isMoved = isRunning(job) && (!isRunning(before) || before.granularity !== job.granularity)
        if (isMoved) begin(work, job, caller)
      },
      // As the engine does, which comes from the plan.
      beforeLock: async (work, id) => {
        await lockPlan(work.tx, kind, id)
      },
      onRemove: (work, job) => removePlan(work.tx, kind, job.id),
      whenDue: look,
    },
  ]
}

/** Whether figures are held against the rules now. */
const isRunning = ({ executionState, adminState }: Document): boolean =>
  executionState === 'Active' && adminState === 'UNLOCKED'

async function look(work: Work, id: string, by: Author): Promise<string | undefined> {
  await work.lock([{ kind, id }])
  const job = work.find(kind, id)
  if (job === undefined || !isRunning(job)) return undefined
  const author = { ...by, actor: 'threshold job' }
  const { page } = work.model.homeOf(kind)
  const end = validityOf(job).endDateTime
  if (end !== undefined && Date.parse(end) <= Date.parse(work.now)) {
    work.change(page, id, { executionState: 'Completed' }, author)
    return undefined
  }
  const rules = await rulesOf(work, job)
  const fault = faultOf(job, rules)
  if (rules === undefined || fault !== undefined) {
    work.change(page, id, { executionState: 'Failed', trackingRecord: fault }, author)
    return undefined
  }
  await judge(work, job, rules, author)
  return secondsAfter(work.now, periodOf(job))
}

/** Raises and clears what the figures of the last two periods ask for. */
async function judge(work: Work, job: Document, rules: readonly Document[], by: Author): Promise<void> {
  const recent = await figuresSince(work, secondsAfter(work.now, -2 * periodOf(job)))
  const watched = recent.filter(watchedBy(job))
  const raising = rules.filter((rule) => !isClearing(rule))
  const sightings = raising.flatMap((rule) =>
    newestOfEach(watched.filter((figure) => isAbout(rule, figure))).map((figure) => ({ job, rule, figure })),
  )
  const standing = await standingAlarms(work, sightings.map(alarmKeyOf))
  for (const sighting of sightings) {
    const alarm = standing.get(alarmKeyOf(sighting))
    const crossing = crossingOf(sighting.rule, sighting.figure.value)
    if (alarm === undefined) {
      if (crossing !== undefined) raiseAlarm(work, sighting, crossing, by)
    } else if (crossing === undefined && hasReturned(sighting, rules)) clearAlarm(work, alarm, by)
  }
}

/** A threshold may have rules of its own for when an alarm of that severity is over; without them, it is at once. */
function hasReturned({ rule, figure }: Sighting, rules: readonly Document[]): boolean {
  const clearing = rules.filter(
    (other) => isClearing(other) && other.severity === rule.severity && isAbout(other, figure),
  )
  return clearing.length === 0 || clearing.some((other) => crossingOf(other, figure.value) !== undefined)
}

const isClearing = ({ condition }: Document): boolean => /^clear$/i.test(String(condition))

/** Whether a rule is about a figure: it is named by the measurement of the rule. */
function isAbout({ measurement }: Document, { indicator }: Figure): boolean {
  const { id, name } = (measurement ?? {}) as { id?: string; name?: string }
  return indicator === name || indicator === id
}

/** The newest figure of each thing; figures come newest first. */
function newestOfEach(figures: readonly Figure[]): Figure[] {
  const newest = new Map<string, Figure>()
  for (const figure of figures) if (!newest.has(figure.object.id)) newest.set(figure.object.id, figure)
  return [...newest.values()]
}

function watchedBy({ monitoredObjectsCriteria }: Document): (figure: Figure) => boolean {
  const criteria = (monitoredObjectsCriteria as { monitoredObjectFilter?: string }[] | undefined) ?? []
  const filters = criteria.map(({ monitoredObjectFilter = '' }) => objectFilter(monitoredObjectFilter))
  return (figure) => filters.length === 0 || filters.some((isMeant) => isMeant(figure))
}

/** The rules of the job's threshold; undefined when one of them, or the threshold, is gone. */
async function rulesOf(work: Work, { performanceThreshold }: Document): Promise<Document[] | undefined> {
  const { id = '' } = (performanceThreshold ?? {}) as { id?: string }
  await work.look([{ kind: 'Threshold', id }])
  const threshold = work.find('Threshold', id)
  if (threshold === undefined) return undefined
  const ids = (threshold.thresholdRule as { id: string }[]).slice(0, maxRules).map((rule) => rule.id)
  await work.look(ids.map((each) => ({ kind: 'ThresholdRule', id: each })))
  const rules = ids.flatMap((each) => work.find('ThresholdRule', each) ?? [])
  return rules.length === ids.length ? rules : undefined
}

interface Validity {
  readonly startDateTime?: string
  readonly endDateTime?: string
}

const validityOf = ({ scheduleDefinition }: Document): Validity =>
  ((scheduleDefinition ?? {}) as { validFor?: Validity }).validFor ?? {}
const periodOf = ({ granularity }: Document): number => secondsOf(granularity) ?? 60

/** When a job begins: at once, or when its schedule does. */
function startOf(job: Document, now: string): string {
  const { startDateTime = now } = validityOf(job)
  return new Date(Math.max(Date.parse(startDateTime), Date.parse(now))).toISOString()
}

/** What keeps a job from looking, in words. */
function faultOf(job: Document, rules: readonly Document[] | undefined): string | undefined {
  if (rules === undefined) return 'The threshold, or a rule of it, does not exist any more'
  if (secondsOf(job.granularity) === undefined)
    return 'granularity must be a time such as G_5MN, G_1H or G_1D'
  for (const rule of rules) {
    if (!/^(raise|clear)$/i.test(String(rule.condition)))
      return `The condition of rule ${rule.id} must be one of Raise, Clear`
    const unknown = ['conformanceComparatorLower', 'conformanceComparatorUpper'].find(
      (name) => rule[name] !== undefined && !comparators.includes(String(rule[name])),
    )
    if (unknown) return `${unknown} of rule ${rule.id} must be one of ${comparators.join(', ')}`
  }
  try {
    watchedBy(job)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return `monitoredObjectFilter: ${error.message}`
    throw error
  }
}
