/** Parts that only TMF646 has, or has otherwise than the shared ones. */
import { reference } from '../../declare/index.ts'

export const CalendarEventRef = reference('CalendarEventRef', 'A pointer to an entry in a calendar', {})
