/**
 * The journal of the simulated network: what it did, by idempotency key. It stands for the memory of network elements
 * and is not Goldthread's data; whatever a plan believes, this says what was really done.
 */
import type { Database } from './database.ts'

/** A command with the result it is about to have. */
export interface JournalEntry {
  readonly key: string
  readonly action: string
  readonly target: string
  readonly result: unknown
}

interface JournalRow {
  key: string
  result: unknown
}

/**
 * Records the entries whose keys are new, all in one statement, and gives the result of every key:
 * for one that was known, the result it had before.
 */
export async function recordResults(
  database: Database,
  entries: readonly JournalEntry[],
): Promise<Map<string, unknown>> {
  if (entries.length === 0) return new Map()
  // In order of keys, so that two nodes that record the same commands cannot wait for each other.
  const text = `with asked as (
      select key, action, target, result
      from json_to_recordset($1::json) as r(key text, action text, target text, result json)
    ), written as (
      insert into network.journal (key, action, target, result)
      select key, action, target, result from asked order by key
      on conflict (key) do nothing
      returning key, result
    )
    select key, result from written
    union all
    select key, result from network.journal where key in (select key from asked)`
  const { rows } = await database.withWriter((client) =>
    client.query<JournalRow>({ name: 'network record', text, values: [JSON.stringify(entries)] }),
  )
  const results = resultsOf(rows)
  // Recorded by another node while this statement ran: committed by now, but not in this statement's snapshot.
  const missing = entries.map(({ key }) => key).filter((key) => !results.has(key))
  for (const [key, result] of await findResults(database, missing)) results.set(key, result)
  return results
}

/** The results of the keys that are known. */
export async function findResults(
  database: Database,
  keys: readonly string[],
): Promise<Map<string, unknown>> {
  if (keys.length === 0) return new Map()
  const text = 'select key, result from network.journal where key = any($1)'
  return resultsOf(await database.read<JournalRow>({ name: 'network find', text, values: [keys] }))
}

function resultsOf(rows: readonly JournalRow[]): Map<string, unknown> {
  return new Map(rows.map(({ key, result }) => [key, result]))
}
