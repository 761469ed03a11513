/** TMF910 Self Care 1.0. */
import {
  dateTime,
  list,
  oneOf,
  part,
  type Renaming,
  reference,
  resource,
  text,
  type,
} from '../../declare/index.ts'
import {
  orderStates,
  TMF622_BillingAccountRef,
  TMF622_OrderItem,
  TMF622_OrderPrice,
  TMF622_PaymentRef,
} from './order-item.ts'
import { RelatedPartyRef } from './parts.ts'

const TMF622_Channel = reference('TMF622_Channel', 'A sales or contact channel, such as web or app', {
  role: text('The part the channel played here'),
})
  .without('@referredType')
  .naming('Channel')

const TMF622_Note = type('TMF622_Note', 'A comment someone has added', {
  text: text('What the comment says').mandatory,
  date: dateTime('When the comment was written'),
  author: text('Who wrote the comment'),
})

const priced = { values: { priceType: { recuring: 'recurring' } } }
const price = { ...priced, parts: { priceAlteration: priced } }

const product: Renaming = {
  names: { characteristic: 'productCharacteristic' },
  parts: {
    productRelationship: {
      names: { type: 'relationshipType' },
      parts: {
        get product() {
          return product
        },
      },
    },
    productSpecification: { names: { targetResourceSchema: 'targetProductSchema' } },
  },
}

const item: Renaming = {
  names: { orderItemRelationship: 'productOrderItemRelationship', orderItem: 'productOrderItem' },
  parts: {
    itemPrice: price,
    itemTotalPrice: price,
    orderItemRelationship: { names: { type: 'relationshipType' } },
    product,
    qualification: { leftOut: ['qualificationItemId'] },
    get orderItem() {
      return item
    },
  },
}

/** What is posted becomes an order of TMF622, and is worked as any other. */
export const ProductOrder = resource('ProductOrder', {
  meaning: 'An order to add, change or remove products',
  path: 'productOrder',
  kind: 'SelfCareProductOrder',
  verbs: ['create'],
  shows: {
    of: 'ProductOrder',
    names: { orderItem: 'productOrderItem' },
    singles: ['channel', 'note'],
    parts: { orderItem: item, orderTotalPrice: price },
  },
  nonEmpty: ['orderItem'],

  fields: {
    externalId: text('The number the customer uses for this order'),
    priority: oneOf(['0', '1', '2', '3', '4'], 'How urgent it is, from 0 (most) to 4'),
    description: text('What the order is about, in words'),
    category: text('Business grouping of the order, such as residential'),
    state: oneOf(orderStates, 'How far the order has got').serverOwned,
    orderDate: dateTime('When the order was placed').serverOwned,
    completionDate: dateTime('When the order was finished').serverOwned,
    requestedStartDate: dateTime('When the customer wants work to begin'),
    requestedCompletionDate: dateTime('When the customer wants delivery'),
    expectedCompletionDate: dateTime('When the provider now expects to deliver').serverOwned,
    notificationContact: text('Whom to keep informed about the order'),
    channel: part(TMF622_Channel, 'How the order came in, such as an app'),
    note: part(TMF622_Note, 'What the customer has said about the order'),
    relatedParty: list(RelatedPartyRef, 'Who is involved in the order, and how'),
    payment: list(TMF622_PaymentRef, 'Payments already made for the order'),
    billingAccount: part(TMF622_BillingAccountRef, 'Which account is billed for the order'),
    orderTotalPrice: list(TMF622_OrderPrice, 'What the whole order costs'),
    orderItem: list(TMF622_OrderItem, 'The lines of the order, one per product').mandatory,
  },

  example: {
    externalId: 'APP-1001',
    category: 'residential',
    description: 'Ordered in the app',
    orderItem: [
      {
        id: '1',
        action: 'add',
        quantity: 1,
        product: { characteristic: [{ name: 'downloadSpeed', value: '1000' }] },
        itemPrice: [
          {
            priceType: 'recuring',
            price: { taxIncludedAmount: { unit: 'CAD', value: 89.99 } },
            priceAlteration: [
              {
                name: 'First year',
                priceType: 'recuring',
                applicationDuration: '12',
                priority: 1,
                price: { percentage: 20 },
              },
            ],
          },
        ],
      },
    ],
  },
})
