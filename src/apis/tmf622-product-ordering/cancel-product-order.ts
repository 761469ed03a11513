/** TMF622 Product Ordering 4.0.0. */
import { dateTime, oneOf, part, resource, text } from '../../declare/index.ts'
import { acknowledgedCancelMoves } from '../shared/lifecycles.ts'
import { ProductOrderRef } from '../shared/product.ts'
import { acknowledgedTaskStates } from '../shared/states.ts'

export const CancelProductOrder = resource('CancelProductOrder', {
  meaning: 'A request to call off a product order',
  path: 'cancelProductOrder',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    cancellationReason: text('Why the product order is being called off'),
    effectiveCancellationDate: dateTime('When the product order was actually called off').serverOwned,
    requestedCancellationDate: dateTime('When the requester wants the product order called off'),
    productOrder: part(ProductOrderRef, 'Which product order to call off').mandatory,
    state: oneOf(acknowledgedTaskStates, 'How far the cancellation request has got').serverOwned,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: acknowledgedCancelMoves },
  findBy: ['state', 'productOrder.id'],
  announces: ['created', 'stateChanged', 'informationRequired'],
})
