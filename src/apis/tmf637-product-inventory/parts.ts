/** Parts that only TMF637 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  laterPart,
  list,
  listOfSelf,
  oneOf,
  part,
  type RefOrValue,
  type TypeWord,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { AgreementItemRef, BillingAccountRef } from '../shared/account.ts'
import { Characteristic as SharedCharacteristic } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import {
  ProductOfferingRef,
  ProductPrice,
  ProductSpecificationRef,
  ProductTerm,
  RelatedProductOrderItem,
} from '../shared/product.ts'
import { ResourceRef as SharedResourceRef } from '../shared/resource.ts'
import { ServiceRef } from '../shared/service.ts'
import { productStates } from '../shared/states.ts'

export const Characteristic = SharedCharacteristic.without('characteristicRelationship')

export const ProductRelationship = type('ProductRelationship', 'A tie from one product to another', {
  relationshipType: text('How the two products are tied, such as reliesOn').mandatory,
  product: laterPart<RefOrValue>((): TypeWord => ProductRefOrValue, 'The product at the other end').mandatory,
})

export const ResourceRef = SharedResourceRef.with({
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
  productCharacteristic: list(Characteristic, 'The settings chosen, such as speed or colour'),
  productOffering: part(ProductOfferingRef, 'The catalogue offer it was bought from'),
  productOrderItem: list(RelatedProductOrderItem, 'The order lines that created or changed it'),
  productPrice: list(ProductPrice, 'What the customer pays for it'),
  productRelationship: list(ProductRelationship, 'How it is tied to other products'),
  productSpecification: part(ProductSpecificationRef, 'The design this product follows'),
  productTerm: list(ProductTerm, 'The commitments the customer has taken on'),
  realizingResource: list(ResourceRef, 'The equipment or numbers that make it work'),
  realizingService: list(ServiceRef, 'The services that deliver it'),
  relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
  status: oneOf(productStates, 'Where the product is in its life'),
  '@referredType': text('Type of what is referred to'),
})
