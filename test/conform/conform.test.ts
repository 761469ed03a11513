import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { runConform, type Terminal } from '../../src/conform/command.ts'
import { conform } from '../../src/conform/run.ts'
import { startServer, type TestServer } from '../support/server.ts'

const chosen = apis.filter(({ number }) => ['TMF632', 'TMF641', 'TMF673', 'TMF701'].includes(number))

describe('our own server', () => {
  let server: TestServer
  let folder: string
  beforeAll(async () => {
    server = await startServer()
    folder = mkdtempSync(join(tmpdir(), 'goldthread-conform-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await server.close()
  })

  test('passes, and the reports say so', async () => {
    const printed: string[] = []
    const file = (name: string) => join(folder, name)
    const args = ['--url', server.url, '--no-events', ...chosen.flatMap(({ number }) => ['--api', number])]
    const reports = ['--junit', file('r.xml'), '--json', file('r.json'), '--html', file('r.html')]
    const code = await runConform([...args, ...reports], apis, { print: (text) => printed.push(text) })
    expect(printed.join('\n')).not.toContain('FAILED')
    expect(code).toBe(0)
    const verdicts = JSON.parse(readFileSync(file('r.json'), 'utf8')) as { outcome: string }[]
    expect(verdicts.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(80)
    expect(readFileSync(file('r.xml'), 'utf8').match(/<testcase /g)).toHaveLength(verdicts.length)
    expect(readFileSync(file('r.html'), 'utf8')).toContain('TMF641')
  })
})

describe('a server that answers everything with an empty object', () => {
  let server: Server
  let url: string
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  test('passes nothing', async () => {
    const verdicts = await conform({ url, apis: chosen, timeout: 1_000, listen: undefined })
    expect(verdicts.filter(({ outcome }) => outcome === 'passed')).toEqual([])
  })
})

test('a server that is not there is told so, check by check', async () => {
  const verdicts = await conform({
    url: 'http://127.0.0.1:9',
    apis: chosen.slice(0, 1),
    timeout: 500,
    listen: undefined,
  })
  expect(verdicts.length).toBeGreaterThan(0)
  expect(verdicts.every(({ outcome }) => outcome === 'failed')).toBe(true)
})

describe('the command', () => {
  const asked: IncomingMessage[] = []
  let server: Server
  let url: string
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goldthread-conform-'))
    server = createServer((request, response) => {
      asked.push(request)
      response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"<&>": "\u0001"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    server.close()
  })

  const run = async (args: readonly string[], more: Partial<Terminal> = {}) => {
    const printed: string[] = []
    const told = ['--url', `${url}/`, '--no-events', ...args]
    const code = await runConform(told, apis, { print: (text) => printed.push(text), ...more })
    return { code, printed: printed.join('\n') }
  }

  test('ends with 1 when something failed, and its JUnit XML is whole', async () => {
    const file = join(folder, 'failed.xml')
    const { code, printed } = await run(['--api', '673', '--api', 'tmf699', '--junit', file])
    expect(code).toBe(1)
    expect(printed).toMatch(/TMF673 .*FAILED\nTMF699 .*FAILED\nall .*FAILED/)
    const xml = readFileSync(file, 'utf8')
    expect(unclosedIn(xml)).toEqual([])
    expect(xml).toContain('&#60;&#38;&#62;')
    for (const [, counts = '', cases = ''] of xml.matchAll(
      /<testsuite name="[^"]+" (.*?)>(.*?)<\/testsuite>/gs,
    )) {
      const count = (tag: string) => cases.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0
      expect(counts).toBe(
        `tests="${count('testcase')}" failures="${count('failure')}" skipped="${count('skipped')}"`,
      )
    }
  })

  test('sends the token and the headers it was given to where the API lies', async () => {
    asked.length = 0
    await run(['--api', 'TMF699', '--base', 'TMF699=/sales/', '--token', 'abc', '--header', 'X-Tenant: acme'])
    expect(asked.length).toBeGreaterThan(5)
    for (const { url: target, headers } of asked) {
      expect(target).toMatch(/^\/sales\/salesLead/)
      expect(headers).toMatchObject({ authorization: 'Bearer abc', 'x-tenant': 'acme' })
    }
  })

  test('sends bodies of the tester’s own', async () => {
    asked.length = 0
    const file = join(folder, 'bodies.json')
    writeFileSync(file, JSON.stringify({ salesLead: { name: 'Our own lead' } }))
    const json = join(folder, 'r.json')
    await run(['--api', 'TMF699', '--bodies', file, '--json', json])
    const verdicts: { check: string; message?: string }[] = JSON.parse(readFileSync(json, 'utf8'))
    expect(verdicts.find(({ check }) => check.startsWith('a create is answered'))?.message).toContain(
      '{"name":"Our own lead"}',
    )
  })

  test('draws how far it is where somebody watches, and wipes it away', async () => {
    const drawn: string[] = []
    await run(['--api', 'TMF699'], { redraw: (text) => drawn.push(text) })
    expect(drawn[0]).toMatch(/^\[#\.{23}\] 1\/\d+ TMF699 salesLead$/)
    expect(drawn.at(-2)).toMatch(/^\[#{24}\]/)
    expect(drawn.at(-1)).toBe('')
  })

  test.each([
    [['--api', 'TMF999'], /There is no API TMF999/],
    [['--base', 'TMF699'], /--base must be/],
    [['--base', 'TMF699=sales'], /--base must be/],
    [['--header', 'nothing'], /--header must be/],
    [['--bodies', '/nowhere.json'], /--bodies must be/],
    [['--files', '/nowhere'], /--files must be a folder/],
    [['--timeout', 'soon'], /--timeout must be/],
    [['--speed', '9'], /Unknown option '--speed'/],
  ])('refuses %j in words', async (args, message) => {
    await expect(run(args)).rejects.toThrow(message)
  })
})

test('an answer that breaks off in the middle counts as none', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).write('[{"id":')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const verdicts = await conform({ url, apis: chosen.slice(0, 1), timeout: 100, listen: undefined })
  server.closeAllConnections()
  server.close()
  expect(verdicts.every(({ outcome }) => outcome === 'failed')).toBe(true)
})

/** The tags of a document that are not closed, or close what is not open. */
function unclosedIn(xml: string): string[] {
  const open: string[] = []
  for (const [, end, name = '', rest = ''] of xml.matchAll(/<(\/?)(\w+)((?:"[^"]*"|[^">])*)>/g)) {
    if (end === '/') {
      if (open.at(-1) !== name) return [...open, `/${name}`]
      open.pop()
    } else if (!rest.endsWith('/')) open.push(name)
  }
  return open
}
