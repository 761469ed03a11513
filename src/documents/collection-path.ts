import type { ResourcePage } from '../declare/index.ts'

/** The path of a collection below the base path: `/processFlow/{processFlowId}/taskFlow`. */
export function collectionPath(page: ResourcePage): string {
  const parent = page.facts.within
  return parent ? `${collectionPath(parent)}/{${parent.path}Id}/${page.path}` : `/${page.path}`
}
