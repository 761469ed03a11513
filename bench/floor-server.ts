/**
 * The floor of the request benchmark: what POST, GET by id and a filtered list of service orders cost when nothing is
 * checked, routed or negotiated. Plain node:http and pg, the same tables, the same rows, one statement for each thing.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { listen, readBody } from './support/plain-http.ts'
import { collection } from './support/service-orders.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, pipeline: true })

interface Item {
  readonly [attribute: string]: unknown
}

async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await readBody(request)) as Item & { readonly serviceOrderItem: Item[] }
  const id = `so-${randomBytes(10).toString('hex')}`
  const now = new Date().toISOString()
  const serviceOrderItem = body.serviceOrderItem.map((item) => ({ ...item, state: 'acknowledged' }))
  const document = { ...body, orderDate: now, serviceOrderItem, state: 'acknowledged' }
  const answer = JSON.stringify({ id, href: `${collection}/${id}`, ...document })
  await pool.query({
    name: 'post',
    text: `with document as (
        insert into entity (tenant, kind, id, revision, created, updated, state, doc)
        values ('default', 'ServiceOrder', $1, 1, $2, $2, 'acknowledged', $3)
      ), event as (
        insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
        values ('default', $4, 'ServiceOrderCreateEvent', 'ServiceOrder', $1, 1, $1, 'client', $2, $5)
      )
      insert into plan (tenant, kind, id, correlation_id, turn, due)
      values ('default', 'ServiceOrder', $1, $1, 0, $2)`,
    values: [id, now, JSON.stringify(document), `e-${randomBytes(10).toString('hex')}`, answer],
  })
  send(response, 201, answer)
}

async function get(id: string, response: ServerResponse): Promise<void> {
  const { rows } = await pool.query<{ text: string }>({
    name: 'get',
    text: `select doc::text as text from entity_serviceorder where tenant = 'default' and kind = 'ServiceOrder' and id = $1`,
    values: [id],
  })
  send(response, 200, textOf(id, rows[0]?.text ?? '{}'))
}

async function list(state: string, limit: number, response: ServerResponse): Promise<void> {
  const matching = `from entity_serviceorder where tenant = 'default' and state = $1`
  const [{ rows }, counted] = await Promise.all([
    pool.query<{ id: string; text: string }>({
      name: 'list',
      text: `select id, doc::text as text ${matching} order by seq limit $2`,
      values: [state, limit],
    }),
    pool.query<{ total: number }>({
      name: 'count',
      text: `select count(*)::int as total ${matching}`,
      values: [state],
    }),
  ])
  response.setHeader('X-Total-Count', counted.rows[0]?.total ?? 0)
  send(response, 200, `[${rows.map(({ id, text }) => textOf(id, text)).join(',')}]`)
}

const textOf = (id: string, text: string) => `{"id":"${id}","href":"${collection}/${id}",${text.slice(1)}`

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  })
  response.end(text)
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor')
  if (request.method === 'POST') await post(request, response)
  else if (pathname !== collection) await get(pathname.slice(collection.length + 1), response)
  else await list(searchParams.get('state') ?? '', Number(searchParams.get('limit')), response)
}

await listen(createServer(), answer, () => pool.end())
