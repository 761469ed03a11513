/** TMF634 Resource Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { AttachmentRefOrValue, TargetResourceSchema, TimePeriod } from '../shared/common.ts'
import { FeatureSpecification } from '../shared/feature.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceSpecificationCharacteristic, ResourceSpecificationRelationship } from '../shared/resource.ts'
import {
  LogicalResourceSpecification,
  PhysicalResourceSpecification,
  ResourceFunctionSpecification,
} from '../shared/resource-types.ts'

export const ResourceSpecification = resource('ResourceSpecification', {
  meaning: 'A definition of a kind of resource services rely on',
  path: 'resourceSpecification',
  clientMayChooseId: true,

  fields: {
    category: text('Broad family of resource, such as physical links'),
    description: text('What kind of resource this is, in plain words'),
    isBundle: yesNo('Whether the specification groups several others').orElse(false),
    lastUpdate: dateTime('When the specification was most recently changed').stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('Whereabouts in its life the specification is').orElse('In study'),
    name: text('What people call this specification').mandatory,
    version: text('Which edition of the specification this is'),
    attachment: list(AttachmentRefOrValue, 'Files that help explain it, such as pictures'),
    featureSpecification: list(FeatureSpecification, 'Features a resource of this kind may have'),
    relatedParty: list(RelatedParty, 'Who is tied to the specification, and in which role'),
    resourceSpecCharacteristic: list(
      ResourceSpecificationCharacteristic,
      'Properties that resources built from it can have',
    ),
    resourceSpecRelationship: list(
      ResourceSpecificationRelationship,
      'How it depends on, replaces or excludes other specifications',
    ),
    targetResourceSchema: part(TargetResourceSchema, 'Which schema the resulting resource follows'),
    validFor: part(TimePeriod, 'From when until when the specification applies'),
  },

  subtypes: [LogicalResourceSpecification, PhysicalResourceSpecification, ResourceFunctionSpecification],
  findBy: ['name', 'lifecycleStatus', 'category', 'resourceSpecRelationship.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
