/** The filter grammar's executor in memory: decides whether a document matches (wire contract, section 9.3). */
import type { ResourcePage } from '../declare/index.ts'
import { type Condition, type Filter, readInstants, readNumber } from './filter.ts'
import { valuesAt } from './path.ts'
import type { JsonObject } from './validate.ts'

/** Whether every group of the filter holds for a document. */
export function matches(page: ResourcePage, filter: Filter, document: JsonObject): boolean {
  return filter.every((group) => group.some((condition) => holds(page, condition, document)))
}

function holds(page: ResourcePage, condition: Condition, document: JsonObject): boolean {
  const found = valuesAt(document, condition.path)
  const isType = condition.path.length === 1 && condition.path[0] === '@type'
  const values = isType && found.length === 0 ? [page.name] : found
  return values.some((value) => condition.values.some((wanted) => isEqual(condition, value, wanted)))
}

function isEqual({ kind, path }: Condition, value: unknown, wanted: string): boolean {
  switch (kind) {
    case 'integer':
    case 'number':
      return typeof value === 'number' && value === readNumber(wanted)
    case 'yesNo':
      return typeof value === 'boolean' && String(value) === wanted
    case 'dateTime': {
      const instant = typeof value === 'string' ? readInstants(value) : undefined
      const range = readInstants(wanted)
      return instant !== undefined && range !== undefined && instant[0] >= range[0] && instant[0] < range[1]
    }
    case 'any':
      return typeof value === 'number'
        ? value === readNumber(wanted)
        : String(value) === wanted && !isObject(value)
    default:
      if (path.length === 1 && path[0] === 'href') return pathOf(String(value)) === pathOf(wanted)
      return value === wanted
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Of an href only the path counts, from the API on: the host and its prefix depend on who asks. */
export function pathOf(href: string): string {
  const path = href.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const start = path.indexOf('/tmf-api/')
  return start > 0 ? path.slice(start) : path
}
