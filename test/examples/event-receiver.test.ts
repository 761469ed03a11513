/** The example of a receiver, as a process of its own, told by a hub. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src/hub/clock.ts'
import { signatureOf } from '../../src/hub/signature.ts'
import { Bench } from '../hub/bench.ts'
import { eventually, until } from '../support/until.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const file = 'examples/event-receiver/receiver.mjs'
const receiver = spawn(process.execPath, [file], {
  env: { ...process.env, WEBHOOK_SECRET: secret, PORT: '0' },
})
const lines: string[] = []
let bench: Bench
let url: string

beforeAll(async () => {
  bench = await Bench.open()
  const output = createInterface(receiver.stdout)
  output.on('line', (line) => lines.push(line))
  await until(() => lines.length === 1, 'a receiver that listens')
  url = lines.shift()?.replace('listening on ', '') ?? ''
})
afterAll(async () => {
  receiver.kill()
  await bench.close()
})

test('prints an event that a hub tells it of', async () => {
  await bench.subscribe(url, 'fields=state', { secret })
  bench.start({ clock: systemClock })
  const { id } = await bench.order()
  await eventually(() => lines.length).toBe(1)
  expect(lines[0]).toMatch(/^ServiceOrderCreateEvent /)
  expect(lines[0]).toContain(`"id":"${id}"`)
  await eventually(() => bench.pending()).toBe(0)
})

test('takes an event once, and none that is not signed as it should be, or was long ago', async () => {
  lines.length = 0
  const body = JSON.stringify({ eventId: 'e-1', eventType: 'CraneMovedEvent', event: {} })
  const now = Math.floor(Date.now() / 1000)
  const send = async (timestamp: number, secrets: readonly string[], sent = body) => {
    const signature = signatureOf({ id: 'e-1', timestamp, body }, secrets)
    const headers = {
      'webhook-id': 'e-1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature,
    }
    return (await fetch(url, { method: 'POST', body: sent, headers })).status
  }
  const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
  expect(await send(now, [other])).toBe(401)
  expect(await send(now, [secret], `${body} `)).toBe(401)
  expect(await send(now - 3600, [secret])).toBe(401)
  expect((await fetch(url, { method: 'POST', body })).status).toBe(401)
  expect(await send(now, [other, secret])).toBe(204)
  expect(await send(now, [secret])).toBe(204)
  await eventually(() => lines).toEqual(['CraneMovedEvent {}'])
})

test('verifies as the guide says', () => {
  const [, verifying = ''] =
    /```js\n(.*?)```/s.exec(readFileSync('docs/guides/events-and-hubs.md', 'utf8')) ?? []
  expect(verifying.length).toBeGreaterThan(100)
  expect(readFileSync(file, 'utf8')).toContain(verifying)
})
