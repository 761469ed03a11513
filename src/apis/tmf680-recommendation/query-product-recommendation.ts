/** TMF680 Recommendation 4.0.0. */
import { list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { ChannelRef, ShoppingCartRef, TimePeriod } from '../shared/common.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { CategoryRef, ProductOrderRef } from '../shared/product.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ItemRef, RecommendationItem } from './parts.ts'

export const QueryProductRecommendation = resource('QueryProductRecommendation', {
  meaning: 'A task that asks which offerings would suit a customer',
  path: 'queryProductRecommendation',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    description: text('What is being asked, in words'),
    instantSyncRecommendation: yesNo('Whether suggestions are wanted at once, in the reply'),
    name: text('What the request is called'),
    recommendationType: text('What sort of suggestions are asked for'),
    category: list(CategoryRef, 'Catalog categories to look for offerings in'),
    channel: list(ChannelRef, 'Sales channels the suggestions are meant for'),
    place: part(RelatedPlaceRefOrValue, 'Where the suggestions should apply'),
    productOrder: list(ProductOrderRef, 'Orders to base the suggestions on'),
    productOrderItem: list(ItemRef, 'Order lines to base the suggestions on'),
    recommendationItem: list(RecommendationItem, 'The suggestions that came back'),
    relatedParty: part(RelatedParty, 'The person or organization the suggestions are for'),
    shoppingCart: list(ShoppingCartRef, 'Shopping carts to base the suggestions on'),
    shoppingCartItem: list(ItemRef, 'Cart lines to base the suggestions on'),
    state: oneOf(acceptedTaskStates, 'How far along the task is').ignoredFromClient,
    validFor: part(TimePeriod, 'When the suggestions hold good').serverOwned,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'recommendationType', 'category.id', 'relatedParty.id'],
  announces: ['created', 'stateChanged'],
})
