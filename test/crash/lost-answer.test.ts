/**
 * Death between commit and answer (wire contract, sections 16 and 27.8): the client does not know whether its request was
 * done. It repeats it with its key, and is told what it would have been told; nothing is done twice.
 */
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { send } from '../support/http.ts'
import { HeldCommits } from './held-commits.ts'
import { freePort, ServerProcess } from './process.ts'

const individuals = '/tmf-api/party/v4/individual'
const ada = { givenName: 'Ada', familyName: 'Lovelace' }

let fresh: FreshDatabase
let database: HeldCommits
let server: ServerProcess
let client: pg.Client

beforeEach(async () => {
  fresh = await freshDatabase()
  database = await HeldCommits.before(fresh.url)
  server = new ServerProcess(await freePort(), ['--no-seed'], { DATABASE_URL: database.url })
  client = new pg.Client({ connectionString: fresh.url })
  await Promise.all([server.start(), client.connect()])
})

afterEach(async () => {
  await server.kill('SIGTERM')
  await client.end()
  database.close()
  await fresh.drop()
})

const cases = [
  {
    method: 'POST',
    json: { ...ada, familyName: 'Byron' },
    mark: 'Byron',
    status: 201,
    events: ['Create', 'Create'],
  },
  {
    method: 'PATCH',
    json: { familyName: 'King' },
    mark: 'King',
    status: 200,
    events: ['Create', 'AttributeValueChange'],
  },
  { method: 'DELETE', mark: undefined, status: 204, events: ['Create', 'Delete'] },
] as const

test.each(cases)(
  'a $method whose answer was lost with its server is answered by the next, and done once',
  async ({ method, mark, status, events, ...sent }) => {
    const made = await send(server.url + individuals, { method: 'POST', json: ada })
    const { id } = made.body
    const place = method === 'POST' ? individuals : `${individuals}/${id}`
    const ask = () => send(server.url + place, { method, headers: { 'Idempotency-Key': 'k-1' }, ...sent })

    const committed = database.hold(mark ?? id)
    const lost = ask().catch(() => 'no answer')
    await committed
    await server.kill()
    expect(await lost).toBe('no answer')
    const told = async () =>
      (await client.query('select type from event order by seq')).rows.map(({ type }) => type)
    const expected = events.map((each) => `Individual${each}Event`)
    expect(await told()).toEqual(expected)

    await server.start()
    for (const _repeat of [1, 2]) {
      const answer = await ask()
      expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([status, 'true'])
      if (status === 204) continue
      const stored = await send(answer.body.href)
      expect(answer.body).toEqual(stored.body)
      expect(answer.headers.get('etag')).toBe(stored.headers.get('etag'))
    }
    expect(await told()).toEqual(expected)
    const kept = await send(server.url + individuals)
    expect(kept.body).toHaveLength({ POST: 2, PATCH: 1, DELETE: 0 }[method])
  },
)
