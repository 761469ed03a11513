/** What a killed database, and a killed start, leave behind. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { until } from '../../support/until.ts'
import { ask, ended, place, program, start, stranger, useDataFolders } from './data-folders.ts'

useDataFolders()

test('a killed database comes back at the same address with every committed row', async () => {
  const folder = place('killed')
  const server = await start(folder)
  const other = await start(folder)
  await ask(server.url, 'create table kept as select n from generate_series(1, 1000) n')
  const before = server.pid
  await ended(before, 'SIGKILL')
  await Promise.all([server.ensureRunning(), other.ensureRunning(), server.ensureRunning()])
  expect(await ask(other.url, 'select count(*) from kept')).toBe('1000')
  expect(server.pid).not.toBe(before)
  await server.ensureRunning()
  expect(server.pid).toBe(other.pid)
})

test('a database that was killed starts although its process id lives on as another process', async () => {
  const folder = place('recycled')
  const first = await start(folder)
  await ask(first.url, 'create table kept as select 7 as n')
  await ended(first.pid, 'SIGKILL')
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger().pid)))
  const second = await start(folder)
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, 'select n from kept')).toBe('7')
})

test('a first start that was killed half way leaves nothing in the way of the next', async () => {
  const folder = place('half', { empty: true })
  const child = program(folder)
  const isDraft = (name: string) => name.startsWith('postgres.new-')
  await until(() => existsSync(folder) && readdirSync(folder).some(isDraft), 'a draft')
  await ended(child.pid, 'SIGKILL')
  const server = await start(folder)
  expect(await ask(server.url, 'select 1')).toBe('1')
  await server.stop()
  await (await start(folder)).stop()
  expect(readdirSync(folder).filter(isDraft)).toEqual([])
})

test('a lock left by a dead process, and a lock on breaking that lock, hold nobody up', async () => {
  const folder = place('locked')
  writeFileSync(join(folder, 'postgres.lock'), '999999999 x')
  writeFileSync(join(folder, 'postgres.lock.break'), '999999998 x')
  await Promise.all([start(folder), start(folder), start(folder)])
})
