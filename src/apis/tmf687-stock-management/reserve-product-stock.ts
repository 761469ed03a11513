/** TMF687 Stock Management 4.0.0. */
import { dateTime, list, oneOf, part, resource } from '../../declare/index.ts'
import { ChannelRef, MarketSegmentRef, RelatedEntity, TimePeriod } from '../shared/common.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ReserveProductStockItem } from './parts.ts'

export const ReserveProductStock = resource('ReserveProductStock', {
  meaning: 'A request to hold products from stock',
  path: 'reserveProductStock',
  verbs: ['list', 'read', 'create'],
  isTask: true,
  nonEmpty: ['reserveProductStockItem'],

  fields: {
    creationDate: dateTime('When the request was made').stampedOn('create'),
    requiredAvailabilityDate: dateTime('When the products have to be at hand'),
    channel: list(ChannelRef, 'Sales channels that the stock is held for'),
    marketSegment: list(MarketSegmentRef, 'Market segments that the stock is held for'),
    place: part(RelatedPlaceRefOrValue, 'Where the stock has to be held'),
    relatedEntity: list(RelatedEntity, 'What else it has to do with, such as an order'),
    relatedParty: list(RelatedParty, 'Who is involved in it, and how'),
    reserveProductStockItem: list(ReserveProductStockItem, 'What is to be held, line by line').mandatory,
    reserveProductStockState: oneOf(acceptedTaskStates, 'How far the request has come').ignoredFromClient,
    validFor: part(TimePeriod, 'When the stock is held'),
  },

  lifecycle: { of: 'reserveProductStockState', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['reserveProductStockState', 'creationDate', 'relatedParty.id', 'relatedEntity.id'],
  announces: ['created', 'changed', 'stateChanged', 'batch'],
})
