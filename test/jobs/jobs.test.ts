/** Import and export jobs, over HTTP and with the actor that runs them (wire contract, section 19). */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resourceBehaviours } from '../../src/behaviours/index.ts'
import { Egress } from '../../src/hub/egress.ts'
import { JobRunner, type JobRunnerOptions } from '../../src/jobs/job-runner.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { claimJob } from '../../src/store/jobs.ts'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { eventually } from '../support/until.ts'

const services = '/tmf-api/serviceCatalogManagement/v4'
const resources = '/tmf-api/resourceCatalog/v4'
const behaviours = new Map<string, Behaviour>()

let server: TestServer
let runner: JobRunner
let elsewhere: Server
let files: string
/** What the other server was sent, and what it answers with, by path. */
const received = new Map<string, { type: string | undefined; text: string }>()
const offered = new Map<string, { status?: number; text: string | Buffer; encoding?: string }>()

beforeAll(async () => {
  server = await startServer({ behaviours })
  for (const [kind, behaviour] of resourceBehaviours(server.context.database)) behaviours.set(kind, behaviour)
  runner = newRunner()
  runner.start()
  elsewhere = createServer(async (request, response) => {
    const path = request.url ?? ''
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      received.set(path, { type: request.headers['content-type'], text: Buffer.concat(chunks).toString() })
      response.writeHead(204).end()
      return
    }
    const { status = 200, text = '', encoding } = offered.get(path) ?? { status: 404 }
    response.writeHead(status, encoding ? { 'Content-Encoding': encoding } : {}).end(text)
  }).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  files = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
})

afterAll(async () => {
  await runner?.stop()
  elsewhere?.close()
  await server?.close()
})

function newRunner(options: Partial<JobRunnerOptions> = {}): JobRunner {
  const egress = new Egress(['127.0.0.0/8'])
  return new JobRunner(server.context, { egress, log: () => {}, ...options })
}

const post = (path: string, json: unknown): Promise<Answer> =>
  send(server.url + path, { method: 'POST', json })

