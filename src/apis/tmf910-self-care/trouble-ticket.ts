/** TMF910 Self Care 1.0. */
import { dateTime, list, oneOf, resource, text, type, uri } from '../../declare/index.ts'

const TMF621_Note = type('TMF621_Note', 'A comment someone has added', {
  date: dateTime('When the comment was written'),
  author: text('Who wrote the comment'),
  text: text('What the comment says'),
})

const TMF621_RelatedParty = type('TMF621_RelatedParty', 'A person or organisation involved, with a role', {
  id: text('Identifier of who is involved'),
  href: uri('Where it can be read'),
  role: text('In which capacity they are involved'),
}).naming('Individual', 'Organization', 'Customer', 'PartyRole')

const TMF621_RelatedObject = type('TMF621_RelatedObject', 'Something the ticket is about', {
  involvement: text('What it has to do with the ticket'),
  reference: text('Where it can be read'),
})

/** What is posted becomes a ticket of TMF621, which asks for a description, a severity and a type. */
export const TroubleTicket = resource('TroubleTicket', {
  meaning: 'A report of a problem, followed until it is settled',
  path: 'troubleTicket',
  kind: 'SelfCareTroubleTicket',
  verbs: ['list', 'read', 'create'],
  shows: {
    of: 'TroubleTicket',
    names: {
      correlationId: 'externalId',
      type: 'ticketType',
      targetResolutionDate: 'requestedResolutionDate',
      relatedObject: 'relatedEntity',
    },
    values: {
      // The first that has a value there is shown for it: a ticket that was handed in is acknowledged at once.
      status: {
        Acknowledged: 'acknowledged',
        Submitted: 'acknowledged',
        Rejected: 'rejected',
        InProgress: 'inProgress',
        InProgressHeld: 'held',
        InProgressPending: 'pending',
        Resolved: 'resolved',
        Closed: 'closed',
        Cancelled: 'cancelled',
      },
    },
    parts: {
      relatedParty: { isNamedByHref: true },
      relatedObject: { names: { involvement: 'role', reference: 'href' }, isNamedByHref: true },
    },
  },

  fields: {
    correlationId: text('What another system calls this ticket'),
    description: text('What is wrong, in words').mandatory,
    severity: text('How badly the problem affects normal working').mandatory,
    type: text('What sort of ticket it is, such as a complaint').mandatory,
    creationDate: dateTime('When the ticket was opened'),
    targetResolutionDate: dateTime('When the user wants the problem fixed'),
    status: oneOf(
      [
        'Submitted',
        'Rejected',
        'Acknowledged',
        'InProgress',
        'InProgressHeld',
        'InProgressPending',
        'Resolved',
        'Closed',
        'Cancelled',
      ],
      'How far the ticket has got',
    ).mandatory,
    statusChangeReason: text('Why the ticket moved to its present status').mandatory,
    statusChangeDate: dateTime('When the ticket moved to its present status'),
    relatedParty: list(TMF621_RelatedParty, 'Who is involved in the ticket, and how'),
    relatedObject: list(TMF621_RelatedObject, 'What the ticket is about, such as a bill'),
    note: list(TMF621_Note, 'What people have said about the problem'),
  },

  findBy: ['status', 'severity', 'type', 'correlationId', 'relatedParty.id'],
  example: {
    description: 'No internet since this morning',
    severity: 'major',
    type: 'fault',
    status: 'Submitted',
    statusChangeReason: 'Handed in by the customer',
  },
})
