/** TMF701 Process Flow 4.1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ChannelRef, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import {
  TaskFlowSpecification as NestedTaskFlowSpecification,
  RelatedEntitySpecification,
  TaskFlowSpecificationRelationship,
} from './parts.ts'

export const TaskFlowSpecification = resource('TaskFlowSpecification', {
  meaning: 'A design from which tasks are started',
  path: 'taskFlowSpecification',

  fields: {
    description: text('What the task design does'),
    lastUpdate: dateTime('When the task design was last changed').stampedOn('change'),
    lifecycleStatus: text('Where the task design is in its life').orElse('In study'),
    name: text('What the task design is called').mandatory,
    taskFlowSpecificationType: text('The sort of task, such as manual or scripted'),
    version: text('Which revision of the task design this is'),
    attachment: list(AttachmentRefOrValue, 'Files that help explain the task design'),
    channel: list(ChannelRef, 'Where tasks of this design may be carried out'),
    processFlowSpecificationRelationship: list(
      TaskFlowSpecificationRelationship,
      'How it is linked to process designs',
    ),
    relatedEntitySpecification: list(RelatedEntitySpecification, 'Which kinds of thing its tasks deal with'),
    relatedParty: list(RelatedParty, 'Who runs or cares about the task design'),
    taskFlowSpecification: list(NestedTaskFlowSpecification, 'Smaller task designs nested under this one'),
    taskFlowSpecificationCharacteristic: list(
      CharacteristicSpecification,
      'Which extra facts its tasks may carry',
    ),
    taskFlowSpecificationRelationship: list(
      TaskFlowSpecificationRelationship,
      'How it is linked to neighbouring task designs',
    ),
    validFor: part(TimePeriod, 'The time span in which it may be used'),
  },

  findBy: ['name', 'lifecycleStatus'],
  announces: ['created', 'stateChanged', 'deleted', 'changed'],
})
