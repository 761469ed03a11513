/** An API of the suite: its number, version, base path and the resources it serves. */
import type { Domain } from './domain.ts'
import { type Announcement, eventEndings, type ResourcePage } from './resource.ts'

export interface ApiPage {
  /** The TM Forum number, such as `TMF641`. */
  readonly number: string
  /** The name in words, such as `Service Ordering`. */
  readonly name: string
  /** The version of the official file the pages follow. */
  readonly version: string
  /** 5 for an API of the second generation (wire contract, section 26); the others are of the first, called v4. */
  readonly generation?: 5
  /** Whether the pages follow the public description of the API, because its official file is not to be had. */
  readonly isFromDescription?: boolean
  /** The canonical base path, without a slash at the end. */
  readonly path: string
  /** The domain the API is listed under. */
  readonly domain: Domain
  readonly resources: readonly ResourcePage[]
}

/** Declares an API. */
export function api(page: ApiPage): ApiPage {
  return page
}

/** The `domain` attribute of the API's events: its name without blanks (`ServiceOrdering`). */
export function eventDomain(page: ApiPage): string {
  return page.name.replace(/\s+/g, '')
}

/** The event type of an announcement of a resource: `ServiceOrderStateChangeEvent`. */
export function eventType(resource: ResourcePage, announcement: Announcement): string {
  return announcement in eventEndings
    ? resource.name + eventEndings[announcement as keyof typeof eventEndings]
    : announcement
}

/** All event types a resource announces. */
export function eventTypes(resource: ResourcePage): string[] {
  return [...resource.announces].map((announcement) => eventType(resource, announcement))
}
