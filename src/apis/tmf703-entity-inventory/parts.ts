/** Parts that only TMF703 has. */
import { dateTime, list, part, text, type, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, Note, TimePeriod } from '../shared/common.ts'
import { AssociationSpecificationRef, EntityRef, EntitySpecificationRef } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'

const EntityRelationship = type('EntityRelationship', 'A tie from one thing to another', {
  relationshipType: text('How the two things are tied').mandatory,
  role: text('What part the other thing plays'),
  associationSpec: part(AssociationSpecificationRef, 'The design of the tie'),
  entity: part(EntityRef, 'The thing at the other end').mandatory,
  validFor: part(TimePeriod, 'From when until when the tie holds'),
})

export const ManagedEntity = type('ManagedEntity', 'A thing with what most things have', {
  context: text('Where the thing belongs, in words'),
  description: text('What the thing is, in plain words'),
  endDate: dateTime('Until when it is in effect'),
  isBundle: yesNo('Whether it is made up of others'),
  isExternal: yesNo('Whether it is kept in another inventory'),
  name: text('What people call the thing').mandatory,
  startDate: dateTime('From when it is in effect'),
  status: text('How the thing stands in its life'),
  statusChangeDate: dateTime('When it last moved to another status'),
  version: text('Which version of the thing it is'),
  attachment: list(AttachmentRefOrValue, 'Files that go with the thing'),
  characteristic: list(Characteristic, 'How the thing is set up, property by property'),
  entityRelationship: list(EntityRelationship, 'Other things this one is tied to'),
  entitySpecification: part(EntitySpecificationRef, 'Which definition the thing was made from'),
  note: list(Note, 'What people have said about the thing'),
  relatedParty: list(RelatedParty, 'Who has to do with the thing, and how'),
})
