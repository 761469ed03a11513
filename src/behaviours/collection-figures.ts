/** Which figures a job of TMF628 gathers, and how a tracking record holds them. */
import type { Document } from '../declare/index.ts'
import type { Figure } from '../derive/figure.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Work } from '../resources/work.ts'
import { figuresSince, objectFilter } from './figures.ts'

/** How many figures one tracking record holds. */
export const maxFigures = 1_000

export interface Period {
  /** ISO date-times. */
  readonly from: string
  readonly until: string
}

/** The figures a job asks for that were taken in a period; newest first. */
export async function gather(work: Work, job: Document, { from, until }: Period): Promise<Figure[]> {
  const indicators = await indicatorsOf(work, job)
  const isMeant = objectsOf(job)
  const [start, end] = [Date.parse(from), Date.parse(until)]
  const recent = await figuresSince(work, from)
  return recent.filter((figure) => {
    const taken = figure.time === undefined ? end : Date.parse(figure.time)
    const isAsked = indicators.size === 0 || indicators.has(figure.indicator)
    return isAsked && isMeant(figure) && taken >= start && taken <= end
  })
}

/** The figures as characteristics of a tracking record. */
export function figuresAsCharacteristics(figures: readonly Figure[]): JsonObject[] {
  return figures.slice(0, maxFigures).map(({ indicator, ...value }) => ({
    name: indicator,
    valueType: 'object',
    value,
  }))
}

/** Throws a refusal when what a job says about the things to measure cannot be read. */
export function objectsOf({ monitoredClassCriteria }: Document): (figure: Figure) => boolean {
  const { monitoredObjectClass, objectInstanceFilter = '' } = (monitoredClassCriteria ?? {}) as {
    monitoredObjectClass?: string
    objectInstanceFilter?: string
  }
  const isMeant = objectFilter(objectInstanceFilter)
  return (figure) =>
    (monitoredObjectClass === undefined || figure.object['@referredType'] === monitoredObjectClass) &&
    isMeant(figure)
}

interface Named {
  readonly id?: string
  readonly name?: string
}

/** The names of the figures asked for, singly and in groups; none asks for all. */
async function indicatorsOf(work: Work, job: Document): Promise<Set<string>> {
  const groups = (job.performanceIndicatorGroupSpecification ?? []) as {
    performanceIndicatorSpecification?: Named[]
  }[]
  const named: Named[] = [
    ...((job.performanceIndicatorSpecification ?? []) as Named[]),
    ...groups.flatMap(({ performanceIndicatorSpecification = [] }) => performanceIndicatorSpecification),
  ]
  const kind = 'PerformanceIndicatorSpecification'
  const pointed = named.flatMap(({ id, name }) => (id !== undefined && name === undefined ? [id] : []))
  await work.look(pointed.map((id) => ({ kind, id })))
  return new Set(
    named.flatMap(({ id = '', name }) => {
      const found = name ?? work.find(kind, id)?.name
      return typeof found === 'string' ? [found] : [id]
    }),
  )
}
