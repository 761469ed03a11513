/**
 * All types there are for a tenant: those of the pages, and those it has registered. It gives the pages that documents
 * are judged and looked for by, and judges the `@type` a document names (wire contract, section 24).
 */

import { type ResourcePage, refuse, type TypeWord, type UnknownAttributes } from '../declare/index.ts'
import { aOrAn } from './article.ts'
import type { JsonObject } from './json.ts'
import { nearest } from './nearest.ts'
import { type RegisteredType, schemaPathOf } from './registered-type.ts'
import { pageOfType } from './typed-page.ts'

/** What becomes of attributes that are not known: for resources by name, and for all others. */
export interface UnknownAttributesPolicy {
  readonly otherwise: UnknownAttributes
  readonly byResource: ReadonlyMap<string, UnknownAttributes>
}

export const rejecting: UnknownAttributesPolicy = { otherwise: 'reject', byResource: new Map() }

/** A type that would be known if the schema at its `@schemaLocation` were. */
export interface UnresolvedType {
  readonly name: string
  readonly baseType: string
  readonly location: string
}

export class TypeTable {
  readonly #pages: readonly ResourcePage[]
  readonly #registered: readonly RegisteredType[]
  readonly #policy: UnknownAttributesPolicy
  readonly #known = new Map<ResourcePage, ResourcePage>()
  readonly #ofPages: ReadonlySet<string>

  /** `registered` come after the types they extend. */
  constructor(
    pages: readonly ResourcePage[],
    registered: readonly RegisteredType[] = [],
    policy: UnknownAttributesPolicy = rejecting,
  ) {
    this.#pages = pages
    this.#registered = registered
    this.#policy = policy
    this.#ofPages = new Set(
      pages.flatMap((page) => [page.name, ...page.type.subtypes.map((type) => type.name)]),
    )
  }

  /** A page with all its subtypes, and what becomes here of attributes it does not know. */
  pageOf(page: ResourcePage): ResourcePage {
    let known = this.#known.get(page)
    if (known === undefined) {
      known = this.#extended(page)
      this.#known.set(page, known)
    }
    return known
  }

  /** The page by which a document is judged: that of its type; undefined for a type that the collection does not know. */
  knownPageOf(page: ResourcePage, { '@type': name }: JsonObject): ResourcePage | undefined {
    const whole = this.pageOf(page)
    if (typeof name !== 'string' || isOwnType(page, name)) return whole
    const typed = pageOfType(whole, name)
    return typed === whole ? undefined : typed
  }

  /**
   * What is to be made of a document of a type that the collection does not know: when it says what it extends and
   * where its schema is, that schema has to be had; else it may have no attributes beyond those of the page. Throws
   * `unknownType` when its type, or what it extends, belongs elsewhere.
   */
  pageOfUnknown(page: ResourcePage, document: JsonObject): ResourcePage | UnresolvedType {
    const { '@type': type, '@baseType': baseType, '@schemaLocation': location } = document
    const name = String(type)
    if (this.#knows(name)) throw unknownType(page, `@type '${name}'`)
    if (typeof baseType !== 'string') return this.pageOf(page)
    const isOurs = this.knownPageOf(page, { '@type': baseType }) !== undefined
    if (!isOurs && this.#knows(baseType)) throw unknownType(page, `@baseType '${baseType}'`)
    return isOurs && typeof location === 'string' ? { name, baseType, location } : this.pageOf(page)
  }

  /** Whether a type is one that the pages declare. */
  isOfPages(name: string): boolean {
    return this.#ofPages.has(name)
  }

  /** The schema at a location, where a registered type has it: ours by its path, whatever the host is called. */
  schemaAt(location: string): unknown {
    const path = URL.canParse(location) ? new URL(location).pathname : location
    return this.#registered.find(
      ({ name, locations }) => locations.includes(location) || path.endsWith(schemaPathOf(name)),
    )?.schema
  }

  /** The first page whose documents may be of a type. */
  homeOf(name: unknown, pages: readonly ResourcePage[] = this.#pages): ResourcePage | undefined {
    if (typeof name !== 'string') return undefined
    return (
      pages.find((page) => isOwnType(page, name)) ??
      pages.find((page) => this.knownPageOf(page, { '@type': name }) !== undefined)
    )
  }

  /** A hint at the types whose names look most like one that is not known. */
  nearest(name: string): string {
    return nearest(name, [...this.#ofPages, ...this.#registered.map((type) => type.name)])
  }

  #knows(name: string): boolean {
    return this.#ofPages.has(name) || this.#registered.some((type) => type.name === name)
  }

  #extended(page: ResourcePage): ResourcePage {
    const subtypes = new Map<string, TypeWord>(page.type.subtypes.map((type) => [type.name, type]))
    for (const type of this.#registered) {
      const base = subtypes.get(type.baseType)
      if (base !== undefined || isOwnType(page, type.baseType)) subtypes.set(type.name, type.of(page, base))
    }
    const { byResource, otherwise } = this.#policy
    const unknownAttributes = byResource.get(page.name) ?? otherwise
    if (subtypes.size === page.type.subtypes.length && unknownAttributes === 'reject') return page
    return page.with({ subtypes: [...subtypes.values()], unknownAttributes })
  }
}

/** Whether a name is that of the page's own type, in our words or in those of the official file. */
function isOwnType(page: ResourcePage, name: string): boolean {
  return name === page.name || name === page.facts.officialType
}

function unknownType(page: ResourcePage, what: string) {
  return refuse('unknownType', `${what.slice(0, 200)} is no type of ${aOrAn(page.member)}`)
}
