/** TMF687 Stock Management 4.0.0. */
import { dateTime, list, oneOf, resource, text, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { AdjustProductStockItem } from './parts.ts'

export const AdjustProductStock = resource('AdjustProductStock', {
  meaning: 'A task that corrects the level of product stocks',
  path: 'adjustProductStock',
  verbs: ['list', 'read', 'create'],
  isTask: true,
  nonEmpty: ['adjustProductStockItem'],

  fields: {
    adjustReason: text('Why the stock is corrected, such as theft or waste'),
    completedAdjustProductStockDate: dateTime('When the correction was finished'),
    creationDate: dateTime('When the task was created').stampedOn('create'),
    description: text('What the correction is about, in words'),
    instantSyncAdjust: yesNo('Whether the requester expects the correction at once'),
    requestedAdjustProductStockDate: dateTime('When the correction is wanted'),
    adjustProductStockItem: list(AdjustProductStockItem, 'The single corrections, one for each stock')
      .mandatory,
    state: oneOf(acceptedTaskStates, 'How far the task has come').ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'adjustReason', 'creationDate'],
  announces: ['created', 'changed', 'stateChanged', 'batch'],
})
