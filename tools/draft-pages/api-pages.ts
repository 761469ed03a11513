/** The pages of an API's folder: its own parts, its resources, and the index that lists them. */
import type { ApiDraft, ResourceDraft } from './api-draft.ts'
import { kebab, pascal } from './casing.ts'
import type { Scope } from './field-code.ts'
import { importFromShelves, importLine, importResource, importWords } from './import-code.ts'
import type { Page } from './page.ts'
import { ownTypes, partsCode } from './parts-page.ts'
import type { Pool } from './pool.ts'
import { parentOf, resourceCode } from './resource-code.ts'

/** All pages of an API. */
export function apiPages(api: ApiDraft, pool: Pool): Page[] {
  const folder = `tmf${api.number}-${kebab(api.title)}`
  const own = ownTypes(api, pool.sharing)
  const parts = own.length ? [{ path: `${folder}/parts.ts`, code: partsCode(api, own, pool) }] : []
  const resources = api.resources.map((resource) => ({
    path: `${folder}/${kebab(resource.name)}.ts`,
    code: resourcePageCode(api, resource, own, pool),
  }))
  return [...parts, ...resources, { path: `${folder}/index.ts`, code: indexCode(api) }]
}

function resourcePageCode(
  api: ApiDraft,
  resource: ResourceDraft,
  own: readonly string[],
  { meanings, warn, shelves }: Pool,
): string {
  const uses = new Set<string>()
  const scope: Scope = { meanings, warn, self: resource.name, written: new Set(api.types.keys()), uses }
  const body = resourceCode(api, resource, scope)
  const fromShelves = new Set([...uses].filter((name) => !own.includes(name)))
  const fromParts = [...uses].filter((name) => own.includes(name))
  const parent = parentOf(api, resource)
  const imports = [
    importWords(body),
    importFromShelves(shelves, '../shared', fromShelves),
    importLine(fromParts, './parts.ts'),
    parent ? importResource(parent.name) : '',
  ]
  return `${titleOf(api)}\n${imports.join('')}\n${body}`
}

function indexCode(api: ApiDraft): string {
  const names = api.resources.map(({ name }) => name)
  return `import { api } from '../../declare/index.ts'
${names.map(importResource).join('')}
${titleOf(api)}
export const ${pascal(api.title)}Api = api({
  number: 'TMF${api.number}',
  name: '${api.title}',
  version: '${api.version}',
  path: '${api.basePath}',
  domain: '${api.domain}',
  resources: [${names.join(', ')}],
})
`
}

function titleOf({ number, title, version }: ApiDraft): string {
  return `/** TMF${number} ${title} ${version}. */`
}
