/** Checks of POST. */
import { createHash } from 'node:crypto'
import type { ResourcePage } from '../../declare/index.ts'
import { isSetOnCreate } from '../../derive/schema.ts'
import type { Check } from '../check.ts'
import { demandDocument, demandError } from '../shape.ts'
import { demand, Skipped } from '../verdict.ts'

export const createChecks: readonly Check[] = [
  {
    name: 'a create is answered with 201, its place and the document',
    verb: 'create',
    run: async (subject) => {
      const { server, page, path, body } = subject
      const answer = await server.expect(page.facts.isTask ? [201, 409] : [201], {
        method: 'POST',
        path,
        body,
      })
      if (answer.status === 409) {
        subject.skipped = 'the state of what the task is about does not allow it'
        throw new Skipped(subject.skipped)
      }
      demandDocument(page, answer.json)
      subject.document = answer.json
      const location = answer.headers.get('location')
      demand(
        location === null || location.endsWith(`/${encodeURIComponent(String(answer.json.id))}`),
        `Location is ${location}, which does not end in the id`,
      )
    },
  },
  {
    name: 'a create keeps the texts that were sent',
    verb: 'create',
    run: async ({ body, document, page }) => {
      demand(document !== undefined, 'nothing was created')
      const kept = Object.entries(body).filter(([name]) => isKept(page, name))
      const lost = kept.filter(([name, value]) => document[name] !== value)
      demand(lost.length === 0, `lost or changed: ${lost.map(([name]) => name).join(', ')}`)
    },
  },
  {
    name: 'a create without a mandatory attribute is refused with 400',
    verb: 'create',
    applies: (page) => mandatoryOf(page) !== undefined,
    run: async ({ server, page, path, body }) => {
      const { [String(mandatoryOf(page))]: _left, ...rest } = body
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
    run: async ({ server, page, path, body }) => {
      const wrong = { ...body, [String(textOf(page))]: { not: 'a text' } }
      const answer = await server.expect([400], { method: 'POST', path, body: wrong })
      demandError(answer.json, 400)
    },
  },
]

/** What a client sends and no server has a say in: texts, besides those that tell a state. */
function isKept(page: ResourcePage, name: string): boolean {
  const facts = page.fields[name]?.facts
  const isOfState = name === page.lifecycle?.of || /(state|status)/i.test(name)
  return facts?.kind === 'text' && !facts.isIgnoredFromClient && !facts.stamp && !isOfState
}

function mandatoryOf(page: ResourcePage): string | undefined {
  const found = Object.entries(page.fields).find(([, { facts }]) => facts.isMandatory && isSetOnCreate(facts))
  return found?.[0] ?? page.facts.nonEmpty?.[0]
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
