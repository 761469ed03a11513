/** Checks of PATCH, PUT and DELETE. */
import { isDeepStrictEqual } from 'node:util'
import type { ResourcePage } from '../../declare/index.ts'
import type { Check } from '../check.ts'
import { demandDocument, demandError } from '../shape.ts'
import { changeOf, documentOf } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'
import { unknownId } from './create.ts'

export const changeChecks: readonly Check[] = [
  {
    name: 'a patch changes what it names and nothing else',
    verb: 'patch',
    run: async (subject) => {
      const { server, page } = subject
      const { document, path } = documentOf(subject)
      const change = changeOf(subject)
      if (change === undefined) throw new Skipped('no attribute of it can be changed')
      const answer = await server.expect(statuses(subject.page, 200), {
        method: 'PATCH',
        path,
        body: change,
      })
      if (answer.status === 409) throw new Skipped('its state does not allow a change')
      demandDocument(page, answer.json)
      const [name] = Object.keys(change)
      demand(
        name === undefined || !isDeepStrictEqual(answer.json[name], document[name]),
        `${name} is what it was before`,
      )
      demand(answer.json.id === document.id, 'the id has changed')
    },
  },
  {
    name: 'a patch of the id is refused with 400',
    verb: 'patch',
    run: async (subject) => {
      const { path } = documentOf(subject)
      const body = { id: unknownId(path) }
      const answer = await subject.server.expect([400], { method: 'PATCH', path, body })
      demandError(answer.json, 400)
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
      const { path } = documentOf(subject)
      const answer = await subject.server.expect(statuses(subject.page, 204), {
        method: 'DELETE',
        path,
      })
      if (answer.status === 409) throw new Skipped('its state does not allow to delete it')
      if (!subject.page.verbs.has('read')) return
      const gone = await subject.server.expect([404], { method: 'GET', path })
      demandError(gone.json, 404)
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

/** What has states may be in one that does not allow a change or a removal, or move there by itself. */
function statuses(page: ResourcePage, status: number): number[] {
  return page.lifecycle || page.facts.isOrder || page.facts.isTask ? [status, 409] : [status]
}
