import { ownPathWithin } from './own-path.ts'

/** Of an href only the path counts, from the API on: the host and its prefix depend on who asks (section 9.3). */
export function pathOf(href: string): string {
  const path = href.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const start = path.search(ownPathWithin)
  return start > 0 ? path.slice(start) : path
}
