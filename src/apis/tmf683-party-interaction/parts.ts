/** Parts that only TMF683 has, or has otherwise than the shared ones. */
import { dateTime, entity, itemId, list, part, text, type } from '../../declare/index.ts'
import {
  AttachmentRefOrValue,
  Note,
  RelatedChannel,
  RelatedEntityRefOrValue,
  TimePeriod,
} from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'

export const InteractionItem = type('InteractionItem', 'One matter dealt with during a contact', {
  id: itemId('Identifier within the list'),
  creationDate: dateTime('When the matter was entered'),
  reason: text('Why the matter was brought up'),
  resolution: text('How the matter was settled'),
  attachment: list(AttachmentRefOrValue, 'Documents and pictures that go with the matter'),
  channel: list(RelatedChannel, 'How the contact came about, such as shop or web'),
  item: part(RelatedEntityRefOrValue, 'The thing the matter is about'),
  itemDate: part(TimePeriod, 'When the matter was talked about'),
  note: list(Note, 'What people have said about the matter'),
  relatedParty: list(RelatedParty, 'Who is involved in the matter'),
})

export const InteractionRelationship = entity(
  'InteractionRelationship',
  'A tie from one contact to another',
  {
    relationshipType: text('In what way the contacts are tied'),
  },
)
