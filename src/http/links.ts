/** The Link header of a page of a list (RFC 8288; wire contract, section 7). */

import { queryParts } from '../derive/query-string.ts'

/** Proxies and clients take headers of so many characters; a query may be twice as long. */
const longest = 8_192
/** What is left out first, and what last. */
const unimportant = ['self', 'last', 'first', 'prev', 'next', '']

/**
 * Links by their relation: each is the query that was sent, with other paging parameters. Of a query so long that the
 * header would be too, those that matter least are left out; undefined when none is left.
 */
export function linksHeader(
  url: string,
  query: string,
  relations: Readonly<Record<string, string>>,
): string | undefined {
  const kept = keptParts(query)
  const links = new Map(
    Object.entries(relations).map(([relation, paging]) => [
      relation,
      `<${url}?${[...kept, paging].join('&')}>; rel="${relation}"`,
    ]),
  )
  for (const relation of unimportant) {
    const header = [...links.values()].join(', ')
    if (header.length <= longest) return header
    links.delete(relation)
  }
  return undefined
}

/** The parts of the query that every page shares, safe to stand in a header. */
function keptParts(query: string): string[] {
  return queryParts(query)
    .filter(({ decoded }) => decoded !== '' && !/^(offset|limit|after|before)=/.test(decoded))
    .map(({ raw }) => raw.replace(/[<>"\\^`{|}]/g, encodeURIComponent))
}
