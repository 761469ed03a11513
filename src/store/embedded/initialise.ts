import { randomUUID } from 'node:crypto'
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { Cluster } from './cluster.ts'
import type { Programs } from './programs.ts'
import { syncFolder } from './record.ts'
import { run } from './run.ts'

/**
 * Makes the files of a new database. They are made aside and moved into place by one rename, so a crash at
 * any moment leaves a database or none. Aside has a new name each time: the initdb of a killed process may
 * still write into its own.
 */
export async function initialise(cluster: Cluster, { initdb }: Programs): Promise<void> {
  clearLeftovers(cluster)
  const { path, account, record } = cluster
  const draft = `${path}.new-${randomUUID()}`
  const [files, password] = [join(draft, 'cluster'), join(draft, 'password')]
  try {
    mkdirSync(draft, { mode: 0o700 })
    mkdirSync(files, { mode: 0o700 })
    writeFileSync(password, record.password, { mode: 0o600 })
    // From inside out: while root gives away a name, nobody else may be able to put another file there.
    if (account) for (const path of [password, files, draft]) chownSync(path, account.uid, account.gid)
    const { code, output } = await run(initdb, options(files, password), account)
    if (code !== 0) throw refusal(path, `${output}\n${code}`)
    renameSync(files, path)
    syncFolder(dirname(path))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function options(files: string, password: string): string[] {
  return [
    `--pgdata=${files}`,
    '--username=goldthread',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and letter case on every machine, whatever libraries it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
}

function clearLeftovers({ path }: Cluster): void {
  const parent = dirname(path)
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(path)}.new-`)) continue
    try {
      rmSync(join(parent, name), { recursive: true, force: true })
    } catch {
      // An orphaned initdb is still filling it; a later start clears it.
    }
  }
}

function refusal(path: string, output: string): StartRefusal {
  if (/no space left on device/i.test(output)) {
    return new StartRefusal(
      `The disk of ${path} is full: a new database needs about 100 MB; make room and start again.`,
    )
  }
  const said =
    output.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? output.trim().split('\n').at(-1)
  return new StartRefusal(`PostgreSQL could not make a database in ${path}: ${said}`)
}
