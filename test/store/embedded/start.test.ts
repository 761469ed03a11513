/** What a start gives: a database of one's own, safe, and the same the next time. */
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAlive } from '../../../src/store/embedded/process-identity.ts'
import { ask, place, recordOf, start, useDataFolders } from './data-folders.ts'

useDataFolders()

test('a new folder becomes a database that only its password opens', async () => {
  const folder = place('new', { empty: true })
  const server = await start(folder)
  expect(server.url).toMatch(/^postgres:\/\/goldthread:[0-9a-f]{48}@127\.0\.0\.1:\d+\/goldthread$/)
  expect(server.adopted).toBe(false)
  expect(isAlive(String(server.pid))).toBe(true)
  expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  await expect(ask(server.url.replace(/:[0-9a-f]{48}@/, ':guess@'), 'select 1')).rejects.toThrow(/password/)
})

test('the server syncs every commit, listens to this machine only and knows all letters', async () => {
  const { url } = await start(place('durable'))
  const settings = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'unix_socket_directories',
  ]
  const found = await Promise.all(settings.map((name) => ask(url, `show ${name}`)))
  expect(found).toEqual(['on', 'on', 'on', '127.0.0.1', ''])
  expect(await ask(url, `select lower('ÄÉ') || getdatabaseencoding()`)).toBe('äéUTF8')
})

test('a database keeps its address and its rows over a stop', async () => {
  const folder = place('again')
  const first = await start(folder)
  await ask(first.url, 'create table kept as select 7 as n')
  await first.stop()
  expect(isAlive(String(first.pid))).toBe(false)
  const second = await start(folder)
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select n from kept')).toBe('7')
})

test('a database whose port was taken while it slept moves to another', async () => {
  const folder = place('moves')
  const { port } = recordOf(folder)
  const squatter = createServer().listen(port, '127.0.0.1')
  await once(squatter, 'listening')
  const server = await start(folder)
  squatter.close()
  expect(Number(new URL(server.url).port)).not.toBe(port)
  expect(await ask(server.url, 'select 1')).toBe('1')
})
