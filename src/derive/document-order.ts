import type { Finding } from '../declare/index.ts'

/**
 * Findings in the order in which a reader of the document comes to them (wire contract, section 5): what is missing comes
 * after what its holder has.
 */
export function inDocumentOrder(findings: readonly Finding[], document: object): Finding[] {
  return findings
    .map((finding) => ({ finding, place: placeOf(finding.path, document) }))
    .sort((one, other) => compared(one.place, other.place))
    .map(({ finding }) => finding)
}

/** Where a path such as `serviceOrderItem[0].action` leads, as the position of each step in what holds it. */
function placeOf(path: string, document: object): number[] {
  let holder: unknown = document
  return (path.match(/[^.[\]]+/g) ?? []).map((step) => {
    const names =
      typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? Object.keys(holder) : []
    const position = Array.isArray(holder) ? Number(step) : names.indexOf(step)
    holder = position < 0 ? undefined : (holder as Readonly<Record<string, unknown>>)[step]
    return position < 0 ? names.length : position
  })
}

function compared(one: readonly number[], other: readonly number[]): number {
  const apart = one.findIndex((position, step) => position !== other[step])
  return apart < 0 ? one.length - other.length : (one[apart] ?? 0) - (other[apart] ?? -1)
}
