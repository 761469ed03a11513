/** A fresh database for a test file, in the PostgreSQL of the run. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { administer, urlOf } from './administer.ts'

export interface FreshDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Makes a database with a name nobody else has: with all tables and no rows. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const fresh = await newDatabase(inject('templateDatabase'))
  // A copy has the secret of what it was copied from; a database has its own.
  await administer(fresh.url, `update secret set value = gen_random_uuid() || '.' || gen_random_uuid()`)
  return fresh
}

/** Makes a database without any tables. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return newDatabase('template1')
}

async function newDatabase(template: string): Promise<FreshDatabase> {
  const server = inject('databaseServer')
  const name = `goldthread_test_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${template}`)
  const drop = () => administer(server, `drop database if exists ${name} with (force)`)
  return { url: urlOf(server, name), drop }
}
