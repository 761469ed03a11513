/** Parts that devices and their access points have in common. */
import { entity, list, part, reference, text, type } from '../../declare/index.ts'
import { Note } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceRef as SharedResourceRef } from '../shared/resource.ts'

export const ResourceCharacteristic = type('ResourceCharacteristic', 'A named feature and its value', {
  name: text('What the feature is called'),
  value: text('What the feature is set to'),
})

const PartyRoleRef = reference('PartyRoleRef', 'A pointer to a role that a party has', {
  partyId: text('Identifier of the party that has the role'),
  partyName: text('Name of the party that has the role'),
})

const ResourceRef = SharedResourceRef.with({
  value: text('The public number that identifies it, such as a telephone number'),
})

const ResourceRelationship = type('ResourceRelationship', 'A tie from one resource to another', {
  relationshipType: text('How the resources are tied, such as bundled or reliesOn'),
  resource: part(ResourceRef, 'Which resource lies at the other end'),
})

const Place = entity('Place', 'A place of any kind', {
  name: text('What people call the place'),
}).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

/** What is told of any resource of this suite. */
export const commonFields = {
  characteristic: list(ResourceCharacteristic, 'How it is set up, property by property'),
  note: list(Note, 'What people have said about it'),
  partyRole: list(PartyRoleRef, 'Roles of parties that it has to do with'),
  place: part(Place, 'Where it is'),
  relatedParty: list(RelatedParty, 'Who has to do with it, and how'),
  resourceRelationship: list(ResourceRelationship, 'Other resources that it is tied to'),
}
