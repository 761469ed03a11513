/**
 * The versions of a catalogue entity (wire contract, section 2.5). One of them answers for the id and is stored under
 * it; each other is stored under the id with its version, as in a path: `42:(version=1.0)`.
 */
import type { Filter } from './condition.ts'
import type { JsonObject } from './validate.ts'

/** The key a version is stored under when it does not answer for the id. */
export function versionKey(id: string, version: string): string {
  return `${id}:(version=${version})`
}

/** The id and version a key or a path segment names; the whole text is the id when it names no version. */
export function splitVersionKey(key: string): { readonly id: string; readonly version?: string } {
  const [, id, version] = /^(.+):\(version=(.*)\)$/s.exec(key) ?? []
  return id === undefined || version === undefined ? { id: key } : { id, version }
}

/** The version of a document; a document without one has the version ''. */
export function versionOf(document: JsonObject): string {
  return typeof document.version === 'string' ? document.version : ''
}

/**
 * Orders versions dot-part by dot-part: numbers by value (1.9 comes before 1.10), other texts after them by code point,
 * and a version before those that go on where it ends.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.'), other.split('.')]
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = compareParts(a[index], b[index])
    if (difference !== 0) return difference
  }
  return 0
}

function compareParts(one = '', other = ''): number {
  const difference = rankOf(one) - rankOf(other) || (isNumber(one) ? Number(one) - Number(other) : 0)
  if (difference !== 0 || one === other) return difference
  return one < other ? -1 : 1
}

const isNumber = (part: string): boolean => /^\d+$/.test(part)
const rankOf = (part: string): number => (part === '' ? 0 : isNumber(part) ? 1 : 2)

const inUse = new Set(['active', 'launched'])

/** The version that answers for the id: the highest of those in use, else the highest. */
export function chosenVersion<Document extends JsonObject>(
  versions: readonly Document[],
): Document | undefined {
  const live = versions.filter(({ lifecycleStatus }) => inUse.has(String(lifecycleStatus).toLowerCase()))
  const candidates = live.length > 0 ? live : versions
  return [...candidates].sort((a, b) => compareVersions(versionOf(b), versionOf(a)))[0]
}

/** Whether a query asks about versions itself, so that a list has them all and not only the one that answers. */
export function asksForVersions(filter: Filter): boolean {
  return filter.some((group) => group.some((test) => test.is === 'condition' && test.path[0] === 'version'))
}
