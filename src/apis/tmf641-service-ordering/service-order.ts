/** TMF641 Service Ordering 4.1.0. */
import { dateTime, list, oneOf, resource, text } from '../../declare/index.ts'
import { orderMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { orderStates } from '../shared/states.ts'
import {
  ExternalReference,
  Note,
  ServiceOrderErrorMessage,
  ServiceOrderItem,
  ServiceOrderJeopardyAlert,
  ServiceOrderMilestone,
  ServiceOrderRelationship,
} from './parts.ts'

export const ServiceOrder = resource('ServiceOrder', {
  meaning: 'An order to add, change or remove services',
  path: 'serviceOrder',
  isOrder: true,
  startsWork: true,
  nonEmpty: ['serviceOrderItem'],

  fields: {
    cancellationDate: dateTime('When the order was called off, if it was').once,
    cancellationReason: text('Why the order was called off, if it was').once,
    category: text('What sort of order it is, such as broadband').once,
    completionDate: dateTime('When delivery was actually finished').serverOwned,
    description: text('What the order is for, in plain words'),
    expectedCompletionDate: dateTime('When the provider expects to finish delivery').afterwards,
    externalId: text('Number the customer uses to find the order'),
    notificationContact: text('Whom to keep informed about the order'),
    orderDate: dateTime('When the order was placed').serverOwned.stampedOn('create'),
    priority: text('How urgent the order is compared with others'),
    requestedCompletionDate: dateTime('When the customer wants delivery finished'),
    requestedStartDate: dateTime('When the customer wants work to begin'),
    startDate: dateTime('When work on the order began').serverOwned,
    errorMessage: list(ServiceOrderErrorMessage, 'What went wrong and changed the state of the order')
      .serverOwned,
    externalReference: list(ExternalReference, 'What other systems call the order'),
    jeopardyAlert: list(ServiceOrderJeopardyAlert, 'Warnings raised about the order').serverOwned,
    milestone: list(ServiceOrderMilestone, 'Notable points reached while handling the order').serverOwned,
    note: list(Note, 'What people have said about the order'),
    orderRelationship: list(ServiceOrderRelationship, 'Other service orders this one is tied to'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    serviceOrderItem: list(ServiceOrderItem, 'Lines of the order, each dealing with one service').mandatory,
    state: oneOf(orderStates, 'How far the order has got').afterwards,
  },

  moments: {
    ServiceOrderMilestoneEvent: { grows: 'milestone' },
    ServiceOrderJeopardyEvent: { grows: 'jeopardyAlert' },
  },
  lifecycle: { of: 'state', starts: 'acknowledged', moves: orderMoves },
  findBy: ['state', 'externalId', 'category', 'orderDate', 'relatedParty.id'],
  announces: [
    'created',
    'changed',
    'stateChanged',
    'deleted',
    'informationRequired',
    'ServiceOrderMilestoneEvent',
    'ServiceOrderJeopardyEvent',
  ],
})
