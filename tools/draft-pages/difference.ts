/** How an API's own type differs from the shared one of its name. */
import type { ApiDraft } from './api-draft.ts'
import { type Attribute, generic, plainKind } from './attribute.ts'
import type { Sharing } from './sharing.ts'

export interface Difference {
  /** Attributes of the shared type that the own one has not. */
  readonly missing: readonly string[]
  /** Attributes that differ only in being mandatory here. */
  readonly needing: readonly string[]
  /** Attributes that differ only in not being mandatory here. */
  readonly notNeeding: readonly string[]
  /** Attributes that are new, or something else. */
  readonly others: readonly (readonly [name: string, facts: Attribute])[]
}

/** Compares an API's type with the shared one. */
export function differenceOf(api: ApiDraft, name: string, sharing: Sharing): Difference {
  const shared = sharing.attributesOf(name)
  const own = [...(api.types.get(name) ?? [])]
  const ownNames = new Set(own.map(([attribute]) => attribute))
  const changed = own.filter(([attribute, facts]) => {
    const before = shared.get(attribute)
    if (generic.has(attribute)) return attribute === 'id' && facts.mandatory !== before?.mandatory
    if (before === undefined || !isSameField(facts, before)) return true
    return facts.of !== undefined && !sharing.meansAlike(api, facts.of, name)
  })
  const isMark = ([attribute, facts]: (typeof own)[number]) => differsInMark(facts, shared.get(attribute))
  const marks = changed.filter(isMark)
  const namesOf = (entries: typeof own) => entries.map(([attribute]) => attribute)
  return {
    missing: [...shared.keys()].filter((attribute) => !ownNames.has(attribute) && !generic.has(attribute)),
    needing: namesOf(marks.filter(([, facts]) => facts.mandatory)),
    notNeeding: namesOf(marks.filter(([, facts]) => !facts.mandatory)),
    others: changed.filter((entry) => !isMark(entry)),
  }
}

function isSameField(one: Attribute, other: Attribute): boolean {
  return (
    plainKind(one) === plainKind(other) &&
    one.of === other.of &&
    one.isList === other.isList &&
    one.mandatory === other.mandatory
  )
}

/** Whether a simple field is the same but mandatory in one place and not in the other. */
function differsInMark(own: Attribute, shared: Attribute | undefined): boolean {
  if (shared === undefined || own.of !== undefined || own.mandatory === shared.mandatory) return false
  return own.kind === shared.kind && isSameField({ ...own, mandatory: shared.mandatory }, shared)
}
