import { api } from '../../declare/index.ts'
import { Appointment } from './appointment.ts'
import { SearchTimeSlot } from './search-time-slot.ts'

/** TMF646 Appointment 4.0.0. */
export const AppointmentApi = api({
  number: 'TMF646',
  name: 'Appointment',
  version: '4.0.0',
  path: '/tmf-api/appointment/v4',
  domain: 'Fulfilment & field',
  resources: [Appointment, SearchTimeSlot],
})

export { Appointment, SearchTimeSlot }
