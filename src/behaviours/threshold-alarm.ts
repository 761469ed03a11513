/** The alarm of a figure that crosses a rule: raised once, cleared when the figure has returned (TMF649, TMF642). */
import type { Document } from '../declare/index.ts'
import type { Figure } from '../derive/figure.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Crossing } from '../derive/threshold-rule.ts'
import type { Author } from '../resources/caller.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'

const kind = 'Alarm'
const system = 'goldthread'

/** A rule and a figure it is about, as a job has found them. */
export interface Sighting {
  readonly job: Document
  readonly rule: Document
  readonly figure: Figure
}

/** What an alarm of a rule and a thing is known by outside: there is one at a time. */
export function alarmKeyOf({ job, rule, figure }: Sighting): string {
  return `${job.id}/${rule.id}/${figure.object.id}`
}

/** The alarms that stand, by what they are known by; locked. */
export async function standingAlarms(work: Work, keys: readonly string[]): Promise<Map<string, Document>> {
  const wanted = { externalAlarmId: keys, state: ['raised', 'updated'] }
  const alarms = await search(work, kind, wanted, { limit: keys.length, lock: true })
  return new Map(alarms.map((alarm) => [String(alarm.externalAlarmId), alarm]))
}

/** Raises the alarm of a figure that crosses a rule. */
export function raiseAlarm(work: Work, sighting: Sighting, direction: Crossing, by: Author): void {
  const { rule, figure } = sighting
  const said = (rule.performanceAlarmSpecification ?? {}) as JsonObject
  const threshold = sighting.job.performanceThreshold as JsonObject
  const draft: JsonObject = {
    alarmRaisedTime: work.now,
    alarmType: said.perfAlarmSpecAlarmType ?? 'Quality of Service Alarm',
    alarmedObject: { id: figure.object.id },
    alarmedObjectType: figure.object['@referredType'],
    alarmDetails: said.perfAlarmSpecAdditionalText,
    externalAlarmId: alarmKeyOf(sighting),
    perceivedSeverity: String(said.perfAlarmSpecSeverity ?? rule.severity).toLowerCase(),
    probableCause: said.perfAlarmProbableCause ?? 'thresholdCrossed',
    specificProblem: said.perfAlarmSpecSpecificProblem ?? rule.name,
    sourceSystemId: system,
    reportingSystemId: system,
    state: 'raised',
    crossedThresholdInformation: {
      direction,
      granularity: sighting.job.granularity,
      indicatorName: figure.indicator,
      indicatorUnit: figure.unit,
      observedValue: String(figure.value),
      thresholdCrossingDescription: rule.perfAlarmSpecThresholdCrossingDescription,
      threshold: { id: threshold.id, href: threshold.href },
    },
  }
  work.create(work.model.homeOf(kind).page, JSON.parse(JSON.stringify(draft)) as JsonObject, by)
}

/** Clears the alarm of a figure that has returned. */
export function clearAlarm(work: Work, alarm: Document, by: Author): void {
  const attributes = {
    state: 'cleared',
    perceivedSeverity: 'cleared',
    alarmClearedTime: work.now,
    clearSystemId: system,
  }
  work.change(work.model.homeOf(kind).page, alarm.id, attributes, by)
}
