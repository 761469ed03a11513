/** The whole information model, looked up the ways its readers need: by kind, by API, by collection path. */
import type { ApiPage, ResourcePage } from '../declare/index.ts'

/** A resource page with its place in the suite. */
export interface Collection {
  readonly page: ResourcePage
  readonly api: ApiPage
  /** Path of the collection without host, such as `/tmf-api/serviceOrdering/v4/serviceOrder`; `{parent}` when nested. */
  readonly path: string
}

export class Model {
  readonly apis: readonly ApiPage[]
  readonly collections: readonly Collection[]
  readonly #byKind = new Map<string, Collection>()
  readonly #byPage = new Map<ResourcePage, Collection>()
  readonly #byPath = new Map<string, Collection>()

  constructor(apis: readonly ApiPage[]) {
    this.apis = apis
    this.collections = apis.flatMap((api) =>
      api.resources.map((page) => {
        const parent = page.facts.within
        const path = parent ? `${api.path}/${parent.path}/{parent}/${page.path}` : `${api.path}/${page.path}`
        return { page, api, path }
      }),
    )
    for (const collection of this.collections) {
      this.#byPage.set(collection.page, collection)
      this.#byPath.set(collection.path, collection)
      // Where two APIs show the same kind, the first, an inventory, is its home.
      if (!this.#byKind.has(collection.page.kind)) this.#byKind.set(collection.page.kind, collection)
    }
  }

  get pages(): readonly ResourcePage[] {
    return this.collections.map(({ page }) => page)
  }

  /** Whether an API serves a kind. */
  has(kind: string): boolean {
    return this.#byKind.has(kind)
  }

  /** The home of a kind. Throws when no API serves it: a fault of ours, never of a caller. */
  homeOf(kind: string): Collection {
    const found = this.#byKind.get(kind)
    if (found === undefined) throw new Error(`no API serves ${kind}`)
    return found
  }

  /** The collection at a path. Throws when there is none, as `homeOf` does. */
  collectionAt(path: string): Collection {
    const found = this.#byPath.get(path)
    if (found === undefined) throw new Error(`nothing is served at ${path}`)
    return found
  }

  collectionOf(page: ResourcePage): Collection {
    const found = this.#byPage.get(page)
    if (found === undefined) throw new Error(`no API lists ${page.name}`)
    return found
  }

  /** Where a document can be read, without host. */
  hrefOf(page: ResourcePage, id: string, parent?: string | null): string {
    const { path } = this.collectionOf(page)
    return `${path.replace('{parent}', encodeURIComponent(parent ?? ''))}/${encodeURIComponent(id)}`
  }
}
