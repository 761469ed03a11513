/** The Link header of a page of a list (RFC 8288; wire contract, section 7). */

/** Links by their relation: each is the query that was sent, with other paging parameters. */
export function linksHeader(url: string, query: string, relations: Readonly<Record<string, string>>): string {
  const kept = keptPieces(query)
  return Object.entries(relations)
    .map(([relation, paging]) => `<${url}?${[...kept, paging].join('&')}>; rel="${relation}"`)
    .join(', ')
}

/** The pieces of the query that every page shares, safe to stand in a header. */
function keptPieces(query: string): string[] {
  return query
    .split('&')
    .filter((piece) => piece !== '' && !/^(offset|limit|after|before)=/.test(decodeURIComponent(piece)))
    .map((piece) => piece.replace(/[<>"\\^`{|}]/g, encodeURIComponent))
}
