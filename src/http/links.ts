/** The Link header of a page of a list (RFC 8288; wire contract, section 7). */

import { queryParts } from '../derive/query-string.ts'

/** Links by their relation: each is the query that was sent, with other paging parameters. */
export function linksHeader(url: string, query: string, relations: Readonly<Record<string, string>>): string {
  const kept = keptParts(query)
  return Object.entries(relations)
    .map(([relation, paging]) => `<${url}?${[...kept, paging].join('&')}>; rel="${relation}"`)
    .join(', ')
}

/** The parts of the query that every page shares, safe to stand in a header. */
function keptParts(query: string): string[] {
  return queryParts(query)
    .filter(({ decoded }) => decoded !== '' && !/^(offset|limit|after|before)=/.test(decoded))
    .map(({ raw }) => raw.replace(/[<>"\\^`{|}]/g, encodeURIComponent))
}
