/** TMF701 Process Flow 4.1.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { ChannelRef, RelatedEntity } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ProcessFlowSpecificationRef, TaskFlowRef } from './parts.ts'

export const ProcessFlow = resource('ProcessFlow', {
  meaning: 'A running business process made of tasks',
  path: 'processFlow',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: {
    processFlowDate: dateTime('When the process was first recorded').serverOwned.stampedOn('create'),
    processFlowSpecification: text('Which process design it follows, by identifier').mandatory,
    channel: list(ChannelRef, 'Where the process is carried out'),
    characteristic: list(Characteristic, 'Extra facts about the process'),
    processFlowSpecificationRef: part(ProcessFlowSpecificationRef, 'A pointer to the design it follows'),
    relatedEntity: list(RelatedEntity, 'The things the process deals with'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    state: oneOf(['active', 'cancelled', 'hold', 'completed'], 'How far the process has got').serverOwned,
    taskFlow: list(TaskFlowRef, 'The tasks that make up the process').serverOwned,
  },

  lifecycle: {
    of: 'state',
    starts: 'active',
    moves: {
      active: { hold: 'engine', completed: 'engine', cancelled: 'engine' },
      hold: { active: 'engine', cancelled: 'engine' },
      cancelled: {},
      completed: {},
    },
  },
  findBy: ['state', 'processFlowSpecification', 'relatedEntity.id', 'relatedParty.id'],
  announces: ['created', 'stateChanged', 'deleted', 'changed'],
})
