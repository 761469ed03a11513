/** TMF701 Process Flow 4.1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ChannelRef, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import {
  ProcessFlowSpecificationRelationship,
  RelatedEntitySpecification,
  TaskFlowSpecificationRef,
} from './parts.ts'

export const ProcessFlowSpecification = resource('ProcessFlowSpecification', {
  meaning: 'A design from which processes are started',
  path: 'processFlowSpecification',

  fields: {
    description: text('What the process design does'),
    lastUpdate: dateTime('When the design was last changed').stampedOn('change'),
    lifecycleStatus: text('Where the design is in its life').orElse('In study'),
    name: text('What the design is called').mandatory,
    version: text('Which revision of the design this is'),
    attachment: list(AttachmentRefOrValue, 'Files that help explain the design'),
    channel: list(ChannelRef, 'Where processes of this design may be carried out'),
    processFlowSpecificationCharacteristic: list(
      CharacteristicSpecification,
      'Which extra facts its processes may carry',
    ),
    processFlowSpecificationRelationship: list(
      ProcessFlowSpecificationRelationship,
      'How it is linked to other process designs',
    ),
    relatedEntitySpecification: list(
      RelatedEntitySpecification,
      'Which kinds of thing its processes deal with',
    ),
    relatedParty: list(RelatedParty, 'Who runs or cares about the design'),
    taskFlowSpecification: list(TaskFlowSpecificationRef, 'The task designs it is built from'),
    validFor: part(TimePeriod, 'The time span in which it may be used'),
  },

  findBy: ['name', 'lifecycleStatus'],
  announces: ['created', 'stateChanged', 'deleted', 'changed'],
})
