/** TMF687 Stock Management 4.0.0. */
import { dateTime, list, oneOf, part, resource, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { PlaceRefOrValue } from '../shared/place.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { CheckProductStockItem } from './parts.ts'

export const CheckProductStock = resource('CheckProductStock', {
  meaning: 'A task that asks whether products are in stock',
  path: 'checkProductStock',
  verbs: ['list', 'read', 'create'],
  isTask: true,
  nonEmpty: ['checkProductStockItem'],

  fields: {
    completedCheckProductStockDate: dateTime('When the check was finished'),
    creationDate: dateTime('When the check was entered').stampedOn('create'),
    instantSyncCheck: yesNo('Whether the asker wants the answer straight away'),
    provideAlternative: yesNo('Whether to suggest another stock, date or amount'),
    requestedAvailabilityDate: dateTime('The day on which the goods should be available'),
    requestedCheckProductStockDate: dateTime('When the asker would like an answer'),
    checkProductStockItem: list(CheckProductStockItem, 'The single products being asked about').mandatory,
    place: part(PlaceRefOrValue, 'Where the goods should be available'),
    relatedParty: list(RelatedParty, 'People and organizations with a part in the check'),
    state: oneOf(acceptedTaskStates, 'How far the check has come').ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'creationDate', 'relatedParty.id'],
  announces: ['created', 'changed', 'stateChanged', 'batch'],
})
