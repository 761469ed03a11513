/**
 * One PostgreSQL for the whole run: the one GOLDTHREAD_TEST_DATABASE_URL names, else the embedded one in a
 * temporary folder. Every test file makes its own database in it.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/store/embedded/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL in which databases may be made. */
    databaseServer: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.GOLDTHREAD_TEST_DATABASE_URL
  if (given) {
    project.provide('databaseServer', given)
    return async () => {}
  }
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-test-'))
  // As root, the server runs as another user, who must get through.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ folder })
  project.provide('databaseServer', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
