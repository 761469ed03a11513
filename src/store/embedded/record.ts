import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'

/** What a data folder remembers of its database: `postgres.json`, readable by its owner only. */
export type DatabaseRecord = {
  readonly password: string
  /** Kept over restarts, so that the address of the database does not change under those who use it. */
  readonly port: number
  /**
   * Where the files of the database are: relative to the data folder, or absolute when they had to live
   * elsewhere.
   */
  readonly cluster: string
  /** Whether those files were complete once: if they are missing then, they are lost. */
  readonly made: boolean
}

/** The record of a folder, or undefined when it never held a database. */
export function readRecord(folder: string): DatabaseRecord | undefined {
  const path = pathOf(folder)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const record = parsed(text)
  if (record) return record
  throw new StartRefusal(`${path} is damaged, and with it the database's password; restore it from a backup.`)
}

/** Replaces the record; after a crash there is the old or the new one, never half of one. */
export function writeRecord(folder: string, record: DatabaseRecord): void {
  const path = pathOf(folder)
  const draft = `${path}.new`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
  syncFolder(folder)
}

/** Makes a rename inside `folder` survive a power cut. */
export function syncFolder(folder: string): void {
  // Windows can neither open a folder nor needs to.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function pathOf(folder: string): string {
  return join(folder, 'postgres.json')
}

function parsed(text: string): DatabaseRecord | undefined {
  try {
    const { password, port, cluster, made = false } = JSON.parse(text) as Partial<DatabaseRecord>
    if (typeof password !== 'string' || typeof port !== 'number' || typeof cluster !== 'string')
      return undefined
    return { password, port, cluster, made }
  } catch {
    return undefined
  }
}
