import { Client, DatabaseError } from 'pg'
import type { Cluster } from './cluster.ts'

const database = 'goldthread'

/** The address of a cluster's database. */
export function urlOf({ record }: Cluster, name: string = database): string {
  return `postgres://goldthread:${record.password}@127.0.0.1:${record.port}/${name}`
}

/**
 * Asks the server at the cluster's address where its files are; makes the database in it if it is not there
 * yet.
 */
export async function dataDirectory(cluster: Cluster): Promise<string> {
  try {
    return await ask(urlOf(cluster), 'show data_directory')
  } catch (error) {
    if (sqlState(error) !== '3D000') throw error
    await ask(urlOf(cluster, 'postgres'), `create database ${database}`)
    return ask(urlOf(cluster), 'show data_directory')
  }
}

/**
 * The five characters by which PostgreSQL names an error; undefined for a failure of the connection itself.
 */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined
}

async function ask(connectionString: string, statement: string): Promise<string> {
  // `ssl` said, or PGSSLMODE would decide.
  const client = new Client({ connectionString, ssl: false, connectionTimeoutMillis: 5_000 })
  // A server that dies meanwhile emits an error beside the one it answers with; unheard, it would end the
  // process.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<string[]>({ text: statement, rowMode: 'array' })
    return rows[0]?.[0] ?? ''
  } finally {
    await client.end().catch(() => {})
  }
}
