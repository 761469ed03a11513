/** When a type of one API is the same as the type of that name in another. */
import { createHash } from 'node:crypto'
import type { ApiDraft } from './api-draft.ts'
import { type Attributes, generic, plainKind } from './attribute.ts'

/** After so many rounds, types that differ this deep down have been told apart. */
const rounds = 10

/**
 * The identity of each type of an API: its business attributes, and the identities of the types they hold.
 * Refined round by round, since types hold each other in circles.
 */
export function identitiesOf({ types }: ApiDraft): ReadonlyMap<string, string> {
  let round = new Map<string, string>()
  for (let depth = 0; depth < rounds; depth++) {
    round = new Map([...types].map(([name, attributes]) => [name, digest(shapeOf(name, attributes, round))]))
  }
  return round
}

function shapeOf(name: string, attributes: Attributes, identities: ReadonlyMap<string, string>): string {
  const lines = [...attributes]
    .filter(([attribute]) => !generic.has(attribute))
    .map(([attribute, facts]) => {
      const kind = facts.of ? `${facts.of}{${identities.get(facts.of) ?? ''}}` : plainKind(facts)
      return `${attribute}${facts.mandatory ? '!' : ''}:${facts.isList ? 'list ' : ''}${kind}`
    })
  const needsId = attributes.get('id')?.mandatory ? 'id!' : ''
  return `${name} ${needsId} ${lines.sort().join(',')}`
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 12)
}
