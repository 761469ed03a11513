/**
 * A view: a resource whose documents are those of another, of a later edition, shown under the names of its own. Nothing
 * of them is kept twice. The page says what is called how; `derive/view.ts` reads it.
 */
export interface View extends Renaming {
  /** The kind whose documents are shown. */
  readonly of: string
}

/** How the attributes of a value are called here, and there. */
export interface Renaming {
  /** Names here and there, where they differ. */
  readonly names?: Readonly<Record<string, string>>
  /** Values here and there of an attribute, by its name here. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** How the parts of an attribute are called, by its name here. */
  readonly parts?: Readonly<Record<string, Renaming>>
  /** Attributes that are a list here and one value there. */
  readonly lists?: readonly string[]
  /** Attributes that are one value here and a list there. */
  readonly singles?: readonly string[]
  /** Numbers here, with the attribute that holds their unit, that are a quantity or a sum of money there. */
  readonly amounts?: Readonly<Record<string, string>>
  /** Identifiers here that are pointers there. */
  readonly ids?: readonly string[]
  /** Attributes here that have no place there, and are passed over. */
  readonly leftOut?: readonly string[]
  /** Whether what it points to is named by its `href` here, and by its `id` as well there. */
  readonly isNamedByHref?: boolean
}
