/** TMF662 Entity Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ConstraintRef, TimePeriod } from '../shared/common.ts'
import { EntitySpecificationRelationship, TargetEntitySchema } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'

export const EntitySpecification = resource('EntitySpecification', {
  meaning: 'A definition of a kind of business thing',
  path: 'entitySpecification',

  fields: {
    description: text('What the definition covers'),
    isBundle: yesNo('Whether it gathers several definitions into one').orElse(false),
    lastUpdate: dateTime('When the definition was last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('How far along its life it is').orElse('In study'),
    name: text('What the definition is called').mandatory,
    version: text('Which edition of the definition this is'),
    attachment: list(AttachmentRefOrValue, 'Documents and pictures that go with the definition'),
    constraint: list(ConstraintRef, 'Rules that limit how the definition is used'),
    entitySpecRelationship: list(EntitySpecificationRelationship, 'How it is tied to other definitions'),
    relatedParty: list(RelatedParty, 'Who looks after it or has a stake in it'),
    specCharacteristic: list(CharacteristicSpecification, 'Features that things of this kind may have'),
    targetEntitySchema: part(TargetEntitySchema, 'Where the shape of such things is laid down'),
    validFor: part(TimePeriod, 'When the definition may be used'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'deleted'],
})
