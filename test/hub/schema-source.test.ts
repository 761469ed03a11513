/** Schemas are fetched like callbacks are called: not from inside, not for long, not without an end (section 21). */
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { Egress } from '../../src/hub/egress.ts'
import { schemaSource } from '../../src/hub/schema-source.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serving(answer: RequestListener): Promise<string> {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const { port } = started.address() as { port: number }
  return `http://127.0.0.1:${port}/schema.json`
}
const inside = schemaSource(new Egress(['127.0.0.0/8']))

test('a schema is fetched as text', async () => {
  const url = await serving((_request, response) => response.end('{"type":"object"}'))
  expect(await inside(url)).toBe('{"type":"object"}')
})

test('nothing is asked that only this server can reach, and nobody learns why', async () => {
  const url = await serving((_request, response) => response.end('{}'))
  const strict = schemaSource(new Egress())
  for (const target of [url, 'https://localhost/x', 'https://10.0.0.1/x', 'http://example.com/x']) {
    await expect(strict(target)).rejects.toThrow('its host may not be asked')
  }
  for (const target of ['file:///etc/passwd', 'schema.json', '']) {
    await expect(strict(target)).rejects.toThrow('it is no https URL')
  }
})

test('no redirect is followed', async () => {
  const url = await serving((_request, response) => response.writeHead(302, { Location: '/x' }).end())
  await expect(inside(url)).rejects.toThrow('the answer was 302')
})

test('more than a mebibyte is not taken', async () => {
  const url = await serving((_request, response) => response.end('x'.repeat(2 ** 20 + 1)))
  await expect(inside(url)).rejects.toThrow('at most 1048576 bytes')
})

test('an answer that does not end is not waited for', async () => {
  const url = await serving((_request, response) => {
    const drip = setInterval(() => response.write(' '), 100)
    response.on('close', () => clearInterval(drip))
  })
  await expect(inside(url)).rejects.toThrow()
}, 10_000)
