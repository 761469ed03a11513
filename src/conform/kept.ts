/** What of a body no server has a say in, and how two versions of it compare. */
import type { ResourcePage, TypeWord } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { partOf } from '../derive/schema.ts'
import { isObject } from './shape.ts'

/**
 * The part of a body that an answer must hold again. States, sums, links and the dates the server keeps are the
 * server's to say; of a task, all but what must be said to ask for it.
 */
export function keptOf(page: ResourcePage, body: JsonObject): JsonObject {
  const names = Object.keys(body).filter((name) => {
    const facts = page.fields[name]?.facts
    if (facts === undefined || facts.isIgnoredFromClient || facts.stamp || isState(page, name)) return false
    return !page.facts.isTask || facts.kind === 'text' || facts.isMandatory
  })
  const isTask = page.facts.isTask === true
  return Object.fromEntries(names.map((name) => [name, keptIn(page.fields[name]?.facts, body[name], isTask)]))
}

/** The paths at which an answer holds something else than is wanted; it may hold more. */
export function lostFrom(wanted: unknown, answered: unknown, path = ''): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(answered) || answered.length !== wanted.length) return [path]
    return wanted.flatMap((element, index) => lostFrom(element, answered[index], `${path}[${index}]`))
  }
  if (isObject(wanted)) {
    if (!isObject(answered)) return [path]
    return Object.entries(wanted).flatMap(([name, value]) =>
      lostFrom(value, answered[name], path === '' ? name : `${path}.${name}`),
    )
  }
  return isSame(wanted, answered) ? [] : [path]
}

/** Whether two values are the same: a date-time may be written in more than one way. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'string' || typeof other !== 'string' || !dateTime.test(one)) return false
  return Date.parse(one) === Date.parse(other)
}

const dateTime = /^\d{4}-\d\d-\d\dT/

/** Whether an attribute tells how it stands, or, as a `trackingRecord` does, how it came to that. */
const isState = (page: ResourcePage, name: string): boolean =>
  name === page.lifecycle?.of ||
  name === page.lifecycle?.movedAt ||
  /(state|status|total|trackingRecord)/i.test(name)

type Facts = ResourcePage['fields'][string]['facts'] | undefined

function keptIn(facts: Facts, value: unknown, isTask: boolean): unknown {
  if (Array.isArray(value)) return value.map((element) => keptIn(facts, element, isTask))
  if (!facts?.of || !isObject(value)) return value
  const { fields }: TypeWord = partOf(facts)
  const members = Object.entries(value).filter(([name]) => {
    const own = fields[name]?.facts
    if (name === 'href' || /(state|status|result|total)/i.test(name) || own?.stamp) return false
    return !isTask || own?.isMandatory === true
  })
  return Object.fromEntries(
    members.map(([name, member]) => [name, keptIn(fields[name]?.facts, member, isTask)]),
  )
}
