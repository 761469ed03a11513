/**
 * Figures: what is measured of a thing. TMF628 and TMF649 name figures but have no resource that holds any; ours are
 * the measures of service tests (TMF653) and the numbers recorded of usage (TMF635).
 */
import { resource, text } from '../declare/index.ts'
import type { JsonObject } from './json.ts'

export interface Figure {
  /** What is measured, such as `downloadSpeed`. */
  readonly indicator: string
  readonly value: number
  readonly unit?: string
  /** The thing it was measured of. */
  readonly object: FigureObject
  /** ISO date-time, as it was reported. */
  readonly time?: string
}

export interface FigureObject {
  readonly id: string
  readonly '@referredType': string
  readonly name?: string
}

/** What a condition on the things that are measured may name. */
export const MeasuredObject = resource('MeasuredObject', {
  meaning: 'A thing of which figures are taken',
  path: 'measuredObject',
  fields: {
    name: text('What the thing is called'),
    '@referredType': text('What kind of thing it is, such as Service'),
  },
})

/** The kinds of documents that hold figures, and how they hold them. */
export const figureSources: Readonly<Record<string, (document: JsonObject) => Figure[]>> = {
  ServiceTest: ofServiceTest,
  Usage: ofUsage,
}

function ofServiceTest({ testMeasure, relatedService, endDateTime }: JsonObject): Figure[] {
  const object = objectOf(relatedService, 'Service')
  if (object === undefined) return []
  return listIn(testMeasure).flatMap(({ metricName, value, unitOfMeasure, captureDateTime }) =>
    figureOf(object, {
      indicator: metricName,
      value: (value as JsonObject | undefined)?.value,
      unit: unitOfMeasure,
      time: captureDateTime ?? endDateTime,
    }),
  )
}

/** Usage is that of the product that was rated, or else of the first party that is named. */
function ofUsage({ usageCharacteristic, ratedProductUsage, relatedParty, usageDate }: JsonObject): Figure[] {
  const object =
    objectOf(listIn(ratedProductUsage)[0]?.productRef, 'Product') ??
    objectOf(listIn(relatedParty)[0], 'Party')
  if (object === undefined) return []
  return listIn(usageCharacteristic).flatMap(({ name, value }) =>
    figureOf(object, { indicator: name, value, unit: undefined, time: usageDate }),
  )
}

interface Told {
  readonly indicator: unknown
  readonly value: unknown
  readonly unit: unknown
  readonly time: unknown
}

/** A figure, if what is told is one: named, and a number, which clients also send as a text. */
function figureOf(object: FigureObject, { indicator, value, unit, time }: Told): Figure[] {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
  if (typeof indicator !== 'string' || !isNumber) return []
  return [
    {
      indicator,
      value: Number(value),
      object,
      ...(typeof unit === 'string' ? { unit } : {}),
      ...(typeof time === 'string' ? { time } : {}),
    },
  ]
}

function objectOf(reference: unknown, type: string): FigureObject | undefined {
  const { id, name, '@referredType': said } = (reference ?? {}) as JsonObject
  if (typeof id !== 'string') return undefined
  const referred = typeof said === 'string' ? said : type
  return { id, '@referredType': referred, ...(typeof name === 'string' ? { name } : {}) }
}

const listIn = (value: unknown): JsonObject[] => (Array.isArray(value) ? value : [])
