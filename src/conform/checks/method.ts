/** The check of a method that a collection does not offer. */
import type { ResourcePage, Verb } from '../../declare/index.ts'
import type { Check } from '../check.ts'
import { demandError } from '../shape.ts'
import { demand } from '../verdict.ts'
import { unknownId } from './create.ts'

export const methodChecks: readonly Check[] = (['list', 'create'] as const).map((verb) => ({
  name: 'a method that is not offered is answered with 405 and those that are',
  verb,
  applies: (page: ResourcePage) => verb === 'list' || !page.verbs.has('list'),
  run: async ({ server, page, path }) => {
    const { method, isOfOne } = unoffered(page)
    const target = isOfOne ? `${path}/${unknownId(page.name)}` : path
    const body = method === 'DELETE' ? {} : { body: {} }
    const answer = await server.expect([405], { method, path: target, ...body })
    demandError(answer.json, 405)
    demand(answer.headers.get('allow') !== null, 'the header Allow must name the methods that are offered')
  },
}))

/** A method the page does not have; no collection as a whole is replaced. */
function unoffered({ verbs }: ResourcePage): { readonly method: string; readonly isOfOne: boolean } {
  const lacks = (verb: Verb) => verbs.has('read') && !verbs.has(verb)
  if (lacks('remove')) return { method: 'DELETE', isOfOne: true }
  if (lacks('patch')) return { method: 'PATCH', isOfOne: true }
  return { method: 'PUT', isOfOne: false }
}
