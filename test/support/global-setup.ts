/**
 * One PostgreSQL for the whole run: the one GOLDTHREAD_TEST_DATABASE_URL names, else the embedded one in a
 * temporary folder. Every test file makes its own database in it, a copy of one whose tables are there already.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { apis } from '../../src/apis/index.ts'
import { Model } from '../../src/derive/model.ts'
import { Database } from '../../src/store/database.ts'
import { startEmbedded } from '../../src/store/embedded/server.ts'
import { administer, urlOf } from './administer.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL in which databases may be made. */
    databaseServer: string
    /** The name of a database in it that has all tables and no rows. */
    templateDatabase: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer()
  const template = `goldthread_template_${randomBytes(6).toString('hex')}`
  await administer(url, `create database ${template}`)
  const database = new Database({ url: urlOf(url, template), connections: 1, queryTimeout: 5_000 })
  await database.open(new Model(apis).pages)
  await database.close()
  project.provide('databaseServer', url)
  project.provide('templateDatabase', template)
  return async () => {
    await administer(url, `drop database ${template} with (force)`)
    await stop()
  }
}

async function startServer(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const given = process.env.GOLDTHREAD_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-test-'))
  // As root, the server runs as another user, who must get through.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ folder })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}
