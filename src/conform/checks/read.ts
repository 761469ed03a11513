/** Checks of GET by id and of lists. */
import type { JsonObject } from '../../derive/json.ts'
import type { Check } from '../check.ts'
import { lostFrom } from '../kept.ts'
import { demandDocument, demandError } from '../shape.ts'
import { documentOf, type Subject } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'
import { unknownId } from './create.ts'

export const readChecks: readonly Check[] = [
  {
    name: 'a list is an array of valid documents',
    verb: 'list',
    run: async (subject) => {
      const documents = await listed(subject, '?limit=20')
      for (const document of documents) demandDocument(subject, document)
      if (isForReading(subject)) subject.document ??= documents[0]
    },
  },
  {
    name: 'a list holds what was created, found by its id',
    verb: 'list',
    run: async (subject) => {
      const { document } = documentOf(subject)
      const found = await listed(subject, `?id=${encodeURIComponent(String(document.id))}`)
      demand(
        found.length === 1 && found[0]?.id === document.id,
        `${found.length} documents instead of the one with that id`,
      )
    },
  },
  {
    name: 'a page has as many documents as were asked for, and the counts in its headers are right',
    verb: 'list',
    run: async (subject) => {
      const first = await pageOf(subject, 0)
      const second = await pageOf(subject, 1)
      const { total } = first
      if (total !== undefined && total > 1) demand(second.id !== undefined, 'the second page is empty')
      demand(
        first.id === undefined || first.id !== second.id,
        'the second page begins with what the first does',
      )
    },
  },
  {
    name: 'fields selects attributes of a list',
    verb: 'list',
    run: async (subject) => {
      const { document } = documentOf(subject)
      const name = selectable(document)
      for (const each of await listed(subject, `?fields=${encodeURIComponent(name)}&limit=5`)) {
        demandSelected(each, name)
      }
    },
  },
  {
    name: 'a document is read by its id',
    verb: 'read',
    run: async (subject) => {
      const { document, path } = documentOf(subject)
      const answer = await subject.server.expect([200], { method: 'GET', path })
      demandDocument(subject, answer.json)
      demand(answer.json.id === document.id, `the id is ${answer.json.id}`)
      subject.document = answer.json
    },
  },
  {
    name: 'fields selects attributes',
    verb: 'read',
    run: async (subject) => {
      const { document, path } = documentOf(subject)
      const name = selectable(document)
      const selected = `${path}?fields=${encodeURIComponent(name)}`
      const answer = await subject.server.expect([200], { method: 'GET', path: selected })
      const lost = lostFrom({ [name]: document[name] }, answer.json)
      // A state may have moved on since.
      demand(lost.length === 0 || /(state|status|date|time)/i.test(name), `${name} is not what it was`)
      demandSelected(answer.json as JsonObject, name)
    },
  },
  {
    name: 'an unknown id is answered with 404',
    verb: 'read',
    run: async ({ server, path, page }) => {
      const answer = await server.expect([404], { method: 'GET', path: `${path}/${unknownId(page.name)}` })
      demandError(answer.json, 404)
    },
  },
]

/** The documents that a query of a collection is answered with. */
export async function listed({ server, path }: Subject, query: string): Promise<JsonObject[]> {
  const { json } = await server.expect([200, 206], { method: 'GET', path: path + query })
  demand(Array.isArray(json), 'a list must be a JSON array')
  return json as JsonObject[]
}

/** A page of one document: its id, and how many there are in all as far as the server says. */
async function pageOf({ server, path }: Subject, offset: number) {
  const target = `${path}?offset=${offset}&limit=1`
  const { status, json, headers } = await server.expect([200, 206], { method: 'GET', path: target })
  demand(Array.isArray(json) && json.length <= 1, 'limit=1 is answered with more than one document')
  const [results, told] = [headers.get('x-result-count'), headers.get('x-total-count')]
  const total = told === null ? undefined : Number(told)
  demand(results === null || Number(results) === json.length, `X-Result-Count is ${results}`)
  demand(total === undefined || total >= json.length, `X-Total-Count is ${told}`)
  const isPart = total === undefined || total > json.length
  demand(status === 200 || isPart, `206 for all the ${told} there are: a part is less`)
  return { id: (json[0] as JsonObject | undefined)?.id, total }
}

/** Whether a document of somebody else's may stand in: one that nothing is done to. */
function isForReading({ page: { verbs }, missing }: Subject): boolean {
  return !verbs.has('create') || (missing !== undefined && !verbs.has('patch') && !verbs.has('remove'))
}

function selectable(document: JsonObject): string {
  const name = Object.keys(document).find((each) => !isAlways(each))
  if (name === undefined) throw new Skipped('the document has no attribute to select')
  return name
}

function demandSelected(document: JsonObject, name: string): void {
  const others = Object.keys(document).filter((each) => each !== name && !isAlways(each))
  demand(others.length === 0, `not asked for: ${others.join(', ')}`)
}

const isAlways = (name: string): boolean => name === 'id' || name === 'href' || name.startsWith('@')
