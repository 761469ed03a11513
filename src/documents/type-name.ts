import type { ResourcePage } from '../declare/index.ts'

/** The name of a resource's type, as the official file has it. */
export function typeNameOf(page: ResourcePage): string {
  return page.facts.officialType ?? page.name
}
