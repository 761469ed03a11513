import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apis } from '../../src/apis/index.ts'
import { runConform } from '../../src/conform/command.ts'
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

test('a server that does not answer is told so, check by check', async () => {
  const [first] = chosen
  const verdicts = await conform({
    url: 'http://127.0.0.1:9',
    apis: first ? [first] : [],
    timeout: 500,
    listen: undefined,
  })
  expect(verdicts.length).toBeGreaterThan(0)
  expect(verdicts.every(({ outcome }) => outcome === 'failed')).toBe(true)
})
