/** TMF936 Open Gateway Product Catalog 5.0.0. */
import { dateTime, integer, list, oneOf, part, reference, resource, text, type } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import {
  DcsCategoryRef,
  OpenGatewayAllowedProductAction,
  OpenGatewayAttachment,
  OpenGatewayFileAttachment,
} from './parts.ts'

const OpenGatewayProductOfferingPrice = type(
  'OpenGatewayProductOfferingPrice',
  'What an offering costs, told in words',
  {
    id: text('Identifier of the price'),
    name: text('What the price is called'),
    description: text('What is charged, and when'),
    validFor: part(TimePeriod, 'When the price holds'),
    lastUpdate: dateTime('When the price was last changed'),
    lifecycleStatus: oneOf(['inTest', 'active', 'retired', 'obsolete'], 'Where the price is in its life'),
    priceType: oneOf(['composite'], 'Which kind of price it is'),
  },
).typed

const OpenGatewayProductSpecificationRef = reference(
  'OpenGatewayProductSpecificationRef',
  'A pointer to the design of a product',
  { version: text('Which edition of the design is meant') },
).typed

const OpenGatewayProductOfferingTermOrConditionSpecification = type(
  'OpenGatewayProductOfferingTermOrConditionSpecification',
  'Terms that whoever orders must agree to',
  {
    id: text('Identifier of the terms'),
    name: text('What the terms are called'),
    description: text('Who has to agree to them, and when'),
    attachment: part(OpenGatewayFileAttachment, 'The terms themselves'),
  },
).typed

const BundledProductOfferingOption = type(
  'BundledProductOfferingOption',
  'How often an offering may be taken within a bundle',
  {
    numberRelOfferDefault: integer('How often it is taken when nothing is chosen'),
    numberRelOfferLowerLimit: integer('How often it must be taken at least'),
    numberRelOfferUpperLimit: integer('How often it may be taken at most'),
  },
).typed

const BundledProductOffering = reference('BundledProductOffering', 'An offering within a bundle', {
  version: text('Which edition of the offering is meant'),
  bundledProductOfferingOption: part(BundledProductOfferingOption, 'How often it may be taken'),
}).naming('OpenGatewayProductOffering').typed

/** Kept apart from the offerings of TMF620, whose file has other attributes; an import brings them. */
export const ProductOffering = resource('ProductOffering', {
  meaning: 'A network API, or an amount of its use, that can be ordered',
  path: 'productOffering',
  kind: 'OpenGatewayProductOffering',
  officialType: 'OpenGatewayProductOffering',
  verbs: ['list', 'read'],
  needsType: true,

  fields: {
    name: text('What the offering is called'),
    description: text('What is offered, in words'),
    validFor: part(TimePeriod, 'When the offering can be ordered'),
    lastUpdate: dateTime('When the offering was last changed').stampedOn('change'),
    lifecycleStatus: oneOf(
      ['inTest', 'active', 'launched', 'retired', 'obsolete'],
      'Where the offering is in its life',
    ),
    category: list(DcsCategoryRef, 'The groups it is sorted into'),
    productOfferingPrice: list(OpenGatewayProductOfferingPrice, 'What it costs'),
    allowedAction: list(OpenGatewayAllowedProductAction, 'What an order may do with it'),
    productSpecification: part(OpenGatewayProductSpecificationRef, 'The design of what is offered'),
    version: text('Which edition of the offering this is'),
    productOfferingTermOrConditionSpecification: list(
      OpenGatewayProductOfferingTermOrConditionSpecification,
      'Terms that whoever orders must agree to',
    ),
    bundledProductOffering: list(BundledProductOffering, 'The offerings it puts together'),
    attachment: list(OpenGatewayAttachment, 'Files that go with it, such as documentation'),
  },

  lifecycle: {
    of: 'lifecycleStatus',
    starts: 'inTest',
    moves: {
      inTest: { active: 'client' },
      active: { launched: 'client', retired: 'client' },
      launched: { retired: 'client' },
      retired: { obsolete: 'client' },
      obsolete: {},
    },
  },
  findBy: ['lifecycleStatus', 'name', 'productSpecification.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
  example: {
    '@type': 'OpenGatewayProductOffering',
    name: 'SIM swap check, paid by use',
    description: 'Tells whether the SIM card of a line was changed of late',
    lifecycleStatus: 'launched',
    version: '1.0.0',
    allowedAction: [{ '@type': 'OpenGatewayAllowedProductAction', id: '1', action: 'add' }],
    productSpecification: { '@type': 'OpenGatewayProductSpecificationRef', id: 'og-sim-swap' },
  },
})
