/** What the verbs work with, on a fresh database and without a server. */
import { apis } from '../../src/apis/index.ts'
import { Model } from '../../src/derive/model.ts'
import type { Behaviours } from '../../src/resources/behaviour.ts'
import type { Context } from '../../src/resources/context.ts'
import { Types } from '../../src/resources/types.ts'
import { Database } from '../../src/store/database.ts'
import { freshDatabase } from './fresh-database.ts'

export interface FreshContext extends Context {
  readonly url: string
  /** Closes the connections and drops the database. */
  drop(): Promise<void>
}

/** Makes an empty database with its tables. */
export async function freshContext(behaviours: Behaviours = new Map()): Promise<FreshContext> {
  const fresh = await freshDatabase()
  const model = new Model(apis)
  const database = new Database({ url: fresh.url, connections: 4 })
  await database.open(model.pages)
  const drop = async () => {
    await database.close()
    await fresh.drop()
  }
  const types = new Types(database, model.pages)
  return { database, model, behaviours, types, url: fresh.url, drop }
}
