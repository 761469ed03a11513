/** Whether one JSON value holds another, as a sample tells which documents are meant. */

/** Every member of the sample is in the value; every element of a list of the sample is like one of the value's. */
export function holds(value: unknown, sample: unknown): boolean {
  if (Array.isArray(sample)) {
    return Array.isArray(value) && sample.every((wanted) => value.some((element) => holds(element, wanted)))
  }
  if (typeof sample !== 'object' || sample === null) return value === sample
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(sample).every(
    ([name, wanted]) => Object.hasOwn(value, name) && holds((value as Record<string, unknown>)[name], wanted),
  )
}
