/**
 * Death between what was asked of the network and what is known of it: what was accepted is done once, and told once,
 * also to a client that repeats what it got no answer to.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { send } from '../support/http.ts'
import { until } from '../support/until.ts'
import { embeddedDatabase, freePort, pause, ServerProcess } from './process.ts'

const services = '/tmf-api/ServiceActivationAndConfiguration/v4/service'
const line = { name: 'Line', state: 'active', serviceSpecification: { id: 'ss-1' } }

let folder: string
let server: ServerProcess
let client: pg.Client | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goldthread-activation-'))
})

afterEach(async () => {
  await client?.end().catch(() => {})
  client = undefined
  await server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** A server whose network takes its time. */
async function start(latency: number): Promise<void> {
  const flags = ['--data', folder, '--no-seed', '--network-latency', String(latency)]
  server = new ServerProcess(await freePort(), flags)
  await server.start()
}

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  if (client === undefined) {
    client = new pg.Client({ connectionString: embeddedDatabase(folder).url })
    client.on('error', () => {})
    await client.connect()
  }
  return (await client.query(text, values)).rows as Row[]
}

test('killed between intent and result, an activation is taken up again and done once', {
  timeout: 120_000,
}, async () => {
  await start(2_000)
  const asked = await send(server.url + services, {
    method: 'POST',
    json: line,
    headers: { Prefer: 'respond-async' },
  })
  expect(asked.status).toBe(202)
  await until(
    async () => (await rows(`select 1 from plan where owner is not null`)).length === 1,
    'the intent',
  )
  await server.kill()
  expect(await rows('select 1 from network.journal')).toEqual([])
  await server.start()
  const monitor = async () => (await send(String(asked.headers.get('location')))).body
  expect((await monitor()).state).toBe('InProgress')
  await until(async () => (await monitor()).state === 'Completed', 'the end of the activation')
  const { body } = await send((await monitor()).sourceHref)
  expect(body).toMatchObject({ state: 'active', hasStarted: true })
  expect(await rows('select action, target from network.journal')).toEqual([
    { action: 'activate', target: `Service/${body.id}` },
  ])
  const told = await rows<{ type: string }>(`select type from event where entity_id = $1 order by seq`, [
    body.id,
  ])
  expect(told.map(({ type }) => type)).toEqual([
    'ServiceCreateEvent',
    'ServiceAttributeValueChangeEvent',
    'ServiceStateChangeEvent',
  ])
})

test('killed again and again under load, every activation is done once, however often it is repeated', {
  timeout: 240_000,
}, async () => {
  await start(40)
  let isOn = true
  let count = 0
  const accepted: string[] = []
  const channels = Array.from({ length: 4 }, async () => {
    while (isOn) {
      const name = `line ${count++}`
      const headers = { 'Idempotency-Key': name.replace(' ', '-'), Prefer: 'wait=1' }
      // What is not answered is asked again: whether it was done is not known.
      for (let isAnswered = false; !isAnswered; ) {
        const json = { ...line, name }
        const answer = await send(server.url + services, { method: 'POST', json, headers }).catch(
          () => undefined,
        )
        isAnswered = answer?.status === 201 || answer?.status === 202
        if (!isAnswered) await pause(30)
      }
      accepted.push(name)
    }
  })
  for (let kill = 0; kill < 5; kill++) {
    await pause(200 + Math.random() * 600)
    await server.kill()
    await server.start()
  }
  const before = accepted.length
  await until(() => accepted.length > before + 4, 'load after the last kill')
  isOn = false
  await Promise.all(channels)
  await until(
    async () => (await rows(`select 1 from entity_service where doc->>'state' <> 'active'`)).length === 0,
    'activation of every service',
  )
  const stored = await rows<{ name: string }>(`select doc->>'name' as name from entity_service`)
  expect(stored.map(({ name }) => name).sort()).toEqual([...accepted].sort())
  expect(await rows(`select 1 from network.journal`)).toHaveLength(accepted.length)
  const twice = `select 1 from network.journal group by target having count(*) > 1
    union all select 1 from event where type in ('ServiceCreateEvent', 'ServiceStateChangeEvent')
      group by entity_id, type having count(*) > 1`
  expect(await rows(twice)).toEqual([])
  await until(
    async () =>
      (await rows(`select 1 from entity_servicemonitor where doc->>'state' <> 'Completed'`)).length === 0,
    'the end of every monitor',
  )
})
