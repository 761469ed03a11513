import { Refusal, type ResourcePage } from '../declare/index.ts'
import type { Filter } from '../derive/condition.ts'
import type { JsonObject } from '../derive/json.ts'
import { matches } from '../derive/matches.ts'

/**
 * Whether a filter selects an event. One that would look at too many values of it does not: there is nobody to refuse
 * it to, and others wait.
 */
export function selects(page: ResourcePage, filter: Filter, body: JsonObject): boolean {
  try {
    return matches(page, filter, body)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
