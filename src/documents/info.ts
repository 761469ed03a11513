/** What every description of an API says about it as a whole. */
import type { ApiPage } from '../declare/index.ts'
import type { Operation } from './operation.ts'

/** Title, version and a few words; the same in OpenAPI and Swagger. */
export function infoOf(api: ApiPage): Record<string, unknown> {
  const resources = api.resources.map(({ name, meaning }) => `- **${name}**: ${meaning}`)
  return {
    title: `${api.number} ${api.name}`,
    version: api.version,
    description: [`${api.domain}. As Goldthread serves it.`, '', ...resources].join('\n'),
    license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  }
}

/** The tags of the operations, with the meaning of the resource each stands for. */
export function tagsOf(api: ApiPage, operations: readonly Operation[]): Record<string, unknown>[] {
  return [...new Set(operations.map(({ tag }) => tag))].map((name) => {
    const page = api.resources.find(({ path }) => path === name)
    return { name, ...(page ? { description: page.meaning } : {}) }
  })
}
