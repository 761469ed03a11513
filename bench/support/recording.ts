/**
 * What one completed order writes, commit by commit, recorded by triggers: the rows of documents, events, plans and of
 * the network's journal. From it the floor makes the same commits for other orders, with other ids.
 */
import type { QueryResultRow } from 'pg'
import { run } from './databases.ts'

/** The rows of one commit by the statement that writes them, as JSON texts between which the ids of an order go. */
export interface Commit {
  /** Whether it was a turn of the engine, which takes several orders at once. */
  readonly isTurn: boolean
  readonly writes: Readonly<Partial<Record<WriteName, Template>>>
}

export interface Template {
  readonly texts: readonly string[]
  /** Which id follows each text but the last. */
  readonly ids: readonly number[]
}

export interface Recording {
  /** The ids of the recorded order that every order has of its own. */
  readonly ids: readonly string[]
  readonly commits: readonly Commit[]
}

/** Documents and plans that are new, or changed; a plan that was merely woken keeps its steps. */
export type WriteName = 'inserts' | 'updates' | 'events' | 'plans' | 'wakes' | 'journal'

interface Recorded extends QueryResultRow {
  readonly xid: string
  readonly source: string
  readonly isNew: boolean
  readonly row: { readonly [column: string]: unknown }
}

const tables = ['entity', 'event', 'plan', 'network.journal']

/** Records what is committed while `use` runs, which must be one order and nothing else. */
export async function record(url: string, use: () => Promise<unknown>): Promise<Recording> {
  await run(
    url,
    `create schema recording;
    create table recording.written (n bigserial, xid text, source text, is_new boolean, row json);
    create function recording.write() returns trigger language plpgsql as $$ begin
      insert into recording.written (xid, source, is_new, row)
      values (pg_current_xact_id()::text, tg_argv[0], tg_op = 'INSERT', to_json(new));
      return new;
    end $$;
    ${tables.map((table) => `create trigger recording after insert or update on ${table} for each row execute function recording.write('${table}')`).join(';')}`,
  )
  await use()
  const rows = await run(url, 'select xid, source, is_new as "isNew", row from recording.written order by n')
  await run(
    url,
    `${tables.map((table) => `drop trigger recording on ${table}`).join(';')}; drop schema recording cascade`,
  )
  return recordingOf(rows as Recorded[])
}

function recordingOf(rows: readonly Recorded[]): Recording {
  const ids = idsOf(rows)
  const commits = new Map<string, Recorded[]>()
  for (const row of rows) commits.set(row.xid, [...(commits.get(row.xid) ?? []), row])
  const plans = new Map<unknown, Recorded['row']>()
  return { ids, commits: [...commits.values()].map((written) => commitOf(written, ids, plans)) }
}

/** The ids of documents and events; those that begin with another one change with it. */
function idsOf(rows: readonly Recorded[]): string[] {
  const all = rows.flatMap(({ source, row }) =>
    source === 'entity' || source === 'event' ? [String(row.id)] : [],
  )
  const unique = [...new Set(all)]
  return unique.filter((id) => !unique.some((other) => other !== id && id.startsWith(other)))
}

function commitOf(
  written: readonly Recorded[],
  ids: readonly string[],
  plans: Map<unknown, Recorded['row']>,
): Commit {
  const byName = new Map<WriteName, unknown[]>()
  let isTurn = false
  for (const { source, isNew, row } of written) {
    let name = nameOf(source, isNew)
    if (name === 'plans') {
      const before = plans.get(row.id)
      plans.set(row.id, row)
      if (before && before.turn === row.turn) name = 'wakes'
      else isTurn ||= before !== undefined
    }
    byName.set(name, [...(byName.get(name) ?? []), row])
  }
  const writes = Object.fromEntries([...byName].map(([name, list]) => [name, templateOf(list, ids)]))
  return { isTurn, writes }
}

function nameOf(source: string, isNew: boolean): WriteName {
  if (source === 'entity') return isNew ? 'inserts' : 'updates'
  if (source === 'event') return 'events'
  return source === 'plan' ? 'plans' : 'journal'
}

function templateOf(rows: readonly unknown[], ids: readonly string[]): Template {
  const json = JSON.stringify(rows).slice(1, -1)
  const pieces = json.split(new RegExp(`(${ids.join('|')})`))
  return {
    texts: pieces.filter((_, index) => index % 2 === 0),
    ids: pieces.filter((_, index) => index % 2 === 1).map((id) => ids.indexOf(id)),
  }
}
