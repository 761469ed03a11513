/** Checks of PATCH and DELETE. */
import { isDeepStrictEqual } from 'node:util'
import type { ResourcePage } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/json.ts'
import type { Check } from '../check.ts'
import { keptOf, lostFrom } from '../kept.ts'
import { demandDocument, demandError, isObject } from '../shape.ts'
import { changeOf, documentOf, type Subject } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'
import { unknownId } from './create.ts'

export const changeChecks: readonly Check[] = [
  {
    name: 'a patch changes what it names and nothing else, and is read back',
    verb: 'patch',
    run: async (subject) => {
      const { server, page } = subject
      const { document, path } = documentOf(subject)
      const change = changeOf(subject)
      if (change === undefined) throw new Skipped('no attribute of it can be changed')
      const body = page.facts.needsType ? { '@type': document['@type'], ...change } : change
      const answer = await server.expect(statuses(page, 200), { method: 'PATCH', path, body })
      if (answer.status === 409) throw new Skipped('its state does not allow a change')
      demandDocument(subject, answer.json)
      demandChanged(subject, document, change, answer.json)
      if (page.verbs.has('read')) {
        const read = await server.expect([200], { method: 'GET', path })
        demandChanged(subject, document, change, read.json)
      }
      subject.done.add('changed')
    },
  },
  {
    name: 'a patch never changes the id',
    verb: 'patch',
    run: async (subject) => {
      const { server, page } = subject
      const { document, path } = documentOf(subject)
      const body = { id: unknownId(path) }
      const answer = await server.expect([200, 400, 403, 409, 422], { method: 'PATCH', path, body })
      if (answer.status === 200)
        demand(isObject(answer.json) && answer.json.id === document.id, 'the id changed')
      else demandError(answer.json, answer.status)
      if (page.verbs.has('read')) await server.expect([200], { method: 'GET', path })
    },
  },
  {
    name: 'a patch of an unknown id is answered with 404',
    verb: 'patch',
    run: async (subject) => {
      const path = `${subject.path}/${unknownId(subject.page.name)}`
      const body = changeOf(subject) ?? {}
      const answer = await subject.server.expect([404], { method: 'PATCH', path, body })
      demandError(answer.json, 404)
    },
  },
]

export const removeChecks: readonly Check[] = [
  {
    name: 'a delete is answered with 204, and the document is gone',
    verb: 'remove',
    run: async (subject) => {
      const { server, page } = subject
      const { document, path } = documentOf(subject)
      const answer = await server.expect(statuses(page, 204), { method: 'DELETE', path })
      if (answer.status === 409) throw new Skipped('its state does not allow to delete it')
      subject.done.add('removed')
      if (page.verbs.has('read')) demandError((await server.expect([404], { method: 'GET', path })).json, 404)
      if (!page.verbs.has('list')) return
      const list = `${subject.path}?id=${encodeURIComponent(String(document.id))}`
      const { json } = await server.expect([200, 206], { method: 'GET', path: list })
      demand(isDeepStrictEqual(json, []), 'it is still in the list')
    },
  },
  {
    name: 'a delete of an unknown id is answered with 404',
    verb: 'remove',
    run: async ({ server, path, page }) => {
      const answer = await server.expect([404], { method: 'DELETE', path: `${path}/${unknownId(page.name)}` })
      demandError(answer.json, 404)
    },
  },
]

/** Demands the change, and of the rest what nobody has a say in but the client that created it. */
function demandChanged(
  { page, body }: Subject,
  before: JsonObject,
  change: JsonObject,
  after: unknown,
): void {
  const missed = lostFrom(keptOf(page, change), after)
  demand(missed.length === 0, `not changed: ${missed.join(', ')}`)
  const kept = Object.entries(keptOf(page, body)).filter(
    ([name, value]) => !(name in change) && lostFrom(value, before[name]).length === 0,
  )
  const lost = lostFrom({ ...Object.fromEntries(kept), id: before.id }, after)
  demand(lost.length === 0, `changed without being named: ${lost.join(', ')}`)
}

/** What has states may be in one that does not allow a change or a removal, or move there by itself. */
function statuses(page: ResourcePage, status: number): number[] {
  return page.lifecycle || page.facts.isOrder || page.facts.isTask ? [status, 409] : [status]
}
