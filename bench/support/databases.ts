/** Databases for the benchmarks: in the PostgreSQL that DATABASE_URL names, else in an embedded one of their own. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { apis } from '../../src/apis/index.ts'
import { Model } from '../../src/derive/model.ts'
import { Database } from '../../src/store/database.ts'
import { startEmbedded } from '../../src/store/embedded/server.ts'

export class Databases {
  readonly #server: string
  readonly #stop: () => Promise<void>
  readonly #made: string[] = []

  private constructor(server: string, stop: () => Promise<void>) {
    this.#server = server
    this.#stop = stop
  }

  static async open(): Promise<Databases> {
    const given = process.env.DATABASE_URL
    if (given) return new Databases(given, async () => {})
    const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
    // As root, the server runs as another user, who must get through.
    chmodSync(folder, 0o755)
    const server = await startEmbedded({ folder })
    return new Databases(server.url, async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })
  }

  /** Makes a database with Goldthread's tables, those of all kinds, and nothing in them; gives its URL. */
  async make(name: string): Promise<string> {
    const url = await this.#create(name)
    const database = new Database({ url })
    const { pages } = new Model(apis)
    await database.open(pages)
    await database.tables.make(pages.map(({ kind }) => kind))
    await database.close()
    return url
  }

  /** Makes a database with nothing in it. */
  makeEmpty(name: string): Promise<string> {
    return this.#create(name)
  }

  /** Makes a database that is the same as another, to which nobody may be connected. */
  copy(from: string, name: string): Promise<string> {
    return this.#create(name, new URL(from).pathname.slice(1))
  }

  /** Drops what was made, and stops the server if it is ours. */
  async close(): Promise<void> {
    for (const name of this.#made) await run(this.#server, `drop database if exists ${name} with (force)`)
    await this.#stop()
  }

  async #create(name: string, template?: string): Promise<string> {
    const database = `bench_${name}_${process.pid}`
    this.#made.push(database)
    await run(this.#server, `create database ${database}${template ? ` template ${template}` : ''}`)
    const url = new URL(this.#server)
    url.pathname = `/${database}`
    return url.href
  }
}

/** Runs one statement on a connection of its own. */
export async function run(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Without values it may be several statements, of which each has a result.
    const result = await client.query<pg.QueryResultRow>(
      statement,
      values.length > 0 ? [...values] : undefined,
    )
    return result.rows ?? []
  } finally {
    await client.end()
  }
}
