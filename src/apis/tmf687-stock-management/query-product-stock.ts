/** TMF687 Stock Management 4.0.0. */
import { dateTime, list, oneOf, part, resource, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ProductStock } from './parts.ts'

export const QueryProductStock = resource('QueryProductStock', {
  meaning: 'A task that asks what is in stock',
  path: 'queryProductStock',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    completedQueryProductStockDate: dateTime('When the answer was ready'),
    creationDate: dateTime('When the task was set up').stampedOn('create'),
    instantSyncCheck: yesNo('Whether the answer is wanted at once, in the reply'),
    requestedAvailabilityDate: dateTime('The date on which it should be in stock'),
    requestedQueryProductStockDate: dateTime('When the asker would like an answer'),
    queryProductStockItem: list(ProductStock, 'The stocks that were found'),
    relatedParty: list(RelatedParty, 'Those who have to do with the task'),
    searchCriteria: part(ProductStock, 'What stock to look for').mandatory,
    state: oneOf(acceptedTaskStates, 'How far along the task is').ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'creationDate', 'relatedParty.id'],
  announces: ['created', 'changed', 'stateChanged', 'batch'],
})
