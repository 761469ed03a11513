/** Parts of the resource domain. */
import {
  dateTime,
  entity,
  laterPart,
  list,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
} from '../../declare/index.ts'
import { AttachmentRefOrValue, Characteristic, Feature, Note } from './common.ts'
import { RelatedParty } from './party.ts'
import { RelatedPlaceRefOrValue } from './place.ts'

export const ResourceCandidateRef = reference(
  'ResourceCandidateRef',
  'A pointer to a resource published in a catalogue',
  {
    version: text('Which edition of the catalogue resource is meant'),
  },
)

export const ResourceRef = reference('ResourceRef', 'A pointer to equipment, a number or other resource', {})

export const ResourceRelationship = entity('ResourceRelationship', 'A tie from one resource to another', {
  relationshipType: text('How the resources are tied, such as bundled or reliesOn').mandatory,
  resource: laterPart<RefOrValue>((): TypeWord => ResourceRefOrValue, 'Which resource lies at the other end')
    .mandatory,
})

export const ResourceSpecificationRef = reference(
  'ResourceSpecificationRef',
  'A pointer to the description of a resource',
  {
    version: text('Which edition of the resource description is meant'),
  },
)

export const ResourceRefOrValue = entity(
  'ResourceRefOrValue',
  'A resource, pointed to if it exists or given whole',
  {
    category: text('Which class it falls in, such as gold numbers'),
    description: text('What the resource is, in plain words'),
    endOperatingDate: dateTime('When the resource goes out of operation'),
    name: text('What people call this resource'),
    resourceVersion: text('Which edition of the resource this is'),
    startOperatingDate: dateTime('When the resource comes into operation'),
    activationFeature: list(Feature, 'Features to set up when activating the resource'),
    administrativeState: oneOf(
      ['locked', 'unlocked', 'shutdown'],
      'How its use is controlled: locked, unlocked or shut down',
    ),
    attachment: list(AttachmentRefOrValue, 'Files that go with the resource'),
    note: list(Note, 'What people have said about the resource'),
    operationalState: oneOf(['enable', 'disable'], 'Working condition of the resource: enabled or disabled'),
    place: part(RelatedPlaceRefOrValue, 'Where the resource is found'),
    relatedParty: list(RelatedParty, 'Who has to do with the resource, and how'),
    resourceCharacteristic: list(Characteristic, 'How the resource is set up, property by property'),
    resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
    resourceSpecification: part(ResourceSpecificationRef, 'Which definition the resource is built from'),
    resourceStatus: oneOf(
      ['standby', 'alarm', 'available', 'reserved', 'unknown', 'suspended'],
      'How the resource stands, such as available or reserved',
    ),
    usageState: oneOf(['idle', 'active', 'busy'], 'How occupied the resource is: idle, active or busy'),
    '@referredType': text('Type of what is referred to'),
  },
)
