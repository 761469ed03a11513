/** Many processes, one database: the first starts it, the last stops it, whoever dies between. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAlive } from '../../../src/store/embedded/process-identity.ts'
import { ask, childUsing, ended, place, start, useDataFolders } from './data-folders.ts'

useDataFolders()

test('the last user stops the database', async () => {
  const folder = place('last')
  const first = await start(folder)
  const other = await childUsing(folder)
  expect(other.adopted).toBe(true)
  expect(other.url).toBe(first.url)
  await first.stop()
  expect(await ask(other.url, 'select 1')).toBe('1')
  other.child.send('stop')
  await once(other.child, 'exit')
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('two processes that start at once on an empty folder share one database', async () => {
  const folder = place('race', { empty: true })
  const [one, two] = await Promise.all([childUsing(folder), childUsing(folder)])
  expect(one.pid).toBe(two.pid)
  expect([one.adopted, two.adopted].sort()).toEqual([false, true])
  expect(await ask(one.url, 'select 1')).toBe('1')
})

test('a database survives its starter and is adopted; the killed user does not keep it alive', async () => {
  const folder = place('orphan')
  const killed = await childUsing(folder)
  await ended(killed.child.pid, 'SIGKILL')
  const heir = await start(folder)
  expect(heir).toMatchObject({ adopted: true, url: killed.url, pid: killed.pid })
  await heir.stop()
  expect(isAlive(String(killed.pid))).toBe(false)
})

test('one that starts while another stops gets a living database', async () => {
  const folder = place('handover')
  const leaving = await start(folder)
  const [, arrived] = await Promise.all([leaving.stop(), start(folder)])
  expect(await ask(arrived.url, 'select 1')).toBe('1')
  const [, next] = await Promise.all([arrived.stop(), start(folder), start(folder)])
  expect(await ask(next.url, 'select 1')).toBe('1')
})

test('a database that was left by the last user is not brought back', async () => {
  const server = await start(place('left'))
  await server.stop()
  await expect(server.ensureRunning()).rejects.toThrow(/stopped/)
})
