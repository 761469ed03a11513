/** The HTTP operations a page offers, in the words of an official file. */
import type { ResourcePage, Verb } from '../../src/declare/index.ts'

const methods: Readonly<Record<Verb, { readonly method: string; readonly isOfOne: boolean }>> = {
  list: { method: 'GET', isOfOne: false },
  create: { method: 'POST', isOfOne: false },
  read: { method: 'GET', isOfOne: true },
  patch: { method: 'PATCH', isOfOne: true },
  replace: { method: 'PUT', isOfOne: true },
  remove: { method: 'DELETE', isOfOne: true },
}

export interface PageOperation {
  /** Such as `PATCH /processFlow/{id}/taskFlow/{id}`. */
  readonly name: string
  readonly verb: Verb
}

export function operationsOf(page: ResourcePage): PageOperation[] {
  const collection = `${page.facts.within ? `/${page.facts.within.path}/{id}` : ''}/${page.path}`
  return [...page.verbs].map((verb) => {
    const { method, isOfOne } = methods[verb]
    return { verb, name: `${method} ${collection}${isOfOne ? '/{id}' : ''}` }
  })
}
