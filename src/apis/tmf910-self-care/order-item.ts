/** The lines of an order of TMF910, and what they are made of. */
import {
  entity,
  integer,
  itemId,
  laterPart,
  list,
  listOfSelf,
  number,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
  type,
} from '../../declare/index.ts'
import { Money } from '../shared/common.ts'
import { edition, Quantity } from './parts.ts'

/** How far an order, or a line of one, has come. */
export const orderStates = [
  'acknowledged',
  'inProgress',
  'cancelled',
  'completed',
  'rejected',
  'pending',
  'held',
  'failed',
  'partial',
] as const

const priceTypes = ['recuring', 'oneTime', 'usage'] as const
const ties = ['reliesOn', 'brings', 'hasParent', 'hasChild'] as const

export const TMF622_BillingAccountRef = reference(
  'TMF622_BillingAccountRef',
  'A pointer to the account that gets the bill',
  {},
).naming('BillingAccount')

export const TMF622_PaymentRef = reference('TMF622_PaymentRef', 'A pointer to a payment', {}).naming(
  'Payment',
)

const TMF622_Price = type('TMF622_Price', 'An amount with and without tax, or a percentage change', {
  taxIncludedAmount: part(Money, 'How much it costs with tax'),
  dutyFreeAmount: part(Money, 'How much it costs before tax'),
  taxRate: number('Rate at which tax is charged'),
  percentage: number('Share by which the price is changed'),
})

const charge = {
  name: text('Short label for the price'),
  description: text('What the price is for, in words'),
  priceType: oneOf(priceTypes, 'Which kind of price it is').mandatory,
  unitOfMeasure: text('Unit that is charged for, such as minutes'),
  recurringChargePeriod: text('How often it recurs, such as monthly'),
}

const TMF622_PriceAlteration = type('TMF622_PriceAlteration', 'A change to a price, such as a discount', {
  ...charge,
  applicationDuration: text('How long the price change lasts'),
  priority: integer('Which price change comes first when several apply'),
  price: part(TMF622_Price, 'How much the price goes up or down'),
})

export const TMF622_OrderPrice = type('TMF622_OrderPrice', 'A price the customer pays for an order or line', {
  ...charge,
  price: part(TMF622_Price, 'How much is to be paid').mandatory,
  priceAlteration: list(TMF622_PriceAlteration, 'Discounts and other changes made to this price'),
  billingAccount: part(TMF622_BillingAccountRef, 'Which account pays this price'),
})

const TMF622_ProductSpecificationRef = reference(
  'TMF622_ProductSpecificationRef',
  'A pointer to the description of a product',
  {
    ...edition,
    targetResourceSchema: part(
      type('TMF622_TargetResourceSchema', 'A pointer to the schema a product follows', {}),
      'Schema that the described products follow',
    ),
  },
)
  .without('@referredType')
  .naming('ProductSpecification')

const TMF622_ProductRelationship = type('TMF622_ProductRelationship', 'A tie from one product to another', {
  type: oneOf(ties, 'How the two products are tied').mandatory,
  product: laterPart<RefOrValue>((): TypeWord => TMF622_Product, 'The product at the other end').mandatory,
})

const TMF622_Product = entity('TMF622_Product', 'A product, given in full or by pointer', {
  name: text('What the product is called'),
  place: list(
    entity('TMF622_Place', 'A place, and the part it plays here', {
      name: text('Everyday label for the place, such as Main Home'),
      role: text('What the place is for, such as installation address').mandatory,
      '@referredType': text('Type of what is referred to'),
    }).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation'),
    'Where the product is used or delivered',
  ),
  characteristic: list(
    type('TMF622_ProductCharacteristic', 'A named feature and its value', {
      name: text('What the feature is called').mandatory,
      value: text('What the feature is set to').mandatory,
    }),
    'The settings chosen, such as speed or colour',
  ),
  relatedParty: list(
    reference('TMF622_RelatedPartyRef', 'A pointer to a person or company involved', {
      role: text('What part they play').mandatory,
    }).naming('Individual', 'Organization', 'Customer', 'PartyRole'),
    'Who is involved, and in which role',
  ),
  productRelationship: list(TMF622_ProductRelationship, 'How it is tied to other products'),
  productSpecification: part(TMF622_ProductSpecificationRef, 'The design this product follows'),
}).naming('Product')

export const TMF622_OrderItem = type('TMF622_OrderItem', 'One line of a product order', {
  id: itemId('Identifier within the list').mandatory,
  action: oneOf(['add', 'modify', 'noChange', 'delete'], 'What to do with the product').mandatory,
  state: oneOf(orderStates, 'How far this order line has got'),
  quantity: integer('How many of the product are wanted'),
  appointment: part(
    reference('TMF622_AppointmentRef', 'A pointer to an arranged visit', {})
      .without('name')
      .naming('Appointment'),
    'The visit booked for this line',
  ),
  billingAccount: part(TMF622_BillingAccountRef, 'The account this line will be charged to'),
  itemPrice: list(TMF622_OrderPrice, 'What one unit of this line costs'),
  itemTotalPrice: list(TMF622_OrderPrice, 'What the whole line costs'),
  productOffering: part(
    reference('TMF622_ProductOfferingRef', 'A pointer to something a customer can order', {}).naming(
      'ProductOffering',
    ),
    'The catalogue offer the customer chose',
  ),
  product: part(TMF622_Product, 'The product this line is about'),
  orderItemRelationship: list(
    type('TMF622_OrderItemRelationShip', 'A link from one line to another', {
      type: oneOf(ties, 'How the two lines are linked').mandatory,
      id: text('Which line is at the other end').mandatory,
    }),
    'How this line depends on other lines',
  ),
  qualification: list(
    reference('TMF622_QualificationRef', 'A pointer to an earlier eligibility check', {
      qualificationItemId: text('Which line of the check is meant'),
    })
      .without('name')
      .naming('ProductOfferingQualification'),
    'Eligibility checks made before ordering',
  ),
  payment: list(TMF622_PaymentRef, 'Payments already made towards this line'),
  itemTerm: list(
    type('TMF622_OrderTerm', 'A commitment attached to an order line', {
      name: text('What the commitment is called'),
      description: text('What the customer commits to, in words'),
      duration: part(Quantity, 'How long the commitment lasts'),
    }),
    'The commitments that come with this line',
  ),
  orderItem: listOfSelf('Smaller order lines nested inside this one'),
})
