/**
 * Where the files of a folder's database are ("cluster" is PostgreSQL's word for them).
 *
 * They are in the data folder, at `postgres/`. But root's database runs as `nobody`, who cannot walk into a
 * folder such as /root/orders/data. Its files are then in /var/lib/goldthread/clusters/<hash of the data
 * folder>-<random>, and `postgres.json` in the data folder points there. Such a data folder can be renamed; a
 * copy of it is a second door to the same database; when it is removed, the files stay until a person removes
 * them, and the next start says so.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { type Account, accountFor, canReach } from './account.ts'
import { freePort } from './free-port.ts'
import { lasting, publicFolder } from './public-folder.ts'
import { type DatabaseRecord, readRecord, writeRecord } from './record.ts'

/** The database of one data folder. */
export type Cluster = {
  readonly folder: string
  /** Where its files are, absolute. */
  readonly path: string
  /** Who runs it, when not ourselves. */
  readonly account: Account | undefined
  readonly record: DatabaseRecord
}

/** The database of `folder` (a real path); for a new folder its place, password and port are settled here. */
export async function clusterOf(folder: string, log: (line: string) => void): Promise<Cluster> {
  const record = readRecord(folder) ?? (await newRecord(folder, log))
  const path = resolve(folder, record.cluster)
  return { folder, path, account: accountFor(path), record }
}

/** The same database, met at another port. */
export function atPort(cluster: Cluster, port: number): Cluster {
  return { ...cluster, record: { ...cluster.record, port } }
}

/** Gives the database another port for good; only for one that nobody uses. */
export async function moveToOtherPort(cluster: Cluster): Promise<Cluster> {
  const moved = atPort(cluster, await freePort())
  writeRecord(cluster.folder, moved.record)
  return moved
}

/** Remembers that the files of the database are complete. */
export function markMade(cluster: Cluster): Cluster {
  if (cluster.record.made) return cluster
  const record = { ...cluster.record, made: true }
  writeRecord(cluster.folder, record)
  return { ...cluster, record }
}

/** Whether the files are there; refuses those of another PostgreSQL, and to replace lost ones. */
export function isInitialised({ folder, path, record }: Cluster, major: string): boolean {
  if (!existsSync(path)) {
    if (!record.made) return false
    throw new StartRefusal(
      `The database is gone from ${path}: restore it, or remove ${folder}/postgres.json to begin anew.`,
    )
  }
  const version = join(path, 'PG_VERSION')
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : undefined
  if (found === major) return true
  throw new StartRefusal(
    found
      ? `${path} was made by PostgreSQL ${found} and this is ${major}: start the Goldthread that made it, ` +
          `dump and restore, or set DATABASE_URL to a PostgreSQL ${found}.`
      : `${path} is not a PostgreSQL data folder: choose another data folder, or move it out of the way.`,
  )
}

async function newRecord(folder: string, log: (line: string) => void): Promise<DatabaseRecord> {
  const inside = join(folder, 'postgres')
  if (existsSync(inside)) {
    throw new StartRefusal(
      `${folder} holds a database but its password is gone: restore postgres.json, or choose another folder.`,
    )
  }
  const account = accountFor(inside)
  const cluster = !account || canReach(account, folder) ? 'postgres' : elsewhere(folder, account, log)
  const record = {
    password: randomBytes(24).toString('hex'),
    port: await freePort(),
    cluster,
    made: false,
  }
  writeRecord(folder, record)
  return record
}

function elsewhere(folder: string, account: Account, log: (line: string) => void): string {
  const shared = publicFolder(lasting, account)
  if (!shared) {
    throw new StartRefusal(
      `PostgreSQL cannot run as root, and as another user it cannot reach ${folder}: choose a data folder ` +
        `that others may enter, make one of ${lasting.join(', ')} writable, or start as an ordinary user.`,
    )
  }
  const clusters = join(shared, 'clusters')
  mkdirSync(clusters, { recursive: true })
  chmodSync(clusters, 0o711)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const before = readdirSync(clusters).filter((entry) => entry.startsWith(name))
  if (before.length > 0) {
    log(`an earlier database of ${folder} is still in ${clusters}/${before[0]}; remove it if nobody needs it`)
  }
  return join(clusters, `${name}-${randomBytes(4).toString('hex')}`)
}
