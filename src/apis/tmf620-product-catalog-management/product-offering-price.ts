/** TMF620 Product Catalog Management 4.1.0. */
import { dateTime, integer, list, number, part, resource, text, yesNo } from '../../declare/index.ts'
import { ConstraintRef, Money, Quantity, TimePeriod } from '../shared/common.ts'
import { TaxItem } from '../shared/party.ts'
import { PlaceRef } from '../shared/place.ts'
import {
  BundledProductOfferingPriceRelationship,
  PricingLogicAlgorithm,
  ProductOfferingPriceRelationship,
  ProductOfferingTerm,
  ProductSpecificationCharacteristicValueUse,
} from './parts.ts'

export const ProductOfferingPrice = resource('ProductOfferingPrice', {
  meaning: 'A price asked for an offering, or a change to one',
  path: 'productOfferingPrice',
  clientMayChooseId: true,

  fields: {
    description: text('What the price covers, in words'),
    isBundle: yesNo('Whether the price is made up of several others').orElse(false),
    lastUpdate: dateTime('When the price last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Which stage of its life the price has reached').orElse('In study'),
    name: text('What the price is called').mandatory,
    percentage: number('Share added or taken off, for a discount or similar'),
    priceType: text('Which kind of price it is, such as recurring').orElse('recurring'),
    recurringChargePeriodLength: integer('How many time units between charges, zero if none'),
    recurringChargePeriodType: text('Time unit between charges, such as month'),
    version: text('Which edition of the price this is').orElse('1.0'),
    bundledPopRelationship: list(
      BundledProductOfferingPriceRelationship,
      'The simpler prices this one is made of',
    ),
    constraint: list(ConstraintRef, 'Rules that limit how the price is used'),
    place: list(PlaceRef, 'Where the price applies'),
    popRelationship: list(
      ProductOfferingPriceRelationship,
      'Other prices tied to this one, such as discounts',
    ),
    price: part(Money, 'How much money is asked'),
    pricingLogicAlgorithm: list(PricingLogicAlgorithm, 'Outside functions used to work out the price'),
    prodSpecCharValueUse: list(
      ProductSpecificationCharacteristicValueUse,
      'Product features on which the price depends',
    ),
    productOfferingTerm: list(ProductOfferingTerm, 'Conditions for getting this price, such as a commitment'),
    tax: list(TaxItem, 'Taxes that come on top of the price'),
    unitOfMeasure: part(Quantity, 'How much the customer gets for the price'),
    validFor: part(TimePeriod, 'When the price is in force'),
  },

  findBy: ['name', 'lifecycleStatus', 'priceType'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
