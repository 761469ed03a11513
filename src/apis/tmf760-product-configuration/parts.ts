/** Parts that only TMF760 has: a configuration, and what can be chosen in it. */
import {
  integer,
  itemId,
  list,
  listOfSelf,
  number,
  part,
  reference,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { Duration, Quantity, ChannelRef as SharedChannelRef, TimePeriod } from '../shared/common.ts'
import { EntityRef as SharedEntityRef } from '../shared/entity-catalog.ts'
import { TypedCharacteristic, TypedPolicyRef, TypedProductSpecificationRef } from '../shared/typed.ts'
import { RelatedPartyRefOrPartyRoleRef } from '../shared/typed-party.ts'
import {
  BundledProductOfferingOption,
  PriceAlteration,
  ProductOfferingRef,
  ProductPrice,
  ProductRefOrValue,
} from './configured-product.ts'

const choice = {
  isSelectable: yesNo('Whether it may be chosen here'),
  isSelected: yesNo('Whether it is chosen'),
}

const BundledProductOffering = reference('BundledProductOffering', 'An offering within a bundle', {
  version: text('Which edition of the offering is meant'),
  bundledProductOfferingOption: part(BundledProductOfferingOption, 'How often it may be taken'),
}).typed

const BundledGroupProductOfferingOption = type(
  'BundledGroupProductOfferingOption',
  'How many offerings may be taken of a group',
  {
    numberRelOfferLowerLimit: integer('How many must be taken at least').mandatory,
    numberRelOfferUpperLimit: integer('How many may be taken at most').mandatory,
  },
).typed

const BundledGroupProductOffering = type(
  'BundledGroupProductOffering',
  'Offerings to choose from in a bundle',
  {
    id: text('Identifier of the group'),
    name: text('What the group is called').mandatory,
    bundledProductOffering: list(BundledProductOffering, 'The offerings in the group'),
    bundledGroupProductOfferingOption: part(BundledGroupProductOfferingOption, 'How many may be taken of it'),
  },
).typed.with({ bundledGroupProductOffering: listOfSelf('Smaller groups within it') })

const ConfigurationAction = type('ConfigurationAction', 'Something that may be done with a product', {
  action: text('What is done, such as add or modify').mandatory,
  description: text('What that means, in words'),
  isSelected: choice.isSelected,
}).typed

const ConfigurationTerm = type('ConfigurationTerm', 'A commitment that may be chosen', {
  description: text('What the commitment means, in words'),
  duration: part(Duration, 'How long the commitment lasts'),
  name: text('What the commitment is called').mandatory,
  validFor: part(TimePeriod, 'When the commitment can be chosen'),
  ...choice,
}).typed

const ConfigurationPrice = type('ConfigurationPrice', 'What a configuration costs', {
  description: ProductPrice.fields.description,
  name: ProductPrice.fields.name,
  productOfferingPrice: ProductPrice.fields.productOfferingPrice,
  recurringChargePeriod: part(Quantity, 'How often it is charged, such as 1 month'),
  unitOfMeasure: ProductPrice.fields.unitOfMeasure,
  price: ProductPrice.fields.price,
  priceAlteration: list(PriceAlteration, 'Discounts or extras that change the price'),
  priceType: ProductPrice.fields.priceType,
}).typed

const ConfigurationCharacteristicRelationship = type(
  'ConfigurationCharacteristicRelationship',
  'A tie from one setting to another',
  {
    id: text('Identifier of the other setting').mandatory,
    relationshipType: text('How the two settings are tied').mandatory,
  },
).typed

const ConfigurationCharacteristicValue = type(
  'ConfigurationCharacteristicValue',
  'A value that a setting may have, or has',
  {
    ...choice,
    rangeInterval: text('Which ends of the range may be chosen'),
    regex: text('Pattern the value has to match'),
    unitOfMeasure: text('Unit the value is measured in'),
    valueFrom: integer('Lowest value that may be chosen'),
    valueTo: integer('Highest value that may be chosen'),
    characteristicValue: part(TypedCharacteristic, 'The value itself').mandatory,
  },
).typed

const ConfigurationCharacteristic = type('ConfigurationCharacteristic', 'A setting of a product', {
  id: text('Identifier of the setting').mandatory,
  name: text('What the setting is called').mandatory,
  description: text('What the setting means, in words'),
  minCardinality: integer('The fewest values it must have'),
  maxCardinality: integer('The most values it may have'),
  regex: text('Pattern its values have to match'),
  valueType: text('Which sort of value it takes, such as string').mandatory,
  isConfigurable: yesNo('Whether somebody may choose its value'),
  configurationCharacteristicRelationship: list(
    ConfigurationCharacteristicRelationship,
    'How it is tied to other settings',
  ),
  configurationCharacteristicValue: list(
    ConfigurationCharacteristicValue,
    'The values to choose from, and those chosen',
  ),
}).typed

export const ProductConfiguration = type('ProductConfiguration', 'A product as it is, or could be, set up', {
  id: text('Identifier of this configuration'),
  version: text('Which edition of the configuration this is'),
  quantity: number('How many are wanted'),
  ...choice,
  isVisible: yesNo('Whether the customer gets to see it'),
  productOffering: part(ProductOfferingRef, 'The offering that is configured'),
  productSpecification: part(TypedProductSpecificationRef, 'The design of what is configured'),
  product: part(ProductRefOrValue, 'The product the customer has, when that is changed'),
  bundledProductOfferingOption: part(BundledProductOfferingOption, 'How often it may be taken in the bundle'),
  bundledGroupProductOffering: part(BundledGroupProductOffering, 'The offerings of a bundle to choose from'),
  policy: list(TypedPolicyRef, 'Rules that the configuration must keep'),
  configurationAction: list(ConfigurationAction, 'What may be done, and what is'),
  configurationTerm: list(ConfigurationTerm, 'Commitments to choose from'),
  configurationPrice: list(ConfigurationPrice, 'What it costs'),
  configurationCharacteristic: list(ConfigurationCharacteristic, 'The settings, with what may be chosen'),
}).typed.with({ productConfiguration: listOfSelf('Configurations of what is in the bundle') })

const StateReason = type('StateReason', 'Why an item ended as it did', {
  code: text('The short code for the reason'),
  label: text('The reason in readable words'),
}).typed

const ItemRef = type('ItemRef', 'A pointer to one item inside something larger', {
  name: text('Name of what is referred to'),
  '@referredType': text('Type of what is referred to'),
  entityHref: text('Where the thing holding the item can be read'),
  entityId: text('Identifier of the thing holding the item'),
  itemId: text('Identifier of the item itself'),
}).typed

const ProductConfigurationItemRelationship = type(
  'ProductConfigurationItemRelationship',
  'A tie from one item to another',
  {
    id: text('Which item is at the other end').mandatory,
    relationshipType: text('How the two items are tied, such as bundles').mandatory,
  },
).typed

const itemFields = {
  id: itemId('Identifier within the list').mandatory,
  state: text('How the item ended: approved or rejected'),
  stateReason: list(StateReason, 'Why it ended so'),
  contextItem: part(ItemRef, 'The order or cart line it is about'),
  productConfigurationItemRelationship: list(
    ProductConfigurationItemRelationship,
    'How it is tied to other items',
  ),
  productConfiguration: part(ProductConfiguration, 'The configuration it is about'),
}

export const CheckProductConfigurationItem = type(
  'CheckProductConfigurationItem',
  'One configuration to be checked',
  {
    ...itemFields,
    alternateProductConfigurationProposal: list(ProductConfiguration, 'Configurations that would be right'),
  },
).typed.with({ productConfigurationItem: listOfSelf('Items within this one, of a bundle') })

export const QueryProductConfigurationItem = type(
  'QueryProductConfigurationItem',
  'One offering to be configured',
  { ...itemFields },
).typed.with({ queryProductConfigurationItem: listOfSelf('Items within this one, of a bundle') })

/** What both tasks tell about who asks, and for what. */
export const taskFields = {
  channel: part(SharedChannelRef.typed, 'The channel the question comes through'),
  relatedParty: list(RelatedPartyRefOrPartyRoleRef, 'Who is involved, and in which capacity'),
  contextEntity: part(SharedEntityRef.typed, 'The order or cart the question is about'),
  contextCharacteristic: list(TypedCharacteristic, 'Further facts that bear on the answer'),
  instantSync: yesNo('Whether the answer is wanted at once, in the reply'),
}
