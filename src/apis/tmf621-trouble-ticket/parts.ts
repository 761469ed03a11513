/** Parts that only TMF621 has, or has otherwise than the shared ones. */
import { dateTime, entity, text, type } from '../../declare/index.ts'

export const StatusChange = type('StatusChange', 'A record of one move from status to status', {
  changeDate: dateTime('When the status moved'),
  changeReason: text('What caused the status to move'),
  status: text('The ticket status recorded at that point'),
})

export const TroubleTicketRelationship = entity(
  'TroubleTicketRelationship',
  'A link from one trouble ticket to another',
  {
    name: text('What the other ticket is called'),
    relationshipType: text('How the tickets are linked, such as child'),
  },
)
