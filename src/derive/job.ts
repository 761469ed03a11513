/** What an import or export job is about: the collections, the filter, the format (wire contract, section 19). */
import { type ApiPage, type ResourcePage, refuse } from '../declare/index.ts'
import type { Filter } from './condition.ts'
import { parseFilter } from './filter.ts'
import { parseQuery } from './query-string.ts'

/** Below which path the files of an API's jobs lie. */
export function contentPath(api: ApiPage, page: ResourcePage): string {
  return `${api.path}/${page.path}/content`
}

/** The collections of an API whose documents can be carried over. */
function carried(api: ApiPage): readonly ResourcePage[] {
  return api.resources.filter(({ facts }) => facts.isTask !== true && facts.within === undefined)
}

/** The collections a job names by its `path`; all of the API's when it names none. Throws `invalidFormat`. */
export function collectionsOf(api: ApiPage, path: unknown): readonly ResourcePage[] {
  const pages = carried(api)
  if (path === undefined || path === '') return pages
  const last = String(path).replace(/\/+$/, '').split('/').at(-1)
  const named = pages.filter((page) => page.path === last)
  if (named.length > 0) return named
  const known = pages.map((page) => `${api.path}/${page.path}`).join(', ')
  throw refuse('invalidFormat', `path must be one of ${known}, or left out`)
}

/** The documents of each collection that a query selects; `queried` is a page as queries see it. Throws as a list would. */
export function selectionOf(
  pages: readonly ResourcePage[],
  query: unknown,
  queried: (page: ResourcePage) => ResourcePage = (page) => page,
): { readonly page: ResourcePage; readonly filter: Filter }[] {
  if (typeof query !== 'string' || query === '') return pages.map((page) => ({ page, filter: [] }))
  const { conditions, parameters } = parseQuery(query.replace(/^\?/, ''))
  if (parameters.size > 0) {
    const names = [...parameters.keys()].join(', ')
    throw refuse(
      'invalidQuery',
      `query must hold conditions such as lifecycleStatus=Active only, not ${names}`,
    )
  }
  return pages.map((page) => ({ page, filter: parseFilter(queried(page), conditions) }))
}

export type JobFormat = 'application/json' | 'application/x-ndjson'

/** The format of a job's content; an array of JSON when it names none. Throws `invalidEnumValue`. */
export function jobFormat(contentType: unknown): JobFormat {
  const name =
    contentType === undefined ? 'application/json' : String(contentType).split(';')[0]?.trim().toLowerCase()
  if (name === 'application/json' || name === 'application/x-ndjson') return name
  throw refuse('invalidEnumValue', 'contentType must be one of application/json, application/x-ndjson')
}
