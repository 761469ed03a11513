/** What a document specification says, kept by itself or given in full within a document. */
import { dateTime, list, oneOf, part, text, yesNo } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ConstraintRef, TimePeriod } from '../shared/common.ts'
import {
  EntitySpecificationRelationship as SharedEntitySpecificationRelationship,
  TargetEntitySchema,
} from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'
import { documentStates } from './states.ts'

const EntitySpecificationRelationship = SharedEntitySpecificationRelationship.needing('id')

export const specificationFields = {
  description: text('What sort of document it lays down, in words'),
  isBundle: yesNo('Whether it is made up of several others'),
  lastUpdate: dateTime('When it was last edited'),
  name: text('What the specification is called'),
  version: text('Which edition of the specification this is'),
  attachment: list(AttachmentRefOrValue, 'Files that help to understand it'),
  constraint: list(ConstraintRef, 'Rules that limit how it may be used'),
  entitySpecRelationship: list(
    EntitySpecificationRelationship,
    'Other specifications that this one is tied to',
  ),
  lifecycleStatus: oneOf(documentStates, 'Where the specification is in its life'),
  relatedParty: list(RelatedParty, 'Those who look after it or care about it'),
  specCharacteristic: list(CharacteristicSpecification, 'Properties that such documents can have'),
  targetEntitySchema: part(TargetEntitySchema, 'Where the exact form of such documents is laid down'),
  validFor: part(TimePeriod, 'When the specification applies'),
}
