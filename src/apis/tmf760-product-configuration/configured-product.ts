/** A product as TMF760 has it: what a configuration changes, when the customer has it already. */
import {
  any,
  dateTime,
  entity,
  integer,
  list,
  listOfSelf,
  oneOf,
  part,
  reference,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { BillingAccountRef as SharedBillingAccountRef } from '../shared/account.ts'
import { Duration, TimePeriod } from '../shared/common.ts'
import {
  ProductPrice as SharedPrice,
  PriceAlteration as SharedPriceAlteration,
  Price as SharedPriceValue,
  ProductOfferingRef as SharedProductOfferingRef,
} from '../shared/product.ts'
import { ResourceRef as SharedResourceRef } from '../shared/resource.ts'
import { ServiceRef as SharedServiceRef } from '../shared/service.ts'
import { itemActions, productStates } from '../shared/states.ts'
import {
  TypedAgreementItemRef,
  TypedCharacteristic,
  TypedProductOfferingPriceRef,
  TypedProductSpecificationRef,
} from '../shared/typed.ts'

export const BundledProductOfferingOption = type(
  'BundledProductOfferingOption',
  'How often an offering may be taken within a bundle',
  {
    numberRelOfferDefault: integer('How often it is taken when nothing is chosen'),
    numberRelOfferLowerLimit: integer('How often it must be taken at least'),
    numberRelOfferUpperLimit: integer('How often it may be taken at most'),
  },
).typed

export const ProductOfferingRef = SharedProductOfferingRef.with({
  version: text('Which edition of it is meant'),
  bundledProductOfferingOption: part(BundledProductOfferingOption, 'How often it may be taken in the bundle'),
}).typed

const Price = SharedPriceValue.typed

export const PriceAlteration = SharedPriceAlteration.with({
  price: part(Price, 'How much the price goes up or down').mandatory,
  productOfferingPrice: part(TypedProductOfferingPriceRef, 'The catalogue price this change comes from'),
}).typed

export const ProductPrice = SharedPrice.without('billingAccount', 'productPriceAlteration').with({
  price: part(Price, 'The amount, with and without tax').mandatory,
  priceAlteration: list(PriceAlteration, 'Discounts or extras that change the price'),
  productOfferingPrice: part(TypedProductOfferingPriceRef, 'The catalogue price this one comes from'),
}).typed

const BillingAccountRef = SharedBillingAccountRef.with({
  ratingType: text('How the account is paid, such as prepaid'),
}).typed

const RelatedOrderItem = type('RelatedOrderItem', 'An order line that did something to a product', {
  orderItemAction: oneOf(itemActions, 'What that order line did to the product'),
  orderHref: text('Where the order can be read'),
  '@referredType': text('Type of what is referred to'),
  role: text('The part the order line played for this product').mandatory,
  orderId: text('Which order the line sits in').mandatory,
  orderItemId: text('Which line of the order it was').mandatory,
}).typed

const ProductTerm = type('ProductTerm', 'A commitment attached to a product, such as 24 months', {
  description: text('What the commitment means, in words'),
  duration: part(Duration, 'How long the commitment lasts'),
  validFor: part(TimePeriod, 'When the commitment is in force'),
  name: text('What the commitment is called'),
}).typed

const ProductRelationship = reference('ProductRelationship', 'A tie from one product to another', {
  relationshipType: text('How the two products are tied, such as reliesOn').mandatory,
}).typed

// A whole party, place or intent may stand here; nothing is done with it, and it is kept as it is sent.
const RelatedPartyOrPartyRole = type('RelatedPartyOrPartyRole', 'Someone involved, and in which capacity', {
  role: text('In which capacity they are involved').mandatory,
  partyOrPartyRole: any('Who it is, by pointer or in full'),
}).typed

const RelatedPlaceRefOrValue = type('RelatedPlaceRefOrValue', 'A place, and the part it plays here', {
  role: text('What the place is for, such as installation address').mandatory,
  place: any('Where it is, by pointer or in full').mandatory,
}).typed

export const ProductRefOrValue = entity('ProductRefOrValue', 'A product, given in full or by pointer', {
  agreementItem: list(TypedAgreementItemRef, 'The contract lines that cover this product'),
  billingAccount: part(BillingAccountRef, 'The account charged for this product'),
  creationDate: dateTime('When its record was made'),
  description: text('What the product is, in words'),
  isBundle: yesNo('Whether the product is made of several products'),
  isCustomerVisible: yesNo('Whether the customer gets to see it'),
  name: text('What the product is called'),
  orderDate: dateTime('When the customer ordered it'),
  productCharacteristic: list(TypedCharacteristic, 'The settings chosen, such as speed or colour'),
  productOffering: part(ProductOfferingRef, 'The catalogue offer it was bought from'),
  productOrderItem: list(RelatedOrderItem, 'The order lines that created or changed it'),
  productPrice: list(ProductPrice, 'What the customer pays for it'),
  productRelationship: list(ProductRelationship, 'How it is tied to other products'),
  productSerialNumber: text('The number marked on a physical product'),
  productSpecification: part(TypedProductSpecificationRef, 'The design this product follows'),
  productTerm: list(ProductTerm, 'The commitments the customer has taken on'),
  realizingResource: list(SharedResourceRef.typed, 'The equipment or numbers that make it work'),
  realizingService: list(SharedServiceRef.typed, 'The services that deliver it'),
  relatedParty: list(RelatedPartyOrPartyRole, 'Who is involved, and in which role'),
  place: list(RelatedPlaceRefOrValue, 'Where the product is used or delivered'),
  startDate: dateTime('When the product begins'),
  status: oneOf(productStates, 'Where the product is in its life'),
  terminationDate: dateTime('When the product came to an end'),
  intent: any('What the customer wants to achieve with it, by pointer or in full'),
  '@referredType': text('Type of what is referred to'),
}).typed.with({
  product: listOfSelf('Products contained in this one'),
})
