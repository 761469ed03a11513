/** Applies the numbered SQL files of `migrations/` at start, under a lock, and checks those applied before. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { StartRefusal } from './start-refusal.ts'

const folder = fileURLToPath(new URL('../../src/store/migrations/', import.meta.url))
/** Any number that nobody else uses for an advisory lock in this database. */
export const migrationLock = 7_104_211

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The migrations this version brings, in order. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}`, 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { number: Number.parseInt(name, 10), name, sql, checksum }
    })
}

/**
 * Brings the database to this version's schema. Runs inside the caller's transaction, which holds the lock.
 * Throws a StartRefusal when the database is newer, or was migrated by files that have changed since.
 */
export async function migrate(client: Client, brought: readonly Migration[] = migrations()): Promise<void> {
  await client.query(`create table if not exists migration (
    number integer primary key, name text not null, checksum text not null, applied timestamptz not null default now())`)
  const { rows } = await client.query<Migration>(
    'select number, name, checksum from migration order by number',
  )
  const newest = brought.at(-1)?.number ?? 0
  for (const row of rows) {
    const same = brought.find(({ number }) => number === row.number)
    if (row.number > newest) {
      throw new StartRefusal(
        `The database has schema ${row.number}, newer than this version's ${newest}: start a newer Goldthread, or name another database.`,
      )
    }
    if (same?.checksum !== row.checksum) {
      throw new StartRefusal(
        `Migration ${row.name} differs from the one the database was made with: restore the file, or name another database.`,
      )
    }
  }
  const applied = new Set(rows.map(({ number }) => number))
  for (const { number, name, sql, checksum } of brought) {
    if (applied.has(number)) continue
    await client.query(sql)
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ])
  }
}
