/** TMF652 Resource Ordering 4.0.0. */
import { dateTime, integer, list, resource, text } from '../../declare/index.ts'
import { Note } from '../shared/common.ts'
import { orderMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { ExternalId, ResourceOrderItem } from './parts.ts'

export const ResourceOrder = resource('ResourceOrder', {
  meaning: 'An order to set up the resources a service needs',
  path: 'resourceOrder',
  isOrder: true,
  startsWork: true,
  nonEmpty: ['orderItem'],

  fields: {
    category: text('Business grouping that helps when handling the order'),
    completionDate: dateTime('When all the work was finished').once.ignoredFromClient,
    description: text('What the order is about, in words'),
    expectedCompletionDate: dateTime('When the provider expects to finish the work'),
    externalId: text('Number from the ordering side, replaced by externalReference'),
    name: text('What the order is called'),
    orderDate: dateTime('When the order was placed').once.stampedOn('create').ignoredFromClient,
    orderType: text('The kind of resource order this is'),
    priority: integer('How urgent it is, 0 most and 4 least'),
    requestedCompletionDate: dateTime('When the customer wants the work finished'),
    requestedStartDate: dateTime('When the customer wants work to begin'),
    startDate: dateTime('When work really began'),
    state: text('How far the order has got').ignoredFromClient,
    externalReference: list(ExternalId, 'Numbers other systems use for this order'),
    note: list(Note, 'What people have said about the order'),
    orderItem: list(ResourceOrderItem, 'The lines that make up the order').mandatory,
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: orderMoves },
  findBy: ['state', 'externalId', 'externalReference.id', 'orderDate', 'relatedParty.id'],
  announces: ['created', 'changed', 'deleted', 'stateChanged', 'informationRequired'],
})
