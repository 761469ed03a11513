/** TMF915 AI Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ConstraintRef, TimePeriod } from '../shared/common.ts'
import { EntitySpecificationRelationship, TargetEntitySchema } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'

export const AiContractSpecification = resource('AiContractSpecification', {
  meaning: 'A model of contracts about what AI models must achieve',
  path: 'aiContractSpecification',

  fields: {
    description: text('What such contracts are about, in words'),
    isBundle: yesNo('Whether it puts several models of contracts together').orElse(false),
    lastUpdate: dateTime('When the model of contracts last changed').once.stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('Where the model of contracts is in its life').orElse('In study'),
    name: text('What the model of contracts is called').mandatory,
    version: text('Which edition of the model of contracts this is'),
    attachment: list(AttachmentRefOrValue, 'Files that go with it, such as the wording'),
    constraint: list(ConstraintRef, 'Rules that such contracts must respect'),
    entitySpecRelationship: list(EntitySpecificationRelationship, 'How it is tied to other designs'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    specCharacteristic: list(CharacteristicSpecification, 'What such contracts can settle'),
    targetEntitySchema: part(TargetEntitySchema, 'The schema of contracts that follow it'),
    validFor: part(TimePeriod, 'When such contracts can be made'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  keptWhileUsedIn: ['Assurance, usage & events'],
  announces: ['created', 'deleted', 'changed'],
})
