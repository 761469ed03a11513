/** Checks of POST. */
import { createHash } from 'node:crypto'
import type { ResourcePage } from '../../declare/index.ts'
import { isSetOnCreate } from '../../derive/schema.ts'
import type { Check } from '../check.ts'
import { keptOf, lostFrom } from '../kept.ts'
import { demandDocument, demandError, isOurs } from '../shape.ts'
import { documentOf, type Subject, shownBy } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'

export const createChecks: readonly Check[] = [
  {
    name: 'a create is answered with 201, its place and the document',
    verb: 'create',
    run: async (subject) => {
      const { server, page, path, body } = subject
      const statuses = page.facts.isTask ? [201, 202, 409] : [201, 202]
      const answer = await server.expect(statuses, { method: 'POST', path, body })
      if (answer.status !== 201) {
        subject.missing =
          answer.status === 409
            ? 'the state of what the task is about does not allow it'
            : 'the server answers later'
        throw new Skipped(subject.missing)
      }
      const shown = shownBy(page)
      demandDocument({ ...subject, page: shown }, answer.json)
      const { id } = answer.json
      const location = answer.headers.get('location')
      demand(
        location === null || location.endsWith(`/${encodeURIComponent(String(id))}`),
        `Location is ${location}, which does not end in the id`,
      )
      subject.done.add('created')
      if (shown === page) subject.document = answer.json
    },
  },
  {
    name: 'a create keeps what was sent',
    verb: 'create',
    applies: (page) => shownBy(page) === page,
    run: async (subject) => {
      const { document } = documentOf(subject)
      const lost = lostFrom(keptOf(subject.page, subject.body), document)
      demand(lost.length === 0, `lost or changed: ${lost.join(', ')}`)
    },
  },
  {
    name: 'a create without a mandatory attribute is refused with 400',
    verb: 'create',
    applies: (page) => mandatoryOf(page).length > 0,
    run: async (subject) => {
      const { server, api, page, path, body } = subject
      const [name] = mandatoryOf(page).filter((each) => !isOurs(api, `${page.name}.${each}`, 'required here'))
      if (name === undefined) throw new Skipped('the official file requires nothing')
      const { [name]: _left, ...rest } = body
      const answer = await server.expect([400], { method: 'POST', path, body: rest })
      demandError(answer.json, 400)
    },
  },
  {
    name: 'a body that is no JSON is refused with 400',
    verb: 'create',
    run: async ({ server, path }) => {
      const answer = await server.expect([400], { method: 'POST', path, text: '{"name": ' })
      demandError(answer.json, 400)
    },
  },
  {
    name: 'a value of another type is refused with 400',
    verb: 'create',
    applies: (page) => textOf(page) !== undefined,
    run: async ({ server, page, path, body }: Subject) => {
      const wrong = { ...body, [String(textOf(page))]: { not: 'a text' } }
      const answer = await server.expect([400], { method: 'POST', path, body: wrong })
      demandError(answer.json, 400)
    },
  },
]

function mandatoryOf(page: ResourcePage): string[] {
  const found = Object.entries(page.fields).filter(
    ([, { facts }]) => facts.isMandatory && isSetOnCreate(facts),
  )
  return [...found.map(([name]) => name), ...(page.facts.nonEmpty ?? [])]
}

function textOf(page: ResourcePage): string | undefined {
  return Object.entries(page.fields).find(
    ([, { facts }]) => facts.kind === 'text' && isSetOnCreate(facts),
  )?.[0]
}

/** An id that no server has given out. */
export function unknownId(seed: string): string {
  return `unknown-${createHash('sha256').update(seed).digest('hex').slice(0, 16)}`
}
