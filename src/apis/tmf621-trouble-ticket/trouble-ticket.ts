/** TMF621 Trouble Ticket 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { AttachmentRefOrValue, ChannelRef, Note, RelatedEntity } from '../shared/common.ts'
import { ticketMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { ticketStates } from '../shared/states.ts'
import { StatusChange, TroubleTicketRelationship } from './parts.ts'

export const TroubleTicket = resource('TroubleTicket', {
  meaning: 'A report of a problem, followed until it is settled',
  path: 'troubleTicket',

  fields: {
    creationDate: dateTime('When the ticket was opened').once.stampedOn('create'),
    description: text('What is wrong, in words').mandatory,
    expectedResolutionDate: dateTime('When the ticket system expects a fix'),
    externalId: text('What another system calls this ticket'),
    lastUpdate: dateTime('When the ticket last changed').once.stampedOn('change'),
    name: text('Short title given by whoever raised the ticket'),
    priority: text('How soon the problem should be fixed'),
    requestedResolutionDate: dateTime('When the user wants the problem fixed'),
    resolutionDate: dateTime('When the problem was fixed'),
    severity: text('How badly the problem affects normal working').mandatory,
    statusChangeDate: dateTime('When the ticket moved to its present status').once,
    statusChangeReason: text('Why the ticket moved to its present status'),
    ticketType: text('What sort of ticket it is, such as a complaint').mandatory,
    attachment: list(AttachmentRefOrValue, 'Files sent with the ticket, such as photos'),
    channel: part(ChannelRef, 'How the ticket came in'),
    note: list(Note, 'What people have said about the problem'),
    relatedEntity: list(RelatedEntity, 'What the ticket is about, such as a bill'),
    relatedParty: list(RelatedParty, 'Who is involved in the ticket, and how'),
    status: oneOf(ticketStates, 'How far the ticket has got'),
    statusChange: list(StatusChange, 'Past statuses of the ticket, with reasons').once,
    troubleTicketRelationship: list(TroubleTicketRelationship, 'Other tickets linked to this one'),
  },

  // A pending ticket waits for its customer, who answers by a note.
  moments: {
    TroubleTicketResolvedEvent: { enters: 'resolved' },
    informationRequired: { enters: 'pending', asks: 'note' },
  },
  lifecycle: { of: 'status', starts: 'acknowledged', moves: ticketMoves, movedAt: 'statusChangeDate' },
  findBy: ['status', 'externalId', 'severity', 'relatedParty.id', 'relatedEntity.id'],
  announces: [
    'created',
    'changed',
    'statusChanged',
    'deleted',
    'TroubleTicketResolvedEvent',
    'informationRequired',
  ],
})
