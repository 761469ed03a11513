/** Every row of the table of attributes (wire contract, section 5), on a server with all behaviours and its samples. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Collection } from '../../src/derive/model.ts'
import { seed } from '../../src/seed.ts'
import { type AttributeRow, attributeTable, type Made, now, sent, words } from '../support/attribute-table.ts'
import { type Answer, send } from '../support/http.ts'
import { startWholeServer, type TestServer } from '../support/server.ts'
import { eventually } from '../support/until.ts'

type Json = Record<string, unknown>

let server: TestServer
const made: Record<string, string> = {}

beforeAll(async () => {
  server = await startWholeServer()
  await seed(server.context)
})
afterAll(() => server.close())

const rows = attributeTable.flatMap((row) =>
  row.resources.map((resource) => ({ ...row, resource, is: `${row.api} ${resource}` })),
)
type Row = AttributeRow & { readonly resource: string; readonly is: string }

const collectionOf = ({ api, resource }: Row): Collection => {
  const found = server.context.model.collections.find(
    (each) => each.api.number === api && each.page.path === resource,
  )
  if (found === undefined) throw new Error(`no collection ${resource} of ${api}`)
  return found
}

const urlOf = (row: Row): string => {
  const { api, path } = collectionOf(row)
  return server.url + (row.within ? `${api.path}/${row.within(made)}/${row.resource}` : path)
}

const bodyOf = ({ body }: Row, known: Made = made): Json =>
  structuredClone((typeof body === 'function' ? body(known) : body) ?? {}) as Json

/** The body with something else at a path; undefined leaves it out. */
function bodyWith(row: Row, path: string, value: unknown): Json {
  const body = bodyOf(row)
  const steps = path.split('.')
  let at: Json = body
  for (const step of steps.slice(0, -1)) at = at[step] as Json
  at[steps.at(-1) ?? ''] = value
  return body
}

const valueAt = (body: Json, path: string): unknown =>
  path.split('.').reduce((value: unknown, step) => (value as Json)[step], body)

const post = (row: Row, json: unknown): Promise<Answer> => send(urlOf(row), { method: 'POST', json })

/** What a document must hold, given what its client sent. */
function expected({ always }: Row, body: Json): Json {
  const wanted = Object.entries(always).map(([name, value]) => {
    if (value === now) return [name, expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)]
    if (value === sent) return [name, body[name]]
    return [name, value === words ? expect.anything() : value]
  })
  return { id: expect.any(String), href: expect.any(String), ...Object.fromEntries(wanted) }
}

/** What any document of the kind must hold, whoever stored it. */
function present({ always }: Row): Json {
  const names = Object.keys(always).map((name) => [name, expect.anything()])
  return { id: expect.any(String), href: expect.any(String), ...Object.fromEntries(names) }
}

/** A record of the kind with no more than it needs; those it refers to are brought before it. */
function recordOf(row: Row): Json {
  const id = (resource: string) => `brought-${resource}`
  const brought = Object.fromEntries(rows.map(({ resource }) => [resource, id(resource)]))
  const record = row.record ?? bodyOf(row, brought)
  return { id: id(row.resource), ...record, '@type': collectionOf(row).page.name }
}

describe.each(rows.filter(({ body }) => body !== undefined))('$is', (row) => {
  test('is created from what the table requires, with what is always there', async () => {
    const body = bodyOf(row)
    const { status, body: created, text } = await post(row, body)
    expect([status, text]).toEqual([201, text])
    expect(created).toMatchObject(expected(row, body))
    made[row.resource] ??= created.id
    if (!collectionOf(row).page.verbs.has('read')) return
    expect((await send(created.href)).body).toMatchObject(expected(row, body))
    // A list of events shows what is older than every transaction that still runs.
    await eventually(async () => (await send(`${urlOf(row)}?id=${created.id}`)).body).toMatchObject([
      expected(row, body),
    ])
  })

  if (row.required.length > 0) {
    test.each(row.required)('is refused without %s, and with none', async (path) => {
      const without = [undefined, null]
      const filled = valueAt(bodyOf(row), path)
      const empty = typeof filled === 'string' ? [''] : row.atLeastOne?.includes(path) ? [[]] : []
      for (const value of [...without, ...empty]) {
        const refused = await post(row, bodyWith(row, path, value))
        expect([value, refused.status, refused.body.code]).toEqual([value, 400, 'missingAttribute'])
        const at = path.replace(/\.(\d+)/g, '[$1]')
        expect(refused.body.errorItem).toMatchObject([{ code: 'missingAttribute', path: at }])
      }
    })
  }
})

/** Two APIs may show the same things, and what is nested or logged is not imported: the record says what it is. */
const isBrought = (row: Row): boolean => {
  const { page } = collectionOf(row)
  const isHome = server.context.model.pages.find(({ name }) => name === page.name) === page
  return isHome && !row.within && !row.isOnlyPosted && page.verbs.has('list')
}

describe('what an import has brought, with no more than it needs', () => {
  beforeAll(async () => {
    const json = rows.filter(isBrought).map(recordOf)
    const brought = await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json })
    expect([brought.status, brought.body]).toEqual([200, { created: json.length, changed: 0, unchanged: 0 }])
  })

  test.each(rows)('has what is always there of a $is', async (row) => {
    if (!isBrought(row)) return
    const { body } = await send(`${urlOf(row)}/brought-${row.resource}`)
    expect(body).toMatchObject(present(row))
  })
})

describe.each(rows)('every $is in a list', (row) => {
  test('has what is always there, also among selected attributes', async () => {
    const { page } = collectionOf(row)
    if (!page.verbs.has('list')) return
    const whole = await send(`${urlOf(row)}?limit=1000`)
    expect(whole.status).toBe(200)
    const names = Object.keys(row.always).join(',')
    const selected = await send(`${urlOf(row)}?limit=1000&fields=${names || 'none'}`)
    for (const document of [...whole.body, ...selected.body]) expect(document).toMatchObject(present(row))
  })
})
