/** TMF641 Service Ordering 4.1.0. */
import { dateTime, oneOf, part, resource, text } from '../../declare/index.ts'
import { acceptedCancelMoves } from '../shared/lifecycles.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ErrorMessage, ServiceOrderRef } from './parts.ts'

export const CancelServiceOrder = resource('CancelServiceOrder', {
  meaning: 'A request to call off a service order',
  path: 'cancelServiceOrder',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    cancellationReason: text('Why the order should be called off'),
    completionMessage: text('How the cancellation went, or why it was refused').serverOwned,
    effectiveCancellationDate: dateTime('When the order was actually called off').serverOwned,
    requestedCancellationDate: dateTime('When the requester would like the order called off'),
    errorMessage: part(ErrorMessage, 'What went wrong and ended the cancellation').serverOwned,
    serviceOrder: part(ServiceOrderRef, 'Which service order to call off').mandatory,
    state: oneOf(acceptedTaskStates, 'How far the cancellation has got').serverOwned,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedCancelMoves },
  findBy: ['state', 'serviceOrder.id'],
  announces: ['created', 'stateChanged', 'informationRequired'],
})
