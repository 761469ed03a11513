/** Parts that only TMF687 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  itemId,
  laterPart,
  list,
  listOfSelf,
  oneOf,
  part,
  type RefOrValue,
  type TypeWord,
  text,
  type,
  uri,
  yesNo,
} from '../../declare/index.ts'
import { ChannelRef, MarketSegmentRef, Quantity } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { PlaceRefOrValue, RelatedPlaceRefOrValue } from '../shared/place.ts'
import { ProductStockRef } from '../shared/product.ts'
import { ResourceRef } from '../shared/resource.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import {
  ProductRelationship as SharedProductRelationship,
  ProductRefOrValue as StockedProduct,
} from '../shared/stocked-product.ts'

export const ProductRelationship = SharedProductRelationship.with({
  product: laterPart<RefOrValue>((): TypeWord => ProductRefOrValue, 'The product at the other end').mandatory,
})

export const ProductRefOrValue = StockedProduct.with({
  product: listOfSelf('Products contained in this one'),
  productRelationship: list(ProductRelationship, 'How it is tied to other products'),
  randomAtt: text('A stray extra without any stated meaning'),
})

export const AdjustProductStockItem = type('AdjustProductStockItem', 'One stock correction within a task', {
  id: itemId('Identifier within the list').mandatory,
  href: uri('Where it can be read'),
  adjustProductStockQuantity: part(Quantity, 'By how much the stock is corrected').mandatory,
  productStockTarget: part(ProductStockRef, 'The stock whose level is corrected').mandatory,
  state: oneOf(acceptedTaskStates, 'How far this correction has come'),
})

export const AlternateProductStock = type(
  'AlternateProductStock',
  'Stock offered instead when the wanted one is short',
  {
    id: text('Identifier of this alternate product stock'),
    alternateAvailabilityDate: dateTime('Another date on which the stock is available'),
    alternatePlace: part(PlaceRefOrValue, 'Another place that has the product in stock'),
    alternateProduct: part(ProductRefOrValue, 'Another product that is available instead'),
    alternateQuantity: part(Quantity, 'How much could be had instead'),
    alternateStock: part(ProductStockRef, 'Another stock that could supply it'),
  },
)

export const ProductStockRelationship = type(
  'ProductStockRelationship',
  'How one stock is connected with another',
  {
    relationshipType: text('In what way the two stocks are connected').mandatory,
    stockLevel: part(ProductStockRef, 'The stock at the other end'),
  },
)

/** What a stock is recorded with, as a resource and within a task. */
export const productStockFields = {
  creationDate: dateTime('When the stock was first recorded'),
  description: text('What the stock is, in words'),
  lastInventoryDate: dateTime('When the stock was last counted'),
  lastUpdate: dateTime('When its record was last changed'),
  name: text('What the stock is called'),
  replenishmentDate: dateTime('When new supply is expected'),
  stockLevelCategory: text('What class of stock it is'),
  channel: list(ChannelRef, 'Sales channels that draw on the stock'),
  marketSegment: list(MarketSegmentRef, 'Groups of buyers the stock is meant for'),
  maxStockLevel: part(Quantity, 'The most that should be in store'),
  minStockLevel: part(Quantity, 'The least that should be in store'),
  place: part(RelatedPlaceRefOrValue, 'Where the stock is kept'),
  productStockLevel: part(Quantity, 'How much is in store at present').mandatory,
  productStockRelationship: list(ProductStockRelationship, 'Other stocks it is connected with'),
  productStockStatusType: oneOf(
    ['reserved', 'available', 'unavailable', 'unknown'],
    'Whether the stock is free, reserved or out of reach',
  ),
  productStockUsageType: oneOf(
    ['inTransit', 'onDisplay', 'damaged', 'returned', 'replenishmentInProgress', 'inShop'],
    'What state it is in, such as damaged or displayed',
  ),
  relatedParty: list(RelatedParty, 'Those who have to do with the stock'),
  reorderQuantity: part(Quantity, 'How much to order when it runs low'),
  resource: list(ResourceRef, 'The resources kept in the stock'),
  stockLevelAlert: part(Quantity, 'The level at which a warning is given'),
  stockedProduct: part(ProductRefOrValue, 'The product that is kept in store').mandatory,
}

export const ProductStock = entity(
  'ProductStock',
  'How much of a product is in store somewhere',
  productStockFields,
)

export const CheckProductStockItem = type(
  'CheckProductStockItem',
  'One product asked about in a stock check',
  {
    id: itemId('Identifier within the list').mandatory,
    availabilityResult: text('Whether it is there, missing or replaceable'),
    provideAlternative: yesNo('Whether to suggest another stock, date or amount'),
    alternate: list(AlternateProductStock, 'Other stocks, dates or amounts that could be offered'),
    checkedProductStock: part(ProductStock, 'The stock being looked into').mandatory,
    requestedQuantity: part(Quantity, 'How many of the product are wanted').mandatory,
    state: oneOf(acceptedTaskStates, 'How far this part of the check has come'),
  },
)

export const ReserveProductStockItem = type(
  'ReserveProductStockItem',
  'One line of a request to hold stock',
  {
    id: itemId('Identifier within the list').mandatory,
    productStockRequested: part(ProductStockRef, 'The stock it was asked to be taken from'),
    productStockReserved: part(ProductStockRef, 'The stock it was really taken from'),
    quantityRequested: part(Quantity, 'How much was asked for').mandatory,
    quantityReserved: part(Quantity, 'How much is really held'),
    requestedProduct: part(ProductRefOrValue, 'The product to hold, with its settings').mandatory,
    reserveProductStockState: oneOf(acceptedTaskStates, 'How far this line of the request has come'),
  },
)
