/** TMF684: a parcel is where it was scanned last. */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'

const kind = 'ShipmentTracking'

/** The behaviour of parcels: the status follows the checkpoints, its date and reason follow the status. */
export function* shipmentTrackings(): Iterable<readonly [string, Behaviour]> {
  yield [kind, { onCreate: (work, parcel, by) => follow(work, undefined, parcel, by), onChange: follow }]
}

async function follow(work: Work, before: Document | undefined, after: Document, by: Author): Promise<void> {
  const [known, now] = [checkpointsOf(before), checkpointsOf(after)]
  const scan = now.length > known.length ? now.at(-1) : undefined
  const status = scan?.status ?? after.status
  const isNew = status !== before?.status
  // What the same request says of the move itself is how it was.
  const isTold = (name: string) => after[name] !== undefined && after[name] !== before?.[name]
  const reason = isNew && scan && !isTold('statusChangeReason') ? { statusChangeReason: scan.message } : {}
  const date = isNew && !isTold('statusChangeDate') ? { statusChangeDate: scan?.date ?? work.now } : {}
  work.change(work.model.homeOf(kind).page, after.id, { status, ...reason, ...date }, by)
}

const checkpointsOf = (parcel: Document | undefined): JsonObject[] =>
  (parcel?.checkpoint ?? []) as JsonObject[]
