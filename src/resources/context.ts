/** What every verb works with. */
import type { Model } from '../derive/model.ts'
import type { Database } from '../store/database.ts'
import type { Activator, Tracking } from './activator.ts'
import type { Behaviours } from './behaviour.ts'
import type { Types } from './types.ts'
import type { Work } from './work.ts'

export interface Context {
  readonly database: Database
  readonly model: Model
  readonly behaviours: Behaviours
  readonly types: Types
  /** Who has the network do what is asked for; without one, documents are only stored. */
  readonly activator?: Activator
  /** The monitor of the request a verb is called for, should the network be needed. */
  readonly tracking?: Tracking
  /** The unit of work a verb joins, so that what it does is part of a larger change; without one it begins its own. */
  readonly work?: Work
}
