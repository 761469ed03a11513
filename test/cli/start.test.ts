/** What a person meets at the command line: it starts, or says in one line what is wrong and what to do. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../support/fresh-database.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'goldthread-cli-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

function goldthread(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/main.js', ...args], { env: { ...process.env, ...env } })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      error += chunk
    })
    child.on('close', (code) => resolve({ code, out, error }))
  })
}

function expectOneLine({ code, error }: Ended, says: RegExp): void {
  expect(code).toBe(1)
  expect(error.trim().split('\n')).toHaveLength(1)
  expect(error).toMatch(says)
}

test('the help names every flag and its variable', async () => {
  const { code, out } = await goldthread(['--help'])
  expect(code).toBe(0)
  for (const word of ['--port', '--host', '--data', '--[no-]seed', 'DATABASE_URL', '--json', '--once']) {
    expect(out).toContain(word)
  }
})

test('a wrong flag is named, with the one that was meant', async () => {
  expectOneLine(await goldthread(['--prot', '8080']), /--prot.*--port/)
})

test('a wrong value is named, with what would be right', async () => {
  expectOneLine(await goldthread(['--port', 'many']), /--port 'many'.*integer/)
})

test('a taken port is told, with what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const ended = await goldthread(['--port', String(port), '--data', join(folder, 'taken')])
  taken.close()
  expectOneLine(ended, /Port \d+ .* is taken.*--port/)
})

test('an unreachable database is told, with what to do', async () => {
  const ended = await goldthread(['--port', '0'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })
  expectOneLine(ended, /No PostgreSQL at 127\.0\.0\.1:9\/none.*DATABASE_URL/)
})

test('a database of a newer schema is told, with what to do', async () => {
  const fresh = await emptyDatabase()
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  await client.query(`create table migration (number integer primary key, name text not null, checksum text not null,
    applied timestamptz not null default now()); insert into migration values (9999, 'later', 'x')`)
  await client.end()
  const ended = await goldthread(['--port', '0'], { DATABASE_URL: fresh.url })
  await fresh.drop()
  expectOneLine(ended, /schema 9999, newer than/)
})

test('an address others can reach is refused while there is no authentication', async () => {
  expectOneLine(await goldthread(['--host', '0.0.0.0', '--port', '0']), /needs authentication/)
})

test('the demo completes the order and ends when asked to, in lines for people or machines', async () => {
  const args = ['demo', '--once', '--port', '0', '--data', join(folder, 'demo')]
  const people = await goldthread(args)
  expect(people).toMatchObject({ code: 0, error: '' })
  expect(people.out).toMatch(/TMF622 {2}Product order state change +po-\S+ +completed/)
  expect(people.out).toContain('The golden thread journey-')
  const machines = await goldthread([...args, '--json'])
  expect(machines.code).toBe(0)
  const lines = machines.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.at(-1)).toMatchObject({ state: 'completed' })
  expect(lines.at(-1)?.services).toHaveLength(2)
  expect(lines.at(-1)?.resources).toHaveLength(5)
})
