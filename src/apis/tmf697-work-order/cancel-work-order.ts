/** TMF697 Work Order 4.0.0. */
import { dateTime, oneOf, part, resource, text } from '../../declare/index.ts'
import { acceptedCancelMoves } from '../shared/lifecycles.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { WorkOrderRef } from './parts.ts'

export const CancelWorkOrder = resource('CancelWorkOrder', {
  meaning: 'A request to call off a work order',
  path: 'cancelWorkOrder',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    cancellationReason: text('Why the work is being called off'),
    effectiveCancellationDate: dateTime('When the cancellation took effect').serverOwned,
    requestedCancellationDate: dateTime('When the requester would like it called off'),
    state: oneOf(acceptedTaskStates, 'How far the cancellation has got').serverOwned,
    workOrder: part(WorkOrderRef, 'The work order to call off').mandatory,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedCancelMoves },
  findBy: ['state', 'workOrder.id'],
  announces: ['created', 'stateChanged', 'informationRequired'],
})
