/** A place where the pages say something else than the official file on purpose, and why. */
export interface Departure {
  /** The number of the API; `*` stands for any run of characters, here and in `where`. */
  readonly api: string
  /** An operation, or a type and its attribute, such as `*RefOrValue.id`. */
  readonly where: string
  /** The difference in a fixed phrase, such as `not enforced`; `docs/conformance.md` tells them all. */
  readonly what: string
  readonly reason: string
}

/** Whether a text is what a pattern of a departure means. */
export function fits(text: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${source}$`).test(text)
}