const putUp = (name: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  send(`${server.url}${services}/importJob/content/${name}`, {
    method: 'PUT',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  })

/** Waits until a job is over, and gives it as it is then. */
async function ended(job: Answer): Promise<Answer['body']> {
  expect(job.status, job.text).toBe(201)
  const look = async () => (await send(job.body.href)).body
  await eventually(async () => (await look()).status).toMatch(/Succeeded|Failed/)
  return look()
}

async function eventTypes(): Promise<string[]> {
  const text = 'select type from event order by seq'
  return (await server.context.database.read<{ type: string }>({ text })).map(({ type }) => type)
}

const count = async (path: string): Promise<number> =>
  Number((await send(`${server.url}${path}?limit=0`)).headers.get('x-total-count'))

const specifications = (prefix: string, howMany: number) =>
  Array.from({ length: howMany }, (_, index) => ({
    id: `${prefix}-${index}`,
    '@type': 'ServiceSpecification',
    name: `Specification ${index}`,
  }))

describe('an import job', () => {
  test('brings what was put up, by its id, and tells of it once', async () => {
    const upload = await putUp('first.json', JSON.stringify(specifications('up', 3)))
    expect([upload.status, upload.headers.get('location')]).toEqual([201, upload.body.url])
    const job = await post(`${services}/importJob`, { url: upload.body.url, status: 'Succeeded' })
    expect(job.body.status).toBe('Not Started')
    const over = await ended(job)
    expect(over).toMatchObject({ status: 'Succeeded', url: upload.body.url })
    expect(over.completionDate).toBeDefined()
    expect((await send(`${server.url}${services}/serviceSpecification/up-1`)).body.name).toBe(
      'Specification 1',
    )
    const types = await eventTypes()
    expect(types.filter((type) => type === 'ServiceCatalogBatchEvent')).toHaveLength(1)
    expect(types).not.toContain('ServiceSpecificationCreateEvent')
    expect(types.filter((type) => type.startsWith('ImportJob'))).toEqual([
      'ImportJobCreateEvent',
      'ImportJobStateChangeEvent',
      'ImportJobStateChangeEvent',
    ])
  })

  test('fetches its file from elsewhere, packed or not, one record a line if it says so', async () => {
    const lines = specifications('line', 2).map(({ '@type': _type, ...rest }) => JSON.stringify(rest))
    offered.set('/lines', { text: gzipSync(lines.join('\n')), encoding: 'gzip' })
    const path = `${services}/serviceSpecification`
    const contentType = 'application/x-ndjson'
    const job = await post(`${services}/importJob`, { url: `${files}/lines`, path, contentType })
    expect(await ended(job)).toMatchObject({ status: 'Succeeded' })
    expect((await send(`${server.url}${path}/line-1`)).status).toBe(200)
  })

  test('replaces what is there, and changes nothing when it is repeated', async () => {
    offered.set('/again', {
      text: JSON.stringify([{ id: 'again', '@type': 'ServiceSpecification', name: 'New' }]),
    })
    await ended(await post(`${services}/importJob`, { url: `${files}/again` }))
    await ended(await post(`${services}/importJob`, { url: `${files}/again` }))
    const found = await send(`${server.url}${services}/serviceSpecification/again`)
    expect([found.body.name, found.headers.get('etag')]).toEqual(['New', '"1"'])
  })

  test('tells of each record where its catalogue has no event for a batch', async () => {
    offered.set('/resources', { text: '[{"id":"rs-1","@type":"ResourceSpecification","name":"ONT"}]' })
    await ended(await post(`${resources}/importJob`, { url: `${files}/resources` }))
    expect(await eventTypes()).toContain('ResourceSpecificationCreateEvent')
  })

  test('imports nothing when one record is wrong, and names all that are', async () => {
    const before = await count(`${services}/serviceSpecification`)
    const records = [
      ...specifications('bad', 300),
      { id: 'x', '@type': 'ServiceSpecification' },
      { '@type': 'Kite' },
    ]
    offered.set('/bad', { text: JSON.stringify(records) })
    const { status, errorLog } = await ended(await post(`${services}/importJob`, { url: `${files}/bad` }))
    expect(status).toBe('Failed')
    expect(errorLog.split('\n')).toEqual([
      'record 301 (ServiceSpecification x): name: is required',
      expect.stringMatching(/^record 302: @type: must name one of ServiceCatalog, /),
    ])
    expect(await count(`${services}/serviceSpecification`)).toBe(before)
  })

  test.each([
    ['no JSON array', '{"id":"1"}', /must be a JSON array/],
    ['an array that does not end', '[{"name":"x"}', /ends before its JSON array does/],
    ['a comma too many', '[{"name":"x"},]', /where none may be/],
    ['text after the array', '[] []', /where none may be/],
    ['a record that is no JSON', '[{"name":}]', /record 1: is not JSON/],
    ['bytes that are no text', Buffer.from([0x5b, 0xff]), /not valid UTF-8/],
  ])('fails with %s', async (_what, text, message) => {
    offered.set('/odd', { text })
    const { status, errorLog } = await ended(await post(`${services}/importJob`, { url: `${files}/odd` }))
    expect([status, errorLog]).toEqual(['Failed', expect.stringMatching(message)])
  })

  test.each([
    ['is not there', () => `${files}/nowhere`, /the answer was 404/],
    ['lies inside', () => 'http://10.0.0.1/catalog.json', /may not be called/],
    ['leads on to another', () => `${files}/redirect`, /the answer was 302/],
    ['was never put up', () => `${services}/importJob/content/nothing`, /nothing was put up/],
    ['is not for the web', () => 'ftp://files.example.com/x', /nothing was put up/],
  ])('fails when its file %s', async (_what, url, message) => {
    offered.set('/redirect', { status: 302, text: '' })
    const { status, errorLog } = await ended(await post(`${services}/importJob`, { url: url() }))
    expect([status, errorLog]).toEqual(['Failed', expect.stringMatching(message)])
  })

  test('is refused when it does not say where the file is', async () => {
    expect((await post(`${services}/importJob`, {})).body.code).toBe('missingAttribute')
  })

  test.each([
    ['url', { url: 'catalog.json' }],
    ['path', { path: 'kite' }],
    ['contentType', { contentType: 'text/csv' }],
  ])('fails when its %s names what there is not', async (name, body) => {
    const job = await ended(await post(`${services}/importJob`, { url: `${files}/first`, ...body }))
    expect(job).toMatchObject({ status: 'Failed', errorLog: expect.stringContaining(name) })
  })

  test('is not deleted before it is over', async () => {
    await runner.stop()
    const job = await post(`${services}/importJob`, { url: `${files}/again` })
    expect((await send(job.body.href, { method: 'DELETE' })).body.code).toBe('resourceNotDeletable')
    runner = newRunner()
    runner.start()
    await ended(job)
    expect((await send(job.body.href, { method: 'DELETE' })).status).toBe(204)
  })

  test('is taken up again when the node that ran it died', async () => {
    await runner.stop()
    offered.set('/orphan', { text: JSON.stringify(specifications('orphan', 2)) })
    const job = await post(`${services}/importJob`, { url: `${files}/orphan` })
    const claimed = await claimJob(server.context.database, 'a node that died', 1)
    expect(claimed?.id).toBe(job.body.id)
    runner = newRunner()
    runner.start()
    expect(await ended(job)).toMatchObject({ status: 'Succeeded' })
  })

  test('is done once, also when two nodes run it at the same time', async () => {
    await runner.stop()
    const before = (await eventTypes()).filter((type) => type === 'ServiceCatalogBatchEvent').length
    offered.set('/twice', { text: JSON.stringify(specifications('twice', 500)) })
    const job = await post(`${services}/importJob`, { url: `${files}/twice` })
    // With leases this short, each node believes that the other has died.
    const nodes = Array.from({ length: 3 }, () => newRunner({ lease: 1, attempts: 1_000 }))
    for (const node of nodes) node.start()
    expect(await ended(job)).toMatchObject({ status: 'Succeeded' })
    await Promise.all(nodes.map((node) => node.stop()))
    const after = (await eventTypes()).filter((type) => type === 'ServiceCatalogBatchEvent').length
    expect(after - before).toBe(1)
    runner = newRunner()
    runner.start()
  })
})

describe('the file of an import', () => {
  test('is refused when it is no catalogue or not packed as it says', async () => {
    expect((await putUp('x', 'a,b', { 'Content-Type': 'text/csv' })).status).toBe(415)
    expect((await putUp('x', '[]', { 'Content-Encoding': 'gzip' })).body.code).toBe('invalidBody')
    expect((await putUp('x', '[]', { 'Content-Encoding': 'zip' })).body.code).toBe('unsupportedMediaType')
  })

  test('replaces the one that had its name', async () => {
    const uploads = await Promise.all(
      [1, 2, 3, 4].map((n) => putUp('same', JSON.stringify(specifications(`s${n}`, 1)))),
    )
    expect(uploads.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const text = `select count(*)::int as files from content where address like '%/same'`
    expect(await server.context.database.read({ text })).toEqual([{ files: 1 }])
  })
})

describe('an export job', () => {
  test('offers its file for download, complete and fit for an import', async () => {
    const job = await ended(await post(`${services}/exportJob`, {}))
    expect(job).toMatchObject({
      status: 'Succeeded',
      url: expect.stringMatching(`^${server.url}${services}/exportJob/content/`),
    })
    const file = await send(job.url)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="export"',
    })
    expect(file.body).toHaveLength(await count(`${services}/serviceSpecification`))
    const [first] = file.body
    expect(first).toMatchObject({
      id: 'up-0',
      '@type': 'ServiceSpecification',
      href: `${services}/serviceSpecification/up-0`,
    })
    offered.set('/back', { text: file.text })
    expect(await ended(await post(`${services}/importJob`, { url: `${files}/back` }))).toMatchObject({
      status: 'Succeeded',
    })
    const again = await send(`${server.url}${services}/serviceSpecification/up-0`)
    expect(again.headers.get('etag')).toBe('"1"')
  })

  test('carries only what its path and query select, one record a line if it says so', async () => {
    const job = await post(`${services}/exportJob`, {
      path: `${server.url}${services}/serviceSpecification`,
      query: 'name=Specification 1',
      contentType: 'application/x-ndjson',
    })
    const file = await send((await ended(job)).url)
    const names = file.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).name)
    expect(new Set(names)).toEqual(new Set(['Specification 1']))
  })

  test('of nothing is an empty array', async () => {
    const job = await post(`${services}/exportJob`, { path: 'serviceCandidate' })
    expect((await send((await ended(job)).url)).text).toBe('[]')
  })

  test('is sent to its URL when it has one', async () => {
    const job = await post(`${services}/exportJob`, { url: `${files}/drop`, path: 'serviceSpecification' })
    expect(await ended(job)).toMatchObject({ status: 'Succeeded', url: `${files}/drop` })
    const { type, text } = received.get('/drop') ?? { text: '' }
    expect(type).toBe('application/json')
    expect(JSON.parse(text)).toHaveLength(await count(`${services}/serviceSpecification`))
  })

  test('fails when its URL cannot be reached, and when its query cannot be read', async () => {
    const job = await post(`${services}/exportJob`, { url: 'http://10.0.0.1/drop' })
    expect(await ended(job)).toMatchObject({
      status: 'Failed',
      errorLog: expect.stringMatching(/may not be called/),
    })
    const wrong = await post(`${services}/exportJob`, { path: 'serviceSpecification', query: 'colour=red' })
    expect(await ended(wrong)).toMatchObject({
      status: 'Failed',
      errorLog: expect.stringContaining('colour'),
    })
  })

  test('takes its file along when it is deleted', async () => {
    const job = await ended(await post(`${services}/exportJob`, { path: 'serviceCandidate' }))
    const other = await ended(await post(`${services}/exportJob`, { path: 'serviceCandidate' }))
    expect((await send(job.href, { method: 'DELETE' })).status).toBe(204)
    expect([(await send(job.url)).status, (await send(other.url)).status]).toEqual([404, 200])
  })

  test('leads nowhere once its file has expired', async () => {
    const job = await ended(await post(`${services}/exportJob`, { path: 'serviceCandidate' }))
    await server.context.database.withWriter((client) => client.query(`update content set expires = now()`))
    expect((await send(job.url)).status).toBe(404)
  })
})
