/** Checks of PATCH and DELETE. */
import { isDeepStrictEqual } from 'node:util'
import type { ResourcePage } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/json.ts'
import type { Check } from '../check.ts'
import { keptOf, lostFrom } from '../kept.ts'
import { demandDocument, demandError, isObject } from '../shape.ts'
import { changeOf, documentOf, placeOf, type Subject } from '../subject.ts'
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
      const answer = await server.expect([204, 409], { method: 'DELETE', path })
      if (answer.status === 204) {
        subject.done.add('removed')
        return demandGone(subject, document)
      }
      demandError(answer.json, 409)
      if (hasStates(page)) throw new Skipped('its state does not allow to delete it')
      // Something may refer to it that cannot be removed itself; to a new one nothing does.
      const unused = await server.expect([201], { method: 'POST', path: subject.path, body: subject.body })
      demand(isObject(unused.json), 'the answer is no object')
      await server.expect([204], { method: 'DELETE', path: placeOf(subject, unused.json) })
      await demandGone(subject, unused.json)
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

async function demandGone(subject: Subject, document: JsonObject): Promise<void> {
  const { server, page } = subject
  if (page.verbs.has('read')) {
    const read = await server.expect([404], { method: 'GET', path: placeOf(subject, document) })
    demandError(read.json, 404)
  }
  if (!page.verbs.has('list')) return
  const path = `${subject.path}?id=${encodeURIComponent(String(document.id))}`
  const { json } = await server.expect([200, 206], { method: 'GET', path })
  demand(isDeepStrictEqual(json, []), 'it is still in the list')
}

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
  return hasStates(page) ? [status, 409] : [status]
}

function hasStates({ lifecycle, facts }: ResourcePage): boolean {
  return Boolean(lifecycle || facts.isOrder || facts.isTask)
}
