/** The page with an API's own types. */
import type { ApiDraft } from './api-draft.ts'
import type { Scope } from './field-code.ts'
import { importFromShelves, importWords } from './import-code.ts'
import { inOrder } from './order.ts'
import type { Pool } from './pool.ts'
import type { Sharing } from './sharing.ts'
import { typeCode } from './type-code.ts'
import { sharedAlias, variantCode } from './variant-code.ts'

/** The types that an API has for itself, each below those it holds. */
export function ownTypes(api: ApiDraft, sharing: Sharing): string[] {
  const names = [...api.types.keys()].filter((name) => !sharing.isSharedIn(api, name))
  return inOrder(names, (name) => api.types.get(name))
}

/** Declares an API's own types: as what they do to the shared ones, or in full. */
export function partsCode(api: ApiDraft, own: readonly string[], pool: Pool): string {
  const { sharing, shelves, meanings, warn } = pool
  const written = new Set([...api.types.keys()].filter((name) => sharing.isSharedIn(api, name)))
  const uses = new Set<string>()
  const aliases = new Map<string, string>()
  const blocks = own.map((self) => {
    const scope: Scope = { meanings, warn, self, written, uses }
    const variant = sharing.has(self) ? variantCode(api, sharing, scope) : undefined
    if (variant !== undefined) aliases.set(self, sharedAlias(self))
    const block = variant ?? typeCode(api.types.get(self) ?? new Map(), scope)
    written.add(self)
    return block
  })
  const body = blocks.join('\n')
  const fromShelves = new Set([...uses].filter((name) => !own.includes(name)))
  const imports = importWords(body) + importFromShelves(shelves, '../shared', fromShelves, aliases)
  const title = `/** Parts that only TMF${api.number} has, or has otherwise than the shared ones. */`
  return `${title}\n${imports}\n${body}`
}
