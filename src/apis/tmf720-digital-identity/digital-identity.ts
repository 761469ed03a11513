/** TMF720 Digital Identity 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { Credential, DigitalIdentityContactMedium, PartyRef, ResourceRef } from './parts.ts'

export const DigitalIdentity = resource('DigitalIdentity', {
  meaning: 'Who a person, role or resource is online',
  path: 'digitalIdentity',

  fields: {
    creationDate: dateTime('When it was set up').stampedOn('create').kept,
    lastUpdate: dateTime('When it was last edited').stampedOn('change'),
    nickname: text('Informal name that its owner goes by'),
    status: text('Whether it is in use, on hold or put away').afterwards,
    attachment: list(AttachmentRefOrValue, 'Files that go with it, such as a picture'),
    contactMedium: list(DigitalIdentityContactMedium, 'Ways to reach whoever is behind it'),
    credential: list(Credential, 'Means of proving that one is its owner').mandatory,
    individualIdentified: part(PartyRef, 'The person it stands for, in all their roles'),
    partyRoleIdentified: list(RelatedParty, 'Those it stands for, in one role only'),
    relatedParty: list(RelatedParty, 'Others who care about it, such as its issuer'),
    resourceIdentified: part(ResourceRef, 'The resource it stands for'),
    validFor: part(TimePeriod, 'When the identity can be used'),
  },

  nonEmpty: ['credential'],
  lifecycle: {
    of: 'status',
    starts: 'active',
    moves: {
      active: { suspended: 'client', archived: 'client' },
      suspended: { active: 'client', archived: 'client' },
      archived: { active: 'client' },
    },
    isOpen: true,
  },
  findBy: [
    'status',
    'nickname',
    'individualIdentified.id',
    'partyRoleIdentified.id',
    'resourceIdentified.id',
  ],
  announces: ['created', 'stateChanged', 'deleted', 'changed'],
})
