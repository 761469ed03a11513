/** TMF620 Product Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { TargetProductSchema } from '../shared/product.ts'
import { ResourceSpecificationRef } from '../shared/resource.ts'
import { ServiceSpecificationRef } from '../shared/service.ts'
import {
  BundledProductSpecification,
  ProductSpecificationCharacteristic,
  ProductSpecificationRelationship,
} from './parts.ts'

export const ProductSpecification = resource('ProductSpecification', {
  meaning: 'A description of a product that offerings can be built on',
  path: 'productSpecification',
  clientMayChooseId: true,

  fields: {
    brand: text('Who makes it, or the label it carries'),
    description: text('What the product is, in words'),
    isBundle: yesNo('Whether it combines several specifications').orElse(false),
    lastUpdate: dateTime('When the specification last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Which stage of its life the specification has reached').orElse('In study'),
    name: text('What the specified product is called').mandatory,
    productNumber: text('Number that sets this product apart from others'),
    version: text('Which edition of the specification this is').orElse('1.0'),
    attachment: list(AttachmentRefOrValue, 'Files and pictures that help to explain the product'),
    bundledProductSpecification: list(
      BundledProductSpecification,
      'The specifications inside, if this is a bundle',
    ),
    productSpecCharacteristic: list(
      ProductSpecificationCharacteristic,
      'Features of the product, such as colour or speed',
    ),
    productSpecificationRelationship: list(
      ProductSpecificationRelationship,
      'Other products it depends on, replaces or excludes',
    ),
    relatedParty: list(RelatedParty, 'Who is involved with the product, and in which role'),
    resourceSpecification: list(ResourceSpecificationRef, 'Kinds of resource needed to provide the product'),
    serviceSpecification: list(ServiceSpecificationRef, 'Kinds of service needed to provide the product'),
    targetProductSchema: part(TargetProductSchema, 'Schema that products of this kind follow'),
    validFor: part(TimePeriod, 'When the specification is in force'),
  },

  findBy: ['name', 'lifecycleStatus', 'productNumber', 'serviceSpecification.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
