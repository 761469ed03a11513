/** Checks of GET by id and of lists. */
import type { JsonObject } from '../../derive/validate.ts'
import type { Check } from '../check.ts'
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
      for (const document of documents) demandDocument(subject.page, document)
      subject.document ??= documents[0]
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
    name: 'a filter answers those that have the value, and no others',
    verb: 'list',
    run: async (subject) => {
      const { document } = documentOf(subject)
      const name = textAttribute(subject, document)
      if (name === undefined) throw new Skipped('the document has no text attribute to filter by')
      const value = String(document[name])
      const found = await listed(subject, `?${name}=${encodeURIComponent(`"${value}"`)}&limit=50`)
      const other = found.find((each) => each[name] !== value)
      demand(other === undefined, `${name} is '${String(other?.[name])}' where '${value}' was asked for`)
      demand(found.length > 0, `nothing is found by ${name}, which has that value`)
      const none = await listed(subject, `?${name}=${unknownId(name)}`)
      demand(none.length === 0, `${none.length} documents are found by a value that none has`)
    },
  },
  {
    name: 'a page has as many documents as were asked for, and the counts in its headers are right',
    verb: 'list',
    run: async ({ server, path }) => {
      const answer = await server.expect([200, 206], { method: 'GET', path: `${path}?offset=0&limit=1` })
      const { json, headers } = answer
      demand(Array.isArray(json) && json.length <= 1, 'limit=1 is answered with more than one document')
      const [results, total] = [headers.get('x-result-count'), headers.get('x-total-count')]
      demand(results === null || Number(results) === json.length, `X-Result-Count is ${results}`)
      demand(total === null || Number(total) >= json.length, `X-Total-Count is ${total}`)
    },
  },
  {
    name: 'a document is read by its id',
    verb: 'read',
    run: async (subject) => {
      const { document, path } = documentOf(subject)
      const answer = await subject.server.expect([200], { method: 'GET', path })
      demandDocument(subject.page, answer.json)
      demand(answer.json.id === document.id, `the id is ${answer.json.id}`)
    },
  },
  {
    name: 'fields selects attributes',
    verb: 'read',
    run: async (subject) => {
      const { document, path } = documentOf(subject)
      const name = Object.keys(document).find((each) => !/^(id|href|@)/.test(each))
      if (name === undefined) throw new Skipped('the document has no attribute to select')
      const answer = await subject.server.expect([200], { method: 'GET', path: `${path}?fields=${name}` })
      const others = Object.keys(answer.json as object).filter(
        (each) => each !== name && !/^(id|href|@)/.test(each),
      )
      demand(name in (answer.json as object), `${name} was asked for and is not there`)
      demand(others.length === 0, `not asked for: ${others.join(', ')}`)
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

async function listed({ server, path }: Subject, query: string): Promise<JsonObject[]> {
  const { json } = await server.expect([200, 206], { method: 'GET', path: path + query })
  demand(Array.isArray(json), 'a list must be a JSON array')
  return json as JsonObject[]
}

/** A text to filter by: one that documents are found by, or that was sent; never one the server moves by itself. */
function textAttribute({ page, body }: Subject, document: JsonObject): string | undefined {
  const names = [...page.findBy, ...Object.keys(body), ...Object.keys(document)]
  return names.find((name) => {
    const facts = page.fields[name]?.facts
    const isSettled =
      name !== page.lifecycle?.of && facts?.stamp === undefined && !/(state|status|update)/i.test(name)
    const value = document[name]
    return facts?.kind === 'text' && isSettled && typeof value === 'string' && value !== ''
  })
}
