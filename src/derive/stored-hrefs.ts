/**
 * Hrefs of our own documents are stored without a host, and shown with the one the client reached us by. A client that
 * sends back what it has read has changed nothing: the path is what counts (wire contract, section 12).
 */
import type { JsonObject } from './json.ts'
import { pathOf } from './link-path.ts'
import { ownPath } from './own-path.ts'

/** The document after a change, with the hrefs it had before wherever a client has sent them back as they were shown. */
export function withStoredHrefs(before: JsonObject, after: JsonObject): JsonObject {
  const stored = new Set<string>()
  collect(before, stored)
  return stored.size === 0 ? after : (restored(after, stored) as JsonObject)
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (isLink(name) && typeof member === 'string' && ownPath.test(member)) found.add(member)
    else collect(member, found)
  }
}

/** Parts in which no href is restored stay the same objects. */
function restored(value: unknown, stored: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const elements = value.map((element) => restored(element, stored))
    return elements.some((element, index) => element !== value[index]) ? elements : value
  }
  let copy: JsonObject | undefined
  for (const [name, member] of Object.entries(value)) {
    const is = isLink(name) ? storedHref(member, stored) : restored(member, stored)
    if (is === member) continue
    copy ??= { ...value }
    copy[name] = is
  }
  return copy ?? value
}

/** A file that we serve is known by its `url`. */
const isLink = (name: string): boolean => name === 'href' || name === 'url'

function storedHref(href: unknown, stored: ReadonlySet<string>): unknown {
  if (typeof href !== 'string' || href.startsWith('/')) return href
  const path = pathOf(href)
  return stored.has(path) ? path : href
}
