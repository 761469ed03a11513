/** What every route works with. */

import type { Context } from '../resources/context.ts'
import type { Settings } from '../settings.ts'
import type { BaseReader } from './base.ts'

export interface Edge {
  readonly context: Context
  readonly settings: Settings
  readonly base: BaseReader
  /** Aborted when the server begins to close: whoever waits is then answered with what there is. */
  readonly closing: AbortSignal
}
