/** TMF910 Self Care 1.0. */
import {
  dateTime,
  entity,
  integer,
  list,
  number,
  oneOf,
  part,
  reference,
  resource,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { productStates } from '../shared/states.ts'
import { edition, Quantity, RelatedParty } from './parts.ts'

const TMF637_BillingAccountRef = reference(
  'TMF637_BillingAccountRef',
  'A pointer to the account that gets the bill',
  {},
).naming('BillingAccount')

const TMF637_Place = entity('TMF637_Place', 'A place, and the part it plays here', {
  name: text('Everyday label for the place, such as Main Home'),
  role: text('What the place is for, such as installation address').mandatory,
  '@referredType': text('Type of what is referred to'),
}).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

const TMF637_Price = type('TMF637_Price', 'An amount with and without tax, or a percentage change', {
  taxIncludedAmount: part(Money, 'How much it costs with tax'),
  dutyFreeAmount: part(Money, 'How much it costs before tax'),
  percentage: number('Share by which the price is changed'),
  taxRate: number('Rate at which tax is charged'),
})

const charge = {
  id: text('Identifier of the price'),
  name: text('A short label for the price'),
  description: text('What this price means, spelled out'),
  priceType: text('Which sort of price, such as recurring or discount'),
  recurringChargePeriod: text('How often the charge repeats, such as monthly'),
  unitOfMeasure: text('What usage is counted in, such as GB'),
  price: part(TMF637_Price, 'The amount, with and without tax'),
}

const TMF637_PriceAlteration = type('TMF637_PriceAlteration', 'A change to a price, such as a discount', {
  ...charge,
  validFor: part(TimePeriod, 'When the price is changed so'),
  priority: integer('Which price change comes first when several apply'),
})

const TMF637_ProductPrice = type('TMF637_ProductPrice', 'What a customer really pays for a product', {
  ...charge,
  prodPriceAlteration: part(TMF637_PriceAlteration, 'A discount or extra that changes the price'),
  billingAccount: part(TMF637_BillingAccountRef, 'The account that pays this price'),
})

const TMF637_ProductCharacteristic = type('TMF637_ProductCharacteristic', 'A named feature and its value', {
  name: text('What the feature is called'),
  value: text('What the feature is set to'),
})

const TMF637_ProductOfferingRef = reference(
  'TMF637_ProductOfferingRef',
  'A pointer to something a customer can order',
  {},
).naming('ProductOffering')

const TMF637_ProductOrderRef = entity('TMF637_ProductOrderRef', 'An order line that touched a product', {
  '@referredType': text('Type of what is referred to'),
  orderItemId: text('Which line of the order it was').mandatory,
  orderItemAction: text('What that order line did to the product'),
}).naming('ProductOrder')

const TMF637_ProductRelationship = type('TMF637_ProductRelationship', 'A tie from one product to another', {
  type: text('How the two products are tied, such as reliesOn'),
  product: part(
    entity('TMF637_ProductRef', 'A pointer to a product a customer holds', {
      id: text('Identifier of what is meant').mandatory,
    }).naming('Product'),
    'The product at the other end',
  ).mandatory,
})

const TMF637_TargetResourceSchema = type(
  'TMF637_TargetResourceSchema',
  'A pointer to the schema a product follows',
  {},
)

const TMF637_ProductSpecification = reference(
  'TMF637_ProductSpecification',
  'A pointer to the description of a product',
  { ...edition, describing: part(TMF637_TargetResourceSchema, 'Schema that the described products follow') },
).naming('ProductSpecification')

const TMF637_ProductTerm = type('TMF637_ProductTerm', 'A commitment attached to a product', {
  name: text('What the commitment is called'),
  description: text('What the commitment means, in words'),
  duration: part(Quantity, 'How long the commitment lasts'),
  validFor: part(TimePeriod, 'When the commitment is in force'),
})

const realizing = { role: text('The part it plays for the product') }

export const Product = resource('Product', {
  meaning: 'Something a customer has bought from an offering',
  path: 'product',
  kind: 'SelfCareProduct',
  verbs: ['list'],
  shows: {
    of: 'Product',
    names: { characteristic: 'productCharacteristic', productOrder: 'productOrderItem' },
    lists: ['billingAccount'],
    parts: {
      productOrder: { names: { id: 'productOrderId', href: 'productOrderHref' } },
      productPrice: {
        names: { prodPriceAlteration: 'productPriceAlteration' },
        singles: ['prodPriceAlteration'],
      },
      productRelationship: { names: { type: 'relationshipType' } },
      productSpecification: { names: { describing: 'targetProductSchema' } },
    },
  },

  fields: {
    description: text('What the product is, in words'),
    isBundle: yesNo('Whether it is made up of several products'),
    isCustomerVisible: yesNo('Whether the customer can see the product'),
    name: text('What the product is called'),
    productSerialNumber: text('Number marked on the device, such as a router'),
    startDate: dateTime('When the product begins'),
    status: oneOf(productStates, 'Which stage of its life the product has reached'),
    terminationDate: dateTime('When the product came to an end'),
    place: list(TMF637_Place, 'Where the product is used or delivered'),
    productOffering: part(TMF637_ProductOfferingRef, 'The offering it was bought from'),
    productSpecification: part(TMF637_ProductSpecification, 'The description the product is built on'),
    characteristic: list(TMF637_ProductCharacteristic, 'Features of the product and their values'),
    productRelationship: list(TMF637_ProductRelationship, 'Other products linked to this one'),
    billingAccount: list(TMF637_BillingAccountRef, 'Which account is billed for the product'),
    relatedParty: list(RelatedParty, 'Who is involved with the product, and in which role'),
    realizingResource: list(
      reference('TMF637_RealizingResource', 'A pointer to a resource', realizing).naming('Resource'),
      'Resources that make the product work',
    ),
    realizingService: list(
      reference('TMF637_RealizingService', 'A pointer to a service', realizing).naming('Service'),
      'Services that make the product work',
    ),
    productPrice: list(TMF637_ProductPrice, 'What the customer pays for the product'),
    productOrder: list(TMF637_ProductOrderRef, 'Order lines that have touched the product'),
    productTerm: list(TMF637_ProductTerm, 'Commitments that come with the product'),
  },

  findBy: ['status', 'productOffering.id', 'relatedParty.id'],
})
