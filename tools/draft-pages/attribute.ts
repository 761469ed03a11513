/** The facts about an attribute, as our words for fields put them. */

type Kind = 'any' | 'base64' | 'dateTime' | 'integer' | 'number' | 'oneOf' | 'part' | 'text' | 'uri' | 'yesNo'

export interface Attribute {
  readonly kind: Kind
  /** The type of a part. */
  readonly of?: string
  /** What a `oneOf` may be. */
  readonly values?: readonly string[]
  readonly isList: boolean
  readonly mandatory: boolean
}

/** A type's attributes by name, in the order of the official file. */
export type Attributes = ReadonlyMap<string, Attribute>

/** What every document may carry; pages do not repeat it. */
export const envelope: readonly string[] = ['@type', '@baseType', '@schemaLocation']

/** Attributes that say nothing of the business: types that differ only in them are the same. */
export const generic: ReadonlySet<string> = new Set([...envelope, 'id', 'href', '@referredType'])

/** The kind as far as it makes a difference between types: a URI is a text there. */
export function plainKind({ kind, values }: Attribute): string {
  if (kind === 'oneOf') return `(${values?.join('|')})`
  return kind === 'uri' || kind === 'base64' ? 'text' : kind
}

/** The types that attributes hold, in order. */
export function heldTypes(attributes: Attributes | undefined): string[] {
  return [...(attributes?.values() ?? [])].flatMap(({ of }) => (of === undefined ? [] : [of]))
}
