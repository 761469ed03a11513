/** TMF910 Self Care 1.0. */
import {
  dateTime,
  entity,
  integer,
  list,
  number,
  part,
  resource,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { edition, pointerTo, Quantity } from './parts.ts'

const TMF620_Attachment = entity('TMF620_Attachment', 'A file that goes with an offering', {
  description: text('What a reader will find in the file'),
  type: text('What sort of material it is, such as picture'),
  url: text('Web address of the file'),
  mimeType: text('Media format of the file'),
  validFor: part(TimePeriod, 'When the file applies'),
})

const TMF620_PlaceRef = pointerTo('TMF620_PlaceRef', 'GeographicAddress', 'A pointer to a place of sale', {
  geoLocationUrl: text('Where the place is shown on a map'),
  address: text('The address of the place'),
  role: text('What the place is for'),
})

const TMF620_ProductSpecificationRef = pointerTo(
  'TMF620_ProductSpecificationRef',
  'ProductSpecification',
  'A pointer to the description of a product',
  edition,
)

const TMF620_ProductSpecCharacteristicValue = type(
  'TMF620_ProductSpecCharacteristicValue',
  'A value, or range of values, a feature may take',
  {
    isDefault: yesNo('Whether this value is used when none is chosen'),
    unitOfMeasure: text('Unit the value is measured in'),
    validFor: part(TimePeriod, 'When this value may be used'),
    value: text('The single value allowed or chosen'),
    valueFrom: text('Lowest value in the allowed range'),
    valueTo: text('Highest value in the allowed range'),
    valueType: text('What kind of value this is, such as a number'),
    rangeInterval: text('Which ends of the range count as allowed'),
    regex: text('Pattern the value has to match'),
  },
)

const TMF620_ProdSpecCharValueUse = type(
  'TMF620_ProdSpecCharValueUse',
  'A product feature as adapted for an offering or price',
  {
    name: text('Which product feature is being used'),
    description: text('What the feature means, in words'),
    valueType: text('What kind of value is expected, such as text'),
    minCardinality: integer('Fewest values the feature must have here'),
    maxCardinality: integer('Most values the feature may have here'),
    validFor: part(TimePeriod, 'When this use of the feature applies'),
    productSpecCharacteristicValue: list(
      TMF620_ProductSpecCharacteristicValue,
      'Values open to choice in this case',
    ),
    productSpecification: part(TMF620_ProductSpecificationRef, 'The product to which the feature belongs'),
  },
)

const TMF620_ProductOfferingTerm = type('TMF620_ProductOfferingTerm', 'A condition of sale', {
  name: text('What the condition is called'),
  description: text('What the condition asks for, in words'),
  duration: part(Quantity, 'How long the customer is committed'),
  validFor: part(TimePeriod, 'When the condition can be applied'),
})

const otherPrice = { name: text('What the other price is called') }

const TMF620_Tax = type('TMF620_Tax', 'A tax charged at one rate', {
  taxAmount: part(Money, 'How much tax is due'),
  taxCategory: part(Money, 'Which kind of tax it is'),
  taxRate: number('Rate at which the tax is charged'),
})

const TMF620_ProductOfferingPrice = entity(
  'TMF620_ProductOfferingPrice',
  'A price asked for an offering, or a change to one',
  {
    name: text('What the price is called'),
    description: text('What the price covers, in words'),
    version: text('Which edition of the price this is'),
    validFor: part(TimePeriod, 'When the price is in force'),
    priceType: text('Which kind of price it is, such as recurring'),
    unitOfMeasure: part(Money, 'How much the customer gets for the price'),
    recurringChargePeriodType: text('Time unit between charges, such as month'),
    recurringChargePeriodLength: integer('How many time units between charges, zero if none'),
    lastUpdate: dateTime('When the price last changed'),
    isBundle: yesNo('Whether the price is made up of several others'),
    lifecycleStatus: text('Which stage of its life the price has reached'),
    price: part(Money, 'How much money is asked'),
    percentage: number('Share added or taken off, for a discount or similar'),
    bundledPopRelationship: list(
      entity('TMF620_BundledPopRelationship', 'A simpler price this one is made of', otherPrice),
      'The simpler prices this one is made of',
    ),
    popRelationship: list(
      entity('TMF620_PopRelationship', 'A price tied to this one', otherPrice),
      'Other prices tied to this one, such as discounts',
    ),
    prodSpecCharValueUse: list(TMF620_ProdSpecCharValueUse, 'Product features on which the price depends'),
    productOfferingTerm: list(TMF620_ProductOfferingTerm, 'Conditions for getting this price'),
    place: list(TMF620_PlaceRef, 'Where the price applies'),
    constraint: list(
      pointerTo('TMF620_ConstraintRef', 'Constraint', 'A pointer to a rule that must be respected', edition),
      'Rules that limit how the price is used',
    ),
    pricingLogicAlgorithm: list(
      entity('TMF620_PricingLogicAlgorithm', 'An outside function that works out a price', {
        name: text('What the pricing function is called'),
        description: text('How the pricing function behaves, in words'),
        validFor: part(TimePeriod, 'When the pricing function may be used'),
        plaSpecId: text('Identifier of the specification the function follows'),
      }),
      'Outside functions used to work out the price',
    ),
    tax: list(TMF620_Tax, 'Taxes that come on top of the price'),
  },
)

const TMF620_BundledProductOffering = entity(
  'TMF620_BundledProductOffering',
  'An offering sold as part of a bundle',
  {
    lifecycleStatus: text('Which stage of its life the bundled offering has reached'),
    name: text('What the bundled offering is called'),
    bundledProductOffering: part(
      type('TMF620_BundledProdOfferOption', 'How often an offering may be taken within a bundle', {
        numberRelOfferLowerLimit: integer('How often it must be taken at least'),
        numberRelOfferUpperLimit: integer('How often it may be taken at most'),
        numberRelOfferDefault: integer('How often it is taken when nothing is chosen'),
      }),
      'How often it may be taken',
    ),
  },
).naming('ProductOffering')

export const ProductOffering = resource('ProductOffering', {
  meaning: 'Something a customer can order, with its prices',
  path: 'productOffering',
  kind: 'SelfCareProductOffering',
  verbs: ['list'],
  shows: {
    of: 'ProductOffering',
    parts: {
      attachment: { names: { type: 'attachmentType' } },
      bundledProductOffering: { names: { bundledProductOffering: 'bundledProductOfferingOption' } },
    },
  },

  fields: {
    name: text('What the offering is called'),
    description: text('What the customer gets, in words'),
    isBundle: yesNo('Whether it groups several offerings together'),
    lastUpdate: dateTime('When the offering last changed'),
    lifecycleStatus: text('Which stage of its life the offering has reached'),
    validFor: part(TimePeriod, 'When the offering is on sale'),
    version: text('Which edition of the offering this is'),
    isSellable: yesNo('Whether it can be bought outside a bundle'),
    place: list(TMF620_PlaceRef, 'Where it can be bought or delivered'),
    serviceLevelAgreement: part(
      pointerTo('TMF620_SLARef', 'SLA', 'A pointer to an agreed level of service', {}),
      'The level of service promised to the customer',
    ),
    productSpecification: part(TMF620_ProductSpecificationRef, 'The product behind the offering'),
    channel: list(
      pointerTo('TMF620_ChannelRef', 'Channel', 'A pointer to a route for sales', {}),
      'Where it is sold, such as online or in shops',
    ),
    serviceCandidate: part(
      pointerTo(
        'TMF620_ServiceCandidateRef',
        'ServiceCandidate',
        'A pointer to a published service',
        edition,
      ),
      'The catalogue service being offered',
    ),
    attachment: list(TMF620_Attachment, 'Files and pictures that help to explain the offering'),
    category: list(
      pointerTo('TMF620_CategoryRef', 'Category', 'A pointer to a catalogue category', edition),
      'Catalogue groups in which the offering is filed',
    ),
    resourceCandidate: part(
      pointerTo(
        'TMF620_ResourceCandidateRef',
        'ResourceCandidate',
        'A pointer to a published resource',
        edition,
      ),
      'The catalogue resource being offered',
    ),
    productOfferingTerm: list(TMF620_ProductOfferingTerm, 'Conditions of sale, such as a minimum commitment'),
    marketSegment: list(
      pointerTo('TMF620_MarketSegmentRef', 'MarketSegment', 'A pointer to a group of customers', {}),
      'Which groups of customers it is aimed at',
    ),
    productOfferingPrice: list(TMF620_ProductOfferingPrice, 'What the customer is asked to pay'),
    agreement: list(
      pointerTo('TMF620_AgreementRef', 'Agreement', 'A pointer to a contract or other arrangement', {}),
      'Contracts that bear on this offering',
    ),
    bundledProductOffering: list(TMF620_BundledProductOffering, 'The offerings inside, if this is a bundle'),
    prodSpecCharValueUse: list(
      TMF620_ProdSpecCharValueUse,
      'Product features as narrowed or changed for this offering',
    ),
  },

  findBy: ['name', 'lifecycleStatus', 'isBundle', 'category.id'],
})
