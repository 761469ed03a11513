/** TMF701 Process Flow 4.1.0. */
import { dateTime, integer, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { ChannelRef, RelatedEntity } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { TaskFlowRelationship, TaskFlowSpecificationRef } from './parts.ts'
import { ProcessFlow } from './process-flow.ts'

export const TaskFlow = resource('TaskFlow', {
  meaning: 'One task within a running process',
  path: 'taskFlow',
  within: ProcessFlow,
  listedAs: 'taskFlow',
  verbs: ['list', 'read', 'create', 'patch'],

  fields: {
    completionDate: dateTime('When the task was really finished'),
    completionMethod: text('How the task gets finished').afterwards,
    isMandatory: yesNo('Whether the task must be done').afterwards,
    priority: integer('How urgent the task is').afterwards,
    requestedCompletionDate: dateTime('When the task should be finished by'),
    requestedStartDate: dateTime('When the task should begin'),
    startDate: dateTime('When the task really began'),
    taskFlowSpecification: text('Which task design it follows').once,
    channel: list(ChannelRef, 'Where the task is carried out'),
    characteristic: list(Characteristic, 'Extra facts about the task'),
    relatedEntity: list(RelatedEntity, 'The things the task deals with'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    state: oneOf(['new', 'active', 'hold', 'cancelled', 'completed'], 'How far the task has got').afterwards,
    taskFlowRelationship: list(TaskFlowRelationship, 'How it is linked to other tasks'),
    taskFlowSpecificationRef: part(TaskFlowSpecificationRef, 'A pointer to the task design it follows'),
  },

  lifecycle: {
    of: 'state',
    starts: 'new',
    moves: {
      new: { active: 'client', hold: 'client', completed: 'client', cancelled: 'client' },
      active: { hold: 'client', completed: 'client', cancelled: 'client' },
      hold: { active: 'client', cancelled: 'client' },
      cancelled: {},
      completed: {},
    },
  },
  findBy: ['state', 'taskFlowSpecification', 'relatedEntity.id', 'relatedParty.id'],
  announces: ['created', 'stateChanged', 'deleted', 'changed', 'informationRequired'],
})
