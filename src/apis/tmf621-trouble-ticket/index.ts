import { api } from '../../declare/index.ts'
import { TroubleTicket } from './trouble-ticket.ts'

/** TMF621 Trouble Ticket 4.0.0. */
export const TroubleTicketApi = api({
  number: 'TMF621',
  name: 'Trouble Ticket',
  version: '4.0.0',
  path: '/tmf-api/troubleTicket/v4',
  domain: 'Assurance, usage & events',
  resources: [TroubleTicket],
})

export { TroubleTicket }
