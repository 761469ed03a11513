/** What the tasks of TMF664 make of a resource function. Undefined: the task cannot be carried out. */
import type { JsonObject } from './json.ts'

/** The attributes of the function that a task changes. */
export type FunctionTask = (task: JsonObject, before: JsonObject) => JsonObject | undefined

/** A function that was healed can work again, whatever ailed it. */
export const healed: FunctionTask = (_task, { resourceStatus }) => ({
  operationalState: 'enable',
  ...(resourceStatus === 'standby' || resourceStatus === 'reserved' ? {} : { resourceStatus: 'available' }),
})

/**
 * A function grows or shrinks by some steps of an aspect: the characteristic of that name (`scaleLevel` when none is
 * named) counts them. It cannot shrink below nothing, and a `scaleType` must say in or out, down or up.
 */
export const scaled: FunctionTask = ({ aspectId, numberOfSteps, scaleType }, before) => {
  const sign = /(out|up)$/i.test(String(scaleType))
    ? 1
    : /(in|down)$/i.test(String(scaleType))
      ? -1
      : undefined
  const steps = Number(numberOfSteps)
  if (sign === undefined || steps < 0) return undefined
  const name = aspectId === undefined ? 'scaleLevel' : String(aspectId)
  const characteristics = (before.resourceCharacteristic as JsonObject[] | undefined) ?? []
  const known = characteristics.find((each) => each.name === name)
  const level = Number(known?.value ?? 0) + sign * steps
  if (!Number.isSafeInteger(level) || level < 0) return undefined
  const changed = { ...known, name, value: level, valueType: 'integer' }
  return {
    resourceCharacteristic: known
      ? characteristics.map((each) => (each === known ? changed : each))
      : [...characteristics, changed],
  }
}

/** A function moves to another place, and gains and loses connection points with it. */
export const migrated: FunctionTask = ({ place, addConnectionPoint, removeConnectionPoint }, before) => {
  const gained = listOf(addConnectionPoint)
  const gone = new Set([...listOf(removeConnectionPoint), ...gained].map(({ id }) => id))
  const kept = listOf(before.connectionPoint).filter(({ id }) => !gone.has(id))
  const points = [...kept, ...gained]
  const had = before.connectionPoint !== undefined
  return {
    ...(place === undefined ? {} : { place: { role: 'location', ...(place as JsonObject) } }),
    ...(points.length > 0 || had ? { connectionPoint: points.length > 0 ? points : undefined } : {}),
  }
}

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value : [])
