/** TMF652 Resource Ordering 4.0.0. */
import { dateTime, oneOf, part, resource, text } from '../../declare/index.ts'
import { acknowledgedCancelMoves } from '../shared/lifecycles.ts'
import { acknowledgedTaskStates } from '../shared/states.ts'
import { ResourceOrderRef } from './parts.ts'

export const CancelResourceOrder = resource('CancelResourceOrder', {
  meaning: 'A request to call off a resource order',
  path: 'cancelResourceOrder',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    cancellationReason: text('Why the order should be called off'),
    effectiveCancellationDate: dateTime('When the order was really called off').serverOwned,
    requestedCancellationDate: dateTime('When the sender wants the cancellation to happen'),
    resourceOrder: part(ResourceOrderRef, 'The order to be called off').mandatory,
    state: oneOf(acknowledgedTaskStates, 'How far the cancellation has got').serverOwned,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: acknowledgedCancelMoves },
  findBy: ['state', 'resourceOrder.id'],
  announces: ['created', 'stateChanged', 'informationRequired'],
})
