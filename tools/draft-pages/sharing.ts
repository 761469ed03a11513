/** Which types are the same in several APIs, and from which API the shared form is taken. */
import type { ApiDraft } from './api-draft.ts'
import { type Attribute, type Attributes, heldTypes } from './attribute.ts'
import { Variants } from './variants.ts'

type Sources = Map<string, ApiDraft>

export class Sharing {
  readonly #variants: Variants
  /** The API each shared type is taken from, by the type's name. */
  readonly #sources: ReadonlyMap<string, ApiDraft>

  constructor(apis: readonly ApiDraft[]) {
    this.#variants = new Variants(apis)
    this.#sources = closed(mostCommon(this.#variants), this.#variants)
  }

  /** The names of the shared types. */
  names(): string[] {
    return [...this.#sources.keys()]
  }

  /** Whether there is a shared type of the name, whatever it is in this or that API. */
  has(name: string): boolean {
    return this.#sources.has(name)
  }

  /** Whether the shared type of the name is the one that the API means. */
  isSharedIn(api: ApiDraft, name: string): boolean {
    return isSharedIn(api, name, this.#sources, this.#variants)
  }

  /** Whether the API means by the name what the shared type `holder` means by it. */
  meansAlike(api: ApiDraft, name: string, holder: string): boolean {
    const source = this.#sources.get(holder)
    return source !== undefined && this.#variants.areSame(source, api, name)
  }

  /** The attributes of a shared type; with id and href when any API that shares it has them. */
  attributesOf(name: string): Attributes {
    const own = this.#sources.get(name)?.types.get(name)
    const attributes = new Map<string, Attribute>()
    if (own === undefined) return attributes
    const alike = this.#variants.having(name).filter((api) => this.isSharedIn(api, name))
    for (const wanted of ['id', 'href']) {
      const found = own.get(wanted) ?? alike.map((api) => api.types.get(name)?.get(wanted)).find(Boolean)
      if (found) attributes.set(wanted, found)
    }
    for (const [attribute, facts] of own) attributes.set(attribute, facts)
    return attributes
  }
}

function isSharedIn(
  api: ApiDraft,
  name: string,
  sources: ReadonlyMap<string, ApiDraft>,
  variants: Variants,
): boolean {
  const source = sources.get(name)
  return source !== undefined && variants.areSame(source, api, name)
}

/**
 * For each type that two APIs or more have, its most common variant; only one whose own parts are not shared in
 * another form. Types are looked at after those they hold.
 */
function mostCommon(variants: Variants): Sources {
  const sources: Sources = new Map()
  const seen = new Set<string>()
  const choose = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const candidates = variants.mostCommonFirst(name)
    for (const api of candidates) for (const held of heldTypes(api.types.get(name))) choose(held)
    if (variants.having(name).length < 2) return
    const fit = candidates.find((api) =>
      heldTypes(api.types.get(name)).every(
        (held) => held === name || !sources.has(held) || isSharedIn(api, held, sources, variants),
      ),
    )
    if (fit) sources.set(name, fit)
  }
  for (const name of variants.names()) choose(name)
  return sources
}

/** The same, with what shared types hold shared as well; a type for which that cannot be had is not shared. */
function closed(chosen: Sources, variants: Variants): Sources {
  const sources = new Map(chosen)
  const givenUp = new Set<string>()
  for (let changed = true; changed; ) {
    changed = false
    for (const [name, api] of sources) {
      const held = heldTypes(api.types.get(name)).find((each) => !isSharedIn(api, each, sources, variants))
      if (held === undefined) continue
      changed = true
      if (sources.has(held) || givenUp.has(held)) {
        sources.delete(name)
        givenUp.add(name)
      } else sources.set(held, api)
    }
  }
  return sources
}
