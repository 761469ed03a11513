/** Parts of the product domain: offerings, prices, products. */
import {
  dateTime,
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
  uri,
  yesNo,
} from '../../declare/index.ts'
import { AgreementItemRef, AgreementTermOrCondition, BillingAccountRef } from './account.ts'
import { PlainCharacteristic } from './characteristic.ts'
import { Money, Quantity, TimePeriod } from './common.ts'
import { RelatedParty } from './party.ts'
import { RelatedPlaceRefOrValue } from './place.ts'
import { ResourceRef } from './resource.ts'
import { ServiceRef } from './service.ts'
import { productStates } from './states.ts'

export const ProductRef = reference('ProductRef', 'A pointer to a product a customer holds', {})

export const ProductOfferingRef = reference(
  'ProductOfferingRef',
  'A pointer to something a customer can order',
  {},
)

export const AgreementItem = type('AgreementItem', 'A part of an agreement, about certain offerings', {
  id: itemId('Identifier within the list'),
  href: uri('Where it can be read'),
  product: list(ProductRef, 'Products that this part concerns through its offerings'),
  productOffering: list(ProductOfferingRef, 'Offerings that this part is about'),
  termOrCondition: list(AgreementTermOrCondition, 'Terms that hold for this part'),
})

export const CategoryRef = reference('CategoryRef', 'A pointer to a catalogue category', {
  version: text('Which edition of the category is meant'),
})

export const Price = entity('Price', 'An amount with and without tax, or a percentage change', {
  percentage: number('Share by which the price is changed'),
  taxRate: number('Rate at which tax is charged'),
  dutyFreeAmount: part(Money, 'How much it costs before tax'),
  taxIncludedAmount: part(Money, 'How much it costs with tax'),
})

export const ProductOfferingPriceRef = reference(
  'ProductOfferingPriceRef',
  'A pointer to the price of an offering',
  {},
)

export const PriceAlteration = entity('PriceAlteration', 'A change to an order price, such as a discount', {
  applicationDuration: integer('How long the price change lasts'),
  description: text('What the price change means, in words'),
  name: text('What the price change is called'),
  priceType: text('Which kind of charge is changed, such as recurring').mandatory,
  priority: integer('Which price change comes first when several apply'),
  recurringChargePeriod: text('How often it recurs, such as monthly'),
  unitOfMeasure: text('Unit the change is reckoned in, such as minutes'),
  price: part(Price, 'How much the price goes up or down').mandatory,
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalogue price this change comes from'),
})

export const OrderPrice = type('OrderPrice', 'A price the customer pays for an order or item', {
  description: text('What the price is for, in words'),
  name: text('Short label for the price'),
  priceType: text('Which kind of price it is, such as recurring'),
  recurringChargePeriod: text('How often it recurs, such as monthly'),
  unitOfMeasure: text('Unit that is charged for, such as minutes'),
  billingAccount: part(BillingAccountRef, 'Which account pays this price'),
  price: part(Price, 'How much is to be paid'),
  priceAlteration: list(PriceAlteration, 'Discounts and other changes made to this price'),
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalogue price this one comes from'),
})

export const ProductOfferingQualificationItemRef = reference(
  'ProductOfferingQualificationItemRef',
  'A pointer to one line of an earlier eligibility check',
  {
    productOfferingQualificationHref: text('Link to the whole eligibility check'),
    productOfferingQualificationId: text('Identifier of the whole eligibility check').mandatory,
    productOfferingQualificationName: text('What the whole eligibility check is called'),
  },
)

export const ProductOfferingQualificationRef = reference(
  'ProductOfferingQualificationRef',
  'A pointer to an earlier eligibility check',
  {},
)

export const ProductOrderRef = reference('ProductOrderRef', 'A pointer to a product order', {})

