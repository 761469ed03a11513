/** Parts that only TMF680 has, or has otherwise than the shared ones. */
import {
  integer,
  itemId,
  laterPart,
  list,
  listOfSelf,
  part,
  type RefOrValue,
  type TypeWord,
  text,
  type,
} from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import {
  ProductOfferingRef,
  ProductRefOrValue as SharedProductRefOrValue,
  ProductRelationship as SharedProductRelationship,
} from '../shared/product.ts'
import { ResourceRef as SharedResourceRef } from '../shared/resource.ts'

export const ItemRef = type('ItemRef', 'A pointer to one item inside something larger', {
  entityHref: text('Where the thing holding the item can be read'),
  entityId: text('Identifier of the thing holding the item'),
  itemId: text('Identifier of the item itself'),
  name: text('Name of what is referred to'),
  '@referredType': text('Type of what is referred to'),
})

export const ProductRelationship = SharedProductRelationship.with({
  product: laterPart<RefOrValue>((): TypeWord => ProductRefOrValue, 'The product at the other end').mandatory,
})

export const ResourceRef = SharedResourceRef.without('name')

export const ProductRefOrValue = SharedProductRefOrValue.with({
  product: listOfSelf('Products contained in this one'),
  productCharacteristic: list(Characteristic, 'The settings chosen, such as speed or colour'),
  productRelationship: list(ProductRelationship, 'How it is tied to other products'),
  realizingResource: list(ResourceRef, 'The equipment or numbers that make it work'),
})

export const RecommendationItem = type('RecommendationItem', 'One of the products suggested, with its rank', {
  id: itemId('Identifier within the list'),
  priority: integer('Where it ranks among the suggestions'),
  product: part(ProductRefOrValue, 'The product that is suggested').mandatory,
  productOffering: part(ProductOfferingRef, 'The catalog offer that is suggested'),
})
