/** What cannot be started is refused in one line, and left as it was. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../../src/store/embedded/server.ts'
import { place, refused, start, useDataFolders } from './data-folders.ts'

useDataFolders()

test('a running database that does not know our password is refused in one line', async () => {
  const folder = place('foreign')
  const server = await start(folder)
  const record = readFileSync(join(folder, 'postgres.json'), 'utf8')
  writeFileSync(join(folder, 'postgres.json'), record.replace(/[0-9a-f]{48}/, 'f'.repeat(48)))
  const refusal = await refused(startEmbedded({ folder }))
  expect(refusal).toMatch(new RegExp(`in use by process ${server.pid} .* choose another data folder`))
  writeFileSync(join(folder, 'postgres.json'), record)
})

test('files of another PostgreSQL are refused and left alone', async () => {
  const folder = place('older')
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  expect(await refused(startEmbedded({ folder }))).toMatch(/made by PostgreSQL 17 and this is 18/)
  rmSync(join(folder, 'postgres.json'))
  expect(await refused(startEmbedded({ folder }))).toMatch(/password is gone/)
})

test('a database whose files are lost is not replaced by an empty one', async () => {
  const folder = place('lost')
  rmSync(join(folder, 'postgres'), { recursive: true })
  expect(await refused(startEmbedded({ folder }))).toMatch(
    /gone from .*: restore it, or remove .*postgres\.json/,
  )
})

test('a damaged database is refused with the reason that PostgreSQL gave', async () => {
  const folder = place('damaged')
  const control = join(folder, 'postgres', 'global', 'pg_control')
  writeFileSync(control, Buffer.alloc(statSync(control).size))
  expect(await refused(startEmbedded({ folder }))).toMatch(
    /did not start in .*: .+ \(more in .*postgres\.log\)/,
  )
})

test('a data folder that is a file is refused', async () => {
  const folder = place('plain', { empty: true })
  writeFileSync(folder, '')
  expect(await refused(startEmbedded({ folder }))).toMatch(/is not a folder/)
  rmSync(folder)
})