export const ProductPrice = type('ProductPrice', 'What a customer really pays for a product', {
  description: text('What this price means, spelled out'),
  name: text('A short label for the price'),
  priceType: text('Which sort of price, such as recurring or discount').mandatory,
  recurringChargePeriod: text('How often the charge repeats, such as monthly'),
  unitOfMeasure: text('What usage is counted in, such as GB'),
  billingAccount: part(BillingAccountRef, 'The account that pays this price'),
  price: part(Price, 'The amount, with and without tax').mandatory,
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalogue price this one comes from'),
  productPriceAlteration: list(PriceAlteration, 'Discounts or extras that change the price'),
})

export const TargetProductSchema = type(
  'TargetProductSchema',
  'A pointer to the schema a described product follows',
  {},
)

export const ProductSpecificationRef = reference(
  'ProductSpecificationRef',
  'A pointer to the description of a product',
  {
    version: text('Which edition of the specification is meant'),
    targetProductSchema: part(TargetProductSchema, 'Schema that the described products follow'),
  },
)

export const ProductStockRef = reference('ProductStockRef', 'A pointer to the stock of a product', {})

export const ProductTerm = entity('ProductTerm', 'A commitment attached to a product, such as 24 months', {
  description: text('What the commitment means, in words'),
  name: text('What the commitment is called'),
  duration: part(Quantity, 'How long the commitment lasts'),
  validFor: part(TimePeriod, 'When the commitment is in force'),
})

export const QuoteRef = reference('QuoteRef', 'A pointer to a quote given earlier', {})

export const RelatedProductOrderItem = type(
  'RelatedProductOrderItem',
  'An order line that started, changed or ended a product',
  {
    id: itemId('Identifier within the list'),
    href: uri('Where it can be read'),
    orderItemAction: text('What that order line did to the product'),
    orderItemId: text('Which line of the order it was').mandatory,
    productOrderHref: text('Web address of the product order'),
    productOrderId: text('Which product order the line sits in').mandatory,
    role: text('The part the order line played for this product'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ProductRelationship = type('ProductRelationship', 'A tie from one product to another', {
  relationshipType: text('How the two products are tied, such as reliesOn').mandatory,
  product: laterPart<RefOrValue>((): TypeWord => ProductRefOrValue, 'The product at the other end').mandatory,
})

/** A product refers to what realises it with the number the customer knows it by. */
export const RealizingResourceRef = ResourceRef.with({
  value: text('The public number that identifies it, such as a telephone number'),
})

export const ProductRefOrValue = entity('ProductRefOrValue', 'A product, given in full or by pointer', {
  description: text('What the product is, in words'),
  isBundle: yesNo('Whether the product is made of several products'),
  isCustomerVisible: yesNo('Whether the customer gets to see it'),
  name: text('What the product is called'),
  orderDate: dateTime('When the customer ordered it'),
  productSerialNumber: text('The number marked on a physical product'),
  startDate: dateTime('When the product begins'),
  terminationDate: dateTime('When the product came to an end'),
  agreement: list(AgreementItemRef, 'The contract lines that cover this product'),
  billingAccount: part(BillingAccountRef, 'The account charged for this product'),
  place: list(RelatedPlaceRefOrValue, 'Where the product is used or delivered'),
  product: listOfSelf('Products contained in this one'),
  productCharacteristic: list(PlainCharacteristic, 'The settings chosen, such as speed or colour'),
  productOffering: part(ProductOfferingRef, 'The catalogue offer it was bought from'),
  productOrderItem: list(RelatedProductOrderItem, 'The order lines that created or changed it'),
  productPrice: list(ProductPrice, 'What the customer pays for it'),
  productRelationship: list(ProductRelationship, 'How it is tied to other products'),
  productSpecification: part(ProductSpecificationRef, 'The design this product follows'),
  productTerm: list(ProductTerm, 'The commitments the customer has taken on'),
  realizingResource: list(RealizingResourceRef, 'The equipment or numbers that make it work'),
  realizingService: list(ServiceRef, 'The services that deliver it'),
  relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
  status: oneOf(productStates, 'Where the product is in its life'),
  '@referredType': text('Type of what is referred to'),
})
