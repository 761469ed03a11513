/** What every verb works with. */
import type { Model } from '../derive/model.ts'
import type { Database } from '../store/database.ts'
import type { Behaviours } from './behaviour.ts'

export interface Context {
  readonly database: Database
  readonly model: Model
  readonly behaviours: Behaviours
}
