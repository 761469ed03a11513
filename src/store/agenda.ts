/** What is booked when: the visits still to come, counted by when they begin and end. */
import type { Taken } from '../derive/agenda.ts'
import type { Period } from '../derive/working-calendar.ts'
import type { Transaction } from './transaction.ts'

/** What is longer is no visit of one person, and takes nobody's time. */
export const longestVisit = 86_400_000

const begins = `instant(doc#>>array['validFor','startDateTime'])`
const finishes = `instant(doc#>>array['validFor','endDateTime'])`

/** The visits to come that take place in a period, but for some; the queue index of the Appointment page serves this. */
export async function visitsIn(
  tx: Transaction,
  { starts, ends }: Period,
  except: readonly string[],
): Promise<Taken[]> {
  return tx.query<{ starts: number; ends: number; count: number }>({
    name: 'agenda visits',
    text: `select extract(epoch from ${begins})::float8 * 1000 as starts,
        extract(epoch from ${finishes})::float8 * 1000 as ends, count(*)::int as count
      from entity_appointment
      where tenant = $1 and kind = 'Appointment' and doc->>'status' in ('initialized', 'confirmed')
        and ${begins} > to_timestamp($2::float8 / 1000) and ${begins} < to_timestamp($3::float8 / 1000)
        and ${finishes} > to_timestamp($4::float8 / 1000)
        and ${finishes} - ${begins} <= interval '24 hours' and id <> all($5)
      group by 1, 2`,
    values: [tx.tenant, starts - longestVisit, ends, starts, except],
  })
}
