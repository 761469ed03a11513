/**
 * Who uses the database of a data folder: one small file each. The last user to leave stops the database; a
 * user that was killed is known by its dead process and does not count. Call all of it while holding the
 * folder's lock.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isAlive } from './process-identity.ts'

/** Counts this process in, and answers how to count it out. */
export function register(folder: string): () => void {
  mkdirSync(roll(folder), { recursive: true })
  const entry = join(roll(folder), `${process.pid}-${randomUUID()}`)
  writeFileSync(entry, `${identityOf(process.pid)}`, { mode: 0o600 })
  return () => rmSync(entry, { force: true })
}

/** Whether somebody alive uses the database; strikes the dead from the roll. */
export function isUsed(folder: string): boolean {
  let used = false
  for (const name of entries(folder)) {
    const entry = join(roll(folder), name)
    if (isAlive(readFileSync(entry, 'utf8'))) used = true
    else rmSync(entry, { force: true })
  }
  return used
}

function roll(folder: string): string {
  return join(folder, 'postgres.users')
}

function entries(folder: string): string[] {
  try {
    return readdirSync(roll(folder))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
