/** TMF683 Party Interaction 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AttachmentRefOrValue, Note, RelatedChannel, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { InteractionItem, InteractionRelationship } from './parts.ts'

export const PartyInteraction = resource('PartyInteraction', {
  meaning: 'A contact with someone, such as a call or visit',
  path: 'partyInteraction',

  fields: {
    creationDate: dateTime('When the interaction was put on record').stampedOn('create').kept,
    description: text('What the interaction was, in words'),
    direction: text('Whether the provider was contacted or made the contact').mandatory.once,
    reason: text('Why contact was made').mandatory,
    status: text('How far along the interaction is'),
    statusChangeDate: dateTime('When it last moved to another status'),
    attachment: list(AttachmentRefOrValue, 'Documents and pictures that go with the contact'),
    channel: list(RelatedChannel, 'How the contact came about, such as shop or web').mandatory,
    interactionDate: part(TimePeriod, 'When the contact began and ended'),
    interactionItem: list(InteractionItem, 'The matters dealt with during the contact'),
    interactionRelationship: list(InteractionRelationship, 'Other interactions it is connected with'),
    note: list(Note, 'What people have said about the interaction'),
    relatedParty: list(RelatedParty, 'Those who took part or are concerned'),
  },

  // The file leaves the statuses open; these are the usual ones.
  lifecycle: {
    of: 'status',
    starts: 'opened',
    moves: {
      opened: { inProgress: 'client', completed: 'client', cancelled: 'client' },
      inProgress: { completed: 'client', cancelled: 'client' },
      completed: { opened: 'client' },
      cancelled: { opened: 'client' },
    },
    isOpen: true,
    movedAt: 'statusChangeDate',
  },
  findBy: ['status', 'direction', 'relatedParty.id', 'channel.id', 'interactionDate.startDateTime'],
  announces: ['created', 'changed', 'deleted', 'statusChanged'],
})
