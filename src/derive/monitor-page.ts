/** Which resources of an API may have a request of theirs told by a monitor. */
import type { ApiPage, ResourcePage } from '../declare/index.ts'

/** The page of the monitors of a resource. Orders and tasks have none: they tell themselves how far they are. */
export function monitorPageOf({ resources }: ApiPage, { facts }: ResourcePage): ResourcePage | undefined {
  if (facts.isOrder || facts.isTask) return undefined
  return resources.find((page) => page.facts.isMonitor)
}
