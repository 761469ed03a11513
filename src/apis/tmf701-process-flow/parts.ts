/** Parts that only TMF701 has, or has otherwise than the shared ones. */
import { dateTime, entity, list, listOfSelf, part, reference, text, type } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ChannelRef, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'

export const AssociationSpecRef = entity(
  'AssociationSpecRef',
  'A pointer to the definition of an association',
  {
    id: text('Identifier of what is meant').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const ProcessFlowSpecificationRef = reference(
  'ProcessFlowSpecificationRef',
  'A pointer to a process design',
  {},
)

export const ProcessFlowSpecificationRelationship = entity(
  'ProcessFlowSpecificationRelationship',
  'A link from one process design to another',
  {
    name: text('What the other process design is called'),
    relationshipType: text('How the designs are linked, for example triggers'),
    associationSpec: part(AssociationSpecRef, 'The definition the link follows'),
    validFor: part(TimePeriod, 'The time span in which the link holds'),
  },
)

export const RelatedEntitySpecification = entity(
  'RelatedEntitySpecification',
  'A pointer to a definition of any kind',
  {
    id: text('Identifier of what is meant').mandatory,
    name: text('What the definition is called'),
    role: text('What part the definition plays').mandatory,
    version: text('Which revision of the definition is meant'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const TaskFlowRef = entity('TaskFlowRef', 'A pointer to a task', {
  id: text('Identifier of what is meant').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const TaskFlowRelationship = type('TaskFlowRelationship', 'A link from one task to another', {
  relationshipType: text('How the tasks are linked, for example requires').mandatory,
  taskFlow: part(TaskFlowRef, 'The task at the other end').mandatory,
})

export const TaskFlowSpecificationRelationship = entity(
  'TaskFlowSpecificationRelationship',
  'A link from one task design to another',
  {
    name: text('What the other task design is called'),
    relationshipType: text('How the task designs are linked, for example triggers'),
    associationSpec: part(AssociationSpecRef, 'The definition the link follows'),
    validFor: part(TimePeriod, 'The time span in which the link holds'),
  },
)

export const TaskFlowSpecification = entity(
  'TaskFlowSpecification',
  'A design from which tasks are started',
  {
    description: text('What the task design does'),
    lastUpdate: dateTime('When the task design was last changed'),
    lifecycleStatus: text('Where the task design is in its life'),
    name: text('What the task design is called'),
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
    taskFlowSpecification: listOfSelf('Smaller task designs nested under this one'),
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
)

export const TaskFlowSpecificationRef = reference(
  'TaskFlowSpecificationRef',
  'A pointer to a task design',
  {},
)
