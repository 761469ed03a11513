/** Parts that only TMF622 has, or has otherwise than the shared ones. */

import { integer, itemId, list, listOfSelf, oneOf, part, reference, text, type } from '../../declare/index.ts'
import { BillingAccountRef, PaymentRef } from '../shared/account.ts'
import { AppointmentRef, OrderItemRelationship, Quantity, Note as SharedNote } from '../shared/common.ts'
import {
  OrderPrice,
  ProductOfferingQualificationItemRef,
  ProductOfferingQualificationRef,
  ProductOfferingRef,
  ProductRefOrValue,
} from '../shared/product.ts'
import { itemActions } from '../shared/states.ts'

export const Note = SharedNote.needing('text')

export const OrderTerm = type('OrderTerm', 'A commitment attached to an order item', {
  description: text('What the customer commits to, in words'),
  name: text('What the commitment is called'),
  duration: part(Quantity, 'How long the commitment lasts'),
})

export const QuoteItemRef = reference('QuoteItemRef', 'A pointer to one line of an earlier quote', {
  quoteHref: text('Web address of the whole quote'),
  quoteId: text('Which quote the line belongs to').mandatory,
  quoteName: text('What the whole quote is called'),
})

export const ProductOrderItem = type('ProductOrderItem', 'One line of a product order', {
  id: itemId('Identifier within the list').mandatory,
  quantity: integer('How many of the product are wanted'),
  action: oneOf(itemActions, 'What to do with the product').mandatory,
  appointment: part(AppointmentRef, 'The visit booked for this line'),
  billingAccount: part(BillingAccountRef, 'The account this line will be charged to'),
  itemPrice: list(OrderPrice, 'What one unit of this line costs'),
  itemTerm: list(OrderTerm, 'The commitments that come with this line'),
  itemTotalPrice: list(OrderPrice, 'What the whole line costs'),
  payment: list(PaymentRef, 'Payments already made towards this line'),
  product: part(ProductRefOrValue, 'The product this line is about'),
  productOffering: part(ProductOfferingRef, 'The catalogue offer the customer chose'),
  productOfferingQualificationItem: part(
    ProductOfferingQualificationItemRef,
    'The single eligibility result behind this line',
  ),
  productOrderItem: listOfSelf('Smaller order lines nested inside this one'),
  productOrderItemRelationship: list(OrderItemRelationship, 'How this line depends on other lines'),
  qualification: list(ProductOfferingQualificationRef, 'Eligibility checks made before ordering'),
  quoteItem: part(QuoteItemRef, 'The quote line this one came from'),
  state: oneOf(
    [
      'acknowledged',
      'rejected',
      'pending',
      'held',
      'inProgress',
      'cancelled',
      'completed',
      'failed',
      'assessingCancellation',
      'pendingCancellation',
    ],
    'How far this order line has got',
  ).orElse('acknowledged'),
})
