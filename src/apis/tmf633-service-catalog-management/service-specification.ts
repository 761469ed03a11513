/** TMF633 Service Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { CharacteristicSpecification } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, ConstraintRef, TimePeriod } from '../shared/common.ts'
import { EntitySpecificationRelationship, TargetEntitySchema } from '../shared/entity-catalog.ts'
import { FeatureSpecification } from '../shared/feature.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceSpecificationRef } from '../shared/resource.ts'
import {
  CustomerFacingServiceSpecification,
  ResourceFacingServiceSpecification,
  ServiceLevelSpecificationRef,
  ServiceSpecRelationship,
} from './parts.ts'

export const ServiceSpecification = resource('ServiceSpecification', {
  meaning: 'A design that services of one kind are built from',
  path: 'serviceSpecification',
  clientMayChooseId: true,
  showsType: true,

  fields: {
    description: text('What the service design covers, in words'),
    isBundle: yesNo('Whether it gathers several service designs into one').orElse(false),
    lastUpdate: dateTime('When the service design was last changed').once.stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('Where the service design is in its life').orElse('In study'),
    name: text('What the service design is called').mandatory,
    version: text('Which version of the service design this is'),
    attachment: list(AttachmentRefOrValue, 'Pictures and documents that go with it'),
    constraint: list(ConstraintRef, 'Limits that services built from it must respect'),
    entitySpecRelationship: list(EntitySpecificationRelationship, 'How it is tied to other kinds of design'),
    featureSpecification: list(FeatureSpecification, 'The features its services may have'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    resourceSpecification: list(ResourceSpecificationRef, 'The kinds of resource its services need'),
    serviceLevelSpecification: list(
      ServiceLevelSpecificationRef,
      'The service levels it must be able to meet',
    ),
    serviceSpecRelationship: list(ServiceSpecRelationship, 'How it is tied to other service designs'),
    specCharacteristic: list(CharacteristicSpecification, 'The characteristics its services can have'),
    targetEntitySchema: part(TargetEntitySchema, 'The schema of services built from it'),
    validFor: part(TimePeriod, 'When the service design can be used'),
  },

  subtypes: [CustomerFacingServiceSpecification, ResourceFacingServiceSpecification],
  findBy: ['name', 'lifecycleStatus', 'serviceSpecRelationship.id', 'resourceSpecification.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
