/** Which events tell of a change, and how an event looks on the wire (wire contract, section 21). */
import { isDeepStrictEqual } from 'node:util'
import {
  type Announcement,
  type ApiPage,
  eventDomain,
  eventEndings,
  eventType,
  type ResourcePage,
} from '../declare/index.ts'
import { changedAttributes, stateOf } from './change.ts'
import type { JsonObject } from './validate.ts'

/** An event to announce: its type, and the changed paths where the type tells them. */
export interface Announced {
  readonly type: string
  readonly path?: string
}

/** The event of a creation, if the page announces any. */
export function eventsOfCreation(page: ResourcePage): Announced[] {
  return announced(page, 'created')
}

export function eventsOfRemoval(page: ResourcePage): Announced[] {
  return announced(page, 'deleted')
}

/** The events of a change: of the attributes first, then of the state (section 21.3). */
export function eventsOfChange(page: ResourcePage, before: JsonObject, after: JsonObject): Announced[] {
  const kept = new Set(
    Object.entries(page.fields)
      .filter(([, { facts }]) => facts.stamp === 'change')
      .map(([name]) => name),
  ).add(page.lifecycle?.movedAt ?? '')
  const changed = changedAttributes(before, after).filter((name) => !kept.has(name))
  if (changed.length === 0) return []
  if (page.announces.has('anyChange')) return announced(page, 'anyChange')
  const isMove = stateOf(page, before) !== stateOf(page, after)
  const others = changed.filter((name) => !isMove || name !== page.lifecycle?.of)
  const events: Announced[] = []
  if (others.length > 0) {
    events.push(...announced(page, 'changed').map((event) => ({ ...event, path: others.join(',') })))
  }
  if (isMove) events.push(...moved.flatMap((announcement) => announced(page, announcement)))
  return [...events, ...eventsOfMoments(page, before, after)]
}

/** The events that a change has besides its own. */
function eventsOfMoments(page: ResourcePage, before: JsonObject, after: JsonObject): Announced[] {
  const state = stateOf(page, after)
  const isEntered = state !== stateOf(page, before)
  return Object.entries(page.facts.moments ?? {}).flatMap(([announcement, moment]) => {
    if (moment === undefined) return []
    const isHere =
      'grows' in moment
        ? hasGrown(before[moment.grows], after[moment.grows])
        : isEntered && state === moment.enters
    const path = 'asks' in moment ? moment.asks : undefined
    const events = isHere ? announced(page, announcement as Announcement) : []
    return path === undefined ? events : events.map((event) => ({ ...event, path }))
  })
}

/** Whether a list has an element that it had not. */
function hasGrown(before: unknown, after: unknown): boolean {
  const had = Array.isArray(before) ? before : []
  return Array.isArray(after) && after.some((each) => !had.some((other) => isSameElement(each, other)))
}

/** One that has a number is the same whatever else is said of it. */
function isSameElement(one: JsonObject, other: JsonObject): boolean {
  return one.id !== undefined && other.id !== undefined ? one.id === other.id : isDeepStrictEqual(one, other)
}

/** What a page announces when a document moves to another state; each page has one of them. */
const moved = ['stateChanged', 'statusChanged', 'executionStateChanged'] as const

function announced(page: ResourcePage, announcement: Announcement): Announced[] {
  return page.announces.has(announcement) ? [{ type: eventType(page, announcement) }] : []
}

/** An event as the log keeps it. */
export interface EventRecord {
  readonly id: string
  readonly type: string
  readonly kind: string
  readonly entityId: string
  readonly correlationId: string
  /** ISO date-time. */
  readonly time: string
  readonly path?: string | null
  readonly resource: JsonObject
}

/**
 * The envelope of TMF630 part 1: `timeOcurred` is spelt as the v4 files have it. Those of v5 define both spellings, and
 * name the type of the event as that of any value.
 */
export function envelopeOf(event: EventRecord, page: ResourcePage, api: ApiPage): JsonObject {
  const state = stateOf(page, event.resource)
  return {
    eventId: event.id,
    eventTime: event.time,
    eventType: event.type,
    correlationId: event.correlationId,
    domain: eventDomain(api),
    title: titleOf(event.type),
    description: `${page.member} ${event.entityId}${state === undefined ? '' : ` is ${state}`}`,
    priority: /Jeopardy|Alarm/.test(event.type) ? 'high' : 'normal',
    timeOcurred: event.time,
    ...(event.path ? { fieldPath: event.path } : {}),
    event: { [page.member]: event.resource },
    ...(api.generation === 5 ? { timeOccurred: event.time, '@type': event.type, '@baseType': 'Event' } : {}),
  }
}

/** `ServiceOrderStateChangeEvent` in words: `Service order state change`. */
function titleOf(type: string): string {
  const words = type
    .replace(/Event$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The name of a listener for an event: `serviceOrderStateChangeEvent`. */
export function listenerName(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1)
}

/** The page of a kind that announces an event type, where several show the same kind. */
export function announces(page: ResourcePage, type: string): boolean {
  return [...page.announces].some(
    (announcement) => (announcement in eventEndings ? eventType(page, announcement) : announcement) === type,
  )
}
