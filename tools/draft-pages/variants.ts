/** The different forms that types of one name have in different APIs. */
import type { ApiDraft } from './api-draft.ts'
import { identitiesOf } from './identity.ts'

export class Variants {
  readonly #identities: ReadonlyMap<ApiDraft, ReadonlyMap<string, string>>
  readonly #apis: readonly ApiDraft[]

  constructor(apis: readonly ApiDraft[]) {
    this.#apis = apis
    this.#identities = new Map(apis.map((api) => [api, identitiesOf(api)]))
  }

  /** The names of all types, in the order in which the APIs bring them. */
  names(): Set<string> {
    return new Set(this.#apis.flatMap((api) => [...api.types.keys()]))
  }

  /** The APIs that have a type of the name. */
  having(name: string): ApiDraft[] {
    return this.#apis.filter((api) => api.types.has(name))
  }

  /** The first API of each variant of a type, that of the most common variant first. */
  mostCommonFirst(name: string): ApiDraft[] {
    const groups = new Map<string | undefined, ApiDraft[]>()
    for (const api of this.having(name)) {
      const identity = this.#identities.get(api)?.get(name)
      groups.set(identity, [...(groups.get(identity) ?? []), api])
    }
    return [...groups.values()].sort((a, b) => b.length - a.length).flatMap(([first]) => first ?? [])
  }

  /** Whether both APIs mean the same by the name; so they do when neither has it. */
  areSame(one: ApiDraft, other: ApiDraft, name: string): boolean {
    return this.#identities.get(one)?.get(name) === this.#identities.get(other)?.get(name)
  }
}
