/** TMF697 Work Order 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { AgreementRef, PaymentRef } from '../shared/account.ts'
import { AppointmentRef, RelatedChannel, RelatedEntity } from '../shared/common.ts'
import { orderMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { PlaceRefOrValue } from '../shared/place.ts'
import { QuoteRef } from '../shared/product.ts'
import { orderStates } from '../shared/states.ts'
import { BillingAccountRef, Note, OrderPrice, OrderRef, OrderRelationship, WorkOrderItem } from './parts.ts'

export const WorkOrder = resource('WorkOrder', {
  meaning: 'An order for jobs to be carried out',
  path: 'workOrder',
  isOrder: true,
  nonEmpty: ['workOrderItem'],

  fields: {
    cancellationDate: dateTime('When the order was called off'),
    cancellationReason: text('Why the order was called off'),
    category: text('The business grouping, such as residential'),
    completionDate: dateTime('When all the work was finished').afterwards,
    description: text('What the order is about'),
    expectedCompletionDate: dateTime('When the provider now thinks it will finish').afterwards,
    externalId: text('The reference the requester uses to find it'),
    notificationContact: text('Who to keep informed about progress'),
    orderDate: dateTime('When the order was placed').serverOwned.stampedOn('create'),
    priority: text('How urgent it is, from 0 (most) to 4'),
    requestedCompletionDate: dateTime('When the requester wants the work finished'),
    requestedStartDate: dateTime('When the requester wants work to begin'),
    startDate: dateTime('When work actually began'),
    stateChangeDate: dateTime('When the order last moved to another state'),
    version: text('Which revision of the order this is'),
    agreement: list(AgreementRef, 'Contracts the order falls under'),
    appointment: part(AppointmentRef, 'The visit booked for the order'),
    billingAccount: part(BillingAccountRef, 'The account that pays for the work'),
    channel: list(RelatedChannel, 'Where the order came from'),
    note: part(Note, 'What people have said about the order'),
    order: list(OrderRef, 'Other orders this one serves'),
    orderTotalPrice: list(OrderPrice, 'What the whole order costs'),
    payment: list(PaymentRef, 'Payments made towards the order'),
    place: part(PlaceRefOrValue, 'Where the work is done'),
    quote: list(QuoteRef, 'Quotes that led to the order'),
    relatedEntity: list(RelatedEntity, 'Other things the order concerns'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    state: oneOf(orderStates, 'How far the order has got').afterwards,
    workOrderItem: list(WorkOrderItem, 'The separate lines of the order').mandatory,
    workOrderRelationship: list(OrderRelationship, 'How it is linked to other work orders'),
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: orderMoves, movedAt: 'stateChangeDate' },
  findBy: ['state', 'externalId', 'orderDate', 'order.id', 'relatedParty.id'],
  announces: ['created', 'changed', 'deleted', 'stateChanged', 'informationRequired'],
})
