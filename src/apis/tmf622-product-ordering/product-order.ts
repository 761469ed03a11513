/** TMF622 Product Ordering 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { AgreementRef, BillingAccountRef, PaymentRef } from '../shared/account.ts'
import { RelatedChannel } from '../shared/common.ts'
import { orderMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { OrderPrice, ProductOfferingQualificationRef, QuoteRef } from '../shared/product.ts'
import { orderStates } from '../shared/states.ts'
import { Note, ProductOrderItem } from './parts.ts'

export const ProductOrder = resource('ProductOrder', {
  meaning: 'An order to add, change or remove products',
  path: 'productOrder',
  isOrder: true,
  startsWork: true,
  nonEmpty: ['productOrderItem'],

  fields: {
    cancellationDate: dateTime('When the order was called off, if it was'),
    cancellationReason: text('Why the order was called off, if it was'),
    category: text('Business grouping of the order, such as residential'),
    completionDate: dateTime('When the order was finished').afterwards,
    description: text('What the order is about, in words'),
    expectedCompletionDate: dateTime('When the provider now expects to deliver').afterwards,
    externalId: text('The number the customer uses for this order'),
    notificationContact: text('Whom to keep informed about the order'),
    orderDate: dateTime('When the order was placed').serverOwned.stampedOn('create'),
    priority: text('How urgent it is, from 0 (most) to 4'),
    requestedCompletionDate: dateTime('When the customer wants delivery'),
    requestedStartDate: dateTime('When the customer wants work to begin'),
    agreement: list(AgreementRef, 'Contracts under which the order is made'),
    billingAccount: part(BillingAccountRef, 'Which account is billed for the order'),
    channel: list(RelatedChannel, 'How the order came in, such as a shop'),
    note: list(Note, 'What people have said about the order'),
    orderTotalPrice: list(OrderPrice, 'What the whole order costs'),
    payment: list(PaymentRef, 'Payments already made for the order'),
    productOfferingQualification: list(
      ProductOfferingQualificationRef,
      'Eligibility checks made before the order',
    ),
    productOrderItem: list(ProductOrderItem, 'The lines of the order, one per product').mandatory,
    quote: list(QuoteRef, 'Quotes the order is based on'),
    relatedParty: list(RelatedParty, 'Who is involved in the order, and how').orElse([]),
    state: oneOf(orderStates, 'How far the order has got').afterwards,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: orderMoves },
  findBy: ['state', 'externalId', 'category', 'orderDate', 'relatedParty.id'],
  announces: ['created', 'changed', 'deleted', 'stateChanged', 'informationRequired'],
})
