/**
 * The floor of the order benchmark: for each order that is posted it makes the commits that were recorded of a real one,
 * with ids of their own, one after the other, in the plainest SQL. It decides nothing, reads nothing and checks nothing.
 *
 * Its second argument is how many orders may share a commit where Goldthread's engine lets them share one: 1 is the
 * plain floor.
 */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { listen, readBody } from './support/plain-http.ts'
import type { Commit, Recording, Template, WriteName } from './support/recording.ts'

const [, , file = '', batchText = '1'] = process.argv
const batch = Number(batchText)
const { ids, commits } = JSON.parse(readFileSync(file, 'utf8')) as Recording
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, pipeline: true })

const documents = `insert into entity (tenant, kind, id, revision, parent, created, updated, state, doc)
  select tenant, kind, id, revision, parent, now(), now(), state, doc from json_to_recordset($1)
  as r(tenant text, kind text, id text, revision int, parent text, state text, doc jsonb)`
const plan =
  'tenant text, kind text, id text, correlation_id text, turn int, owner text, due timestamptz, body json'

const statements: Readonly<Record<WriteName, string>> = {
  inserts: documents,
  updates: `${documents} on conflict (tenant, kind, id) do update
    set doc = excluded.doc, revision = excluded.revision, updated = excluded.updated, state = excluded.state`,
  events: `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, path, resource)
    select * from json_to_recordset($1) as r(tenant text, id text, type text, kind text, entity_id text, revision int,
      correlation_id text, actor text, time timestamptz, path text, resource json)`,
  plans: `insert into plan (tenant, kind, id, correlation_id, turn, owner, due, body)
    select * from json_to_recordset($1) as r(${plan})
    on conflict (tenant, kind, id) do update
      set turn = excluded.turn, owner = excluded.owner, due = excluded.due, body = excluded.body`,
  wakes: `update plan set due = r.due from json_to_recordset($1) as r(${plan})
    where (plan.tenant, plan.kind, plan.id) = (r.tenant, r.kind, r.id)`,
  journal: `insert into network.journal (key, action, target, result)
    select * from json_to_recordset($1) as r(key text, action text, target text, result json)`,
}

/** An order on its way: its ids. */
type Order = readonly string[]

/** The orders that wait for each commit. */
const waiting: Order[][] = commits.map(() => [])
/** Turns of the engine are taken a few at a time, as Goldthread does: that is what lets orders meet in one. */
const maxTurns = batch > 1 ? 3 : 10
let running = 0
let turns = 0
let count = 0

function newOrder(): Order {
  const first = count++ * ids.length + Date.now() * 1_000
  return ids.map(
    (id, index) =>
      `${id.slice(0, Math.max(3, id.length - 11))}${(first + index).toString(36).padStart(11, '0')}`,
  )
}

function textOf({ texts, ids: places }: Template, order: Order): string {
  let text = texts[0] ?? ''
  for (let index = 0; index < places.length; index++)
    text += order[places[index] ?? 0] + (texts[index + 1] ?? '')
  return text
}

async function write({ writes }: Commit, orders: readonly Order[]): Promise<void> {
  const client = await pool.connect()
  try {
    const sent = [client.query('begin')]
    for (const [name, template] of Object.entries(writes)) {
      const rows = `[${orders.map((order) => textOf(template, order)).join(',')}]`
      sent.push(client.query({ name, text: statements[name as WriteName], values: [rows] }))
    }
    await Promise.all([...sent, client.query('commit')])
  } finally {
    client.release()
  }
}

/** Makes the commits that wait, those furthest on first, on as many connections as there are. */
function pump(): void {
  while (running < 10) {
    const next = waiting.findLastIndex(
      ({ length }, index) => length > 0 && !(commits[index]?.isTurn && turns >= maxTurns),
    )
    const commit = commits[next]
    if (commit === undefined) return
    const orders = (waiting[next] ?? []).splice(0, commit.isTurn ? batch : 1)
    const weight = commit.isTurn ? 1 : 0
    running += 1
    turns += weight
    write(commit, orders)
      .then(() => waiting[next + 1]?.push(...orders))
      .catch((error: Error) => console.error(error))
      .finally(() => {
        running -= 1
        turns -= weight
        pump()
      })
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await readBody(request)) as object
  const order = newOrder()
  await write(commits[0] as Commit, [order])
  const text = JSON.stringify({ id: order[0], ...body })
  response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
  waiting[1]?.push(order)
  pump()
}

await listen(createServer(), answer, () => pool.end())
