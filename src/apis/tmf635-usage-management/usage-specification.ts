/** TMF635 Usage Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ConstraintRef, TimePeriod } from '../shared/common.ts'
import { EntitySpecificationRelationship, TargetEntitySchema } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'

export const UsageSpecification = resource('UsageSpecification', {
  meaning: 'A definition of what gets recorded about a kind of usage',
  path: 'usageSpecification',

  fields: {
    description: text('What kind of usage is meant, in plain words'),
    isBundle: yesNo('Whether several usage specifications are grouped here'),
    lastUpdate: dateTime('When the usage specification was most recently changed').stampedOn('change'),
    lifecycleStatus: text('Whereabouts in its life the usage specification is'),
    name: text('What people call this usage specification'),
    version: text('Which edition of the usage specification this is'),
    attachment: list(AttachmentRefOrValue, 'Files that help explain the usage specification'),
    constraint: list(ConstraintRef, 'Rules the usage specification has to obey'),
    entitySpecRelationship: list(EntitySpecificationRelationship, 'Other specifications tied to this one'),
    relatedParty: list(RelatedParty, 'Who looks after it or has a stake in it'),
    specCharacteristic: list(CharacteristicSpecification, 'Facts that can be recorded for such usage'),
    targetEntitySchema: part(TargetEntitySchema, 'Which schema the resulting usage records follow'),
    validFor: part(TimePeriod, 'From when until when the usage specification applies'),
  },

  findBy: ['name', 'lifecycleStatus'],
  announces: ['created', 'changed', 'deleted'],
})
