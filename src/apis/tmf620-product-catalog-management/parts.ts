/** Parts that only TMF620 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  integer,
  list,
  number,
  part,
  reference,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { CharacteristicValueSpecification } from '../shared/characteristic.ts'
import { ConstraintRef, Duration, Money, Quantity, TimePeriod } from '../shared/common.ts'
import { ProductSpecificationRef } from '../shared/product.ts'

export const BundledProductOfferingOption = type(
  'BundledProductOfferingOption',
  'A rule on how many of an offering a bundle takes',
  {
    numberRelOfferDefault: integer('How many the bundle includes unless told otherwise'),
    numberRelOfferLowerLimit: integer('Fewest that can be bought within the bundle'),
    numberRelOfferUpperLimit: integer('Most that can be bought within the bundle'),
  },
)

export const BundledProductOffering = entity(
  'BundledProductOffering',
  'An offering sold as part of a bundle',
  {
    lifecycleStatus: text('Which stage of its life the bundled offering has reached'),
    name: text('What the bundled offering is called'),
    bundledProductOfferingOption: part(
      BundledProductOfferingOption,
      'How many of this offering the bundle allows',
    ),
  },
)

export const BundledProductOfferingPriceRelationship = entity(
  'BundledProductOfferingPriceRelationship',
  'A link to one price within a bundle price',
  {
    name: text('What the price in the bundle is called'),
  },
)

export const BundledProductSpecification = entity(
  'BundledProductSpecification',
  'A product specification that forms part of a bundle',
  {
    lifecycleStatus: text('Which stage of its life the bundled specification is in'),
    name: text('What the bundled specification is called'),
  },
)

export const ProductPriceValue = type(
  'ProductPriceValue',
  'An amount with and without tax, or a percentage change',
  {
    percentage: number('Share by which the price is changed'),
    taxCategory: text('Which kind of tax is charged'),
    taxRate: number('Rate at which tax is charged'),
    dutyFreeAmount: part(Money, 'How much it costs before tax'),
    taxIncludedAmount: part(Money, 'How much it costs with tax'),
  },
)

export const POPAlteration = entity('POPAlteration', 'A change to a price, such as a discount', {
  description: text('What the price change means, in words'),
  name: text('What the price change is called'),
  priceType: text('Which kind of charge is changed, such as recurring').mandatory,
  priority: integer('Which price change comes first when several apply'),
  recurringChargePeriod: text('How often it recurs, such as monthly'),
  applicationDuration: part(Duration, 'How long the price change lasts once applied'),
  price: part(ProductPriceValue, 'How much the price goes up or down').mandatory,
  unitOfMeasure: part(Quantity, 'Amount of usage the changed rate is quoted for'),
  validFor: part(TimePeriod, 'When the price change is on offer'),
})

export const PricingLogicAlgorithm = entity(
  'PricingLogicAlgorithm',
  'A call to an outside function that works out a price',
  {
    description: text('How the pricing function behaves, in words'),
    name: text('What the pricing function is called'),
    plaSpecId: text('Identifier of the specification the function follows'),
    validFor: part(TimePeriod, 'When the pricing function may be used'),
  },
)

export const ProductOfferingPriceRefOrValue = entity(
  'ProductOfferingPriceRefOrValue',
  'An offering price given in full, or pointed to elsewhere',
  {
    description: text('What the price covers, in words'),
    lastUpdate: dateTime('When the price last changed'),
    lifecycleStatus: text('Which stage of its life the price has reached'),
    name: text('What the price is called'),
    priceType: text('Which kind of charge it is, such as one-off'),
    recurringChargePeriod: text('Time unit between charges, such as week'),
    recurringChargePeriodLength: integer('How many time units between charges, zero if none'),
    version: text('Which edition of the price this is'),
    constraint: list(ConstraintRef, 'Rules that limit how the price is used'),
    price: part(ProductPriceValue, 'How much is asked'),
    priceAlteration: list(POPAlteration, 'Discounts and other changes made to this price'),
    unitOfMeasure: part(Quantity, 'Amount of usage the rate is quoted for'),
    validFor: part(TimePeriod, 'When the price is in force'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ProductOfferingPriceRelationship = reference(
  'ProductOfferingPriceRelationship',
  'A link between two prices, such as price and discount',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How the two prices are linked, such as override'),
    role: text('Part the first price plays in the link'),
  },
)

export const ProductOfferingRelationship = reference(
  'ProductOfferingRelationship',
  'A link from one offering to another',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How the offerings are linked, such as requires'),
    role: text('Part the first offering plays in the link'),
    validFor: part(TimePeriod, 'When the link between the offerings holds'),
  },
)

export const ProductOfferingTerm = type(
  'ProductOfferingTerm',
  'A condition of sale, such as a minimum commitment',
  {
    description: text('What the condition asks for, in words'),
    name: text('What the condition is called'),
    duration: part(Duration, 'How long the customer is committed'),
    validFor: part(TimePeriod, 'When the condition can be applied'),
  },
)

export const ProductSpecificationCharacteristicRelationship = entity(
  'ProductSpecificationCharacteristicRelationship',
  'A link from one product feature to another',
  {
    charSpecSeq: integer('Position of the feature within its group'),
    name: text('What the other feature is called'),
    relationshipType: text('How the features are linked, such as dependency'),
    validFor: part(TimePeriod, 'When the link between the features holds'),
  },
)

export const ProductSpecificationCharacteristic = type(
  'ProductSpecificationCharacteristic',
  'A feature of a product, such as colour or speed',
  {
    id: text('Identifier of this product specification characteristic'),
    configurable: yesNo('Whether the value can be set'),
    description: text('What the feature means, in words'),
    extensible: yesNo('Whether new values may be added later on'),
    isUnique: yesNo('Whether each value may be used only once'),
    maxCardinality: integer('Most values the feature may have at once'),
    minCardinality: integer('Fewest values the feature must have'),
    name: text('What the feature is called'),
    regex: text('Pattern from which the value is worked out'),
    valueType: text('What kind of value is expected, such as text'),
    productSpecCharRelationship: list(
      ProductSpecificationCharacteristicRelationship,
      'Other features it depends on, groups or excludes',
    ),
    productSpecCharacteristicValue: list(
      CharacteristicValueSpecification,
      'Values that may be chosen for the feature',
    ),
    validFor: part(TimePeriod, 'When the feature applies'),
    '@valueSchemaLocation': text('Where to find the schema for the value'),
  },
)

export const ProductSpecificationCharacteristicValueUse = type(
  'ProductSpecificationCharacteristicValueUse',
  'A product feature as adapted for an offering or price',
  {
    id: text('Identifier of this product specification characteristic value use'),
    description: text('What the feature means, in words'),
    maxCardinality: integer('Most values the feature may have here'),
    minCardinality: integer('Fewest values the feature must have here'),
    name: text('Which product feature is being used'),
    valueType: text('What kind of value is expected, such as text'),
    productSpecCharacteristicValue: list(
      CharacteristicValueSpecification,
      'Values open to choice in this case',
    ),
    productSpecification: part(ProductSpecificationRef, 'The product to which the feature belongs'),
    validFor: part(TimePeriod, 'When this use of the feature applies'),
  },
)

export const ProductSpecificationRelationship = reference(
  'ProductSpecificationRelationship',
  'A link from one product specification to another',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How the specifications are linked, such as substitution'),
    validFor: part(TimePeriod, 'When the link between the specifications holds'),
  },
)
