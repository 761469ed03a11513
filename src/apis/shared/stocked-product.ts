/** A product as stock management and shipping know it: its prices and ties have an identity of their own. */
import {
  entity,
  laterPart,
  list,
  listOfSelf,
  part,
  type RefOrValue,
  type TypeWord,
  text,
  uri,
} from '../../declare/index.ts'
import { BillingAccountRef as SharedBillingAccountRef } from './account.ts'
import { Characteristic } from './characteristic.ts'
import {
  ProductPrice as SharedProductPrice,
  ProductRefOrValue as SharedProductRefOrValue,
} from './product.ts'
import { ResourceRef } from './resource.ts'

export const BillingAccountRef = SharedBillingAccountRef.with({
  ratingType: text('How the account is paid, such as prepaid'),
})

export const ProductPrice = SharedProductPrice.with({
  id: text('Identifier, unique within its kind'),
  href: uri('Where it can be read'),
  billingAccount: part(BillingAccountRef, 'The account that pays this price'),
})

export const ProductRelationship = entity('ProductRelationship', 'A tie from one product to another', {
  relationshipType: text('How the two products are tied, such as reliesOn').mandatory,
  product: laterPart<RefOrValue>((): TypeWord => ProductRefOrValue, 'The product at the other end').mandatory,
})

export const ProductRefOrValue = SharedProductRefOrValue.with({
  billingAccount: part(BillingAccountRef, 'The account charged for this product'),
  product: listOfSelf('Products contained in this one'),
  productCharacteristic: list(Characteristic, 'The settings chosen, such as speed or colour'),
  productPrice: list(ProductPrice, 'What the customer pays for it'),
  productRelationship: list(ProductRelationship, 'How it is tied to other products'),
  realizingResource: list(ResourceRef, 'The equipment or numbers that make it work'),
})
