/** The secret by which the nodes of a database sign the cursors of their lists. */
import type { Database } from './database.ts'

const known = new WeakMap<Database, Promise<string>>()

/** Read once; a cursor of one node is good at every other. */
export function cursorSecret(database: Database): Promise<string> {
  let secret = known.get(database)
  if (secret === undefined) {
    secret = readSecret(database)
    known.set(database, secret)
    // A read that failed may succeed the next time.
    secret.catch(() => known.delete(database))
  }
  return secret
}

async function readSecret(database: Database): Promise<string> {
  const [row] = await database.read<{ value: string }>({
    text: `select value from secret where name = 'cursor'`,
  })
  if (row === undefined) throw new Error('the database has no secret for cursors')
  return row.value
}
