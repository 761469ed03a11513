/** TMF620 Product Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { AgreementRef } from '../shared/account.ts'
import { AttachmentRefOrValue, ChannelRef, MarketSegmentRef, SLARef, TimePeriod } from '../shared/common.ts'
import { PlaceRef } from '../shared/place.ts'
import { CategoryRef, ProductSpecificationRef } from '../shared/product.ts'
import { ResourceCandidateRef } from '../shared/resource.ts'
import { ServiceCandidateRef } from '../shared/service.ts'
import {
  BundledProductOffering,
  ProductOfferingPriceRefOrValue,
  ProductOfferingRelationship,
  ProductOfferingTerm,
  ProductSpecificationCharacteristicValueUse,
} from './parts.ts'

export const ProductOffering = resource('ProductOffering', {
  meaning: 'Something a customer can order, with its prices',
  path: 'productOffering',
  clientMayChooseId: true,

  fields: {
    description: text('What the customer gets, in words'),
    isBundle: yesNo('Whether it groups several offerings together').orElse(false),
    isSellable: yesNo('Whether it can be bought outside a bundle').orElse(true),
    lastUpdate: dateTime('When the offering last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Which stage of its life the offering has reached').orElse('In study'),
    name: text('What the offering is called').mandatory,
    statusReason: text('Why the offering is in its present stage'),
    version: text('Which edition of the offering this is').orElse('1.0'),
    agreement: list(AgreementRef, 'Contracts that bear on this offering'),
    attachment: list(AttachmentRefOrValue, 'Files and pictures that help to explain the offering'),
    bundledProductOffering: list(BundledProductOffering, 'The offerings inside, if this is a bundle'),
    category: list(CategoryRef, 'Catalogue groups in which the offering is filed'),
    channel: list(ChannelRef, 'Where it is sold, such as online or in shops'),
    marketSegment: list(MarketSegmentRef, 'Which groups of customers it is aimed at'),
    place: list(PlaceRef, 'Where it can be bought or delivered'),
    prodSpecCharValueUse: list(
      ProductSpecificationCharacteristicValueUse,
      'Product features as narrowed or changed for this offering',
    ),
    productOfferingPrice: list(ProductOfferingPriceRefOrValue, 'What the customer is asked to pay'),
    productOfferingRelationship: list(
      ProductOfferingRelationship,
      'Links to other offerings, such as required ones',
    ),
    productOfferingTerm: list(ProductOfferingTerm, 'Conditions of sale, such as a minimum commitment'),
    productSpecification: part(ProductSpecificationRef, 'The product behind the offering'),
    resourceCandidate: part(ResourceCandidateRef, 'The catalogue resource being offered'),
    serviceCandidate: part(ServiceCandidateRef, 'The catalogue service being offered'),
    serviceLevelAgreement: part(SLARef, 'The level of service promised to the customer'),
    validFor: part(TimePeriod, 'When the offering is on sale'),
  },

  findBy: ['name', 'lifecycleStatus', 'category.id', 'productSpecification.id', 'channel.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
