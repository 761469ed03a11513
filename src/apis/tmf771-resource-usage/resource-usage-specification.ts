/** TMF771 Resource Usage 5.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import {
  AttachmentRefOrValue,
  CharacteristicSpecification,
  ResourceSpecificationRef,
  ResourceUsageSpecificationRef,
  ResourceUsageSpecRelationship,
} from './parts.ts'

export const ResourceUsageSpecification = resource('ResourceUsageSpecification', {
  meaning: 'The description of a sort of usage of resources',
  path: 'resourceUsageSpecification',
  needsType: true,
  keptWhileUsedIn: ['Assurance, usage & events'],

  fields: {
    name: text('What the sort of usage is called').mandatory,
    description: text('What is used, and how it is measured'),
    isBundle: yesNo('Whether it puts other sorts of usage together').orElse(false),
    lastUpdate: dateTime('When the description last changed').stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Which stage of its life it has reached').orElse('In study'),
    version: text('Which edition of the description this is').orElse('1.0'),
    resourceSpecification: list(ResourceSpecificationRef, 'The sorts of resources that are used so'),
    specCharacteristic: list(CharacteristicSpecification, 'What a record of this usage tells'),
    attachment: list(AttachmentRefOrValue, 'Files that help to explain it'),
    bundledResourceUsageSpecification: list(
      ResourceUsageSpecificationRef,
      'The sorts of usage that it puts together',
    ),
    resourceUsageSpecRelationship: list(ResourceUsageSpecRelationship, 'How it is tied to other sorts'),
    validFor: part(TimePeriod, 'When it is in use'),
  },

  findBy: ['name', 'lifecycleStatus', 'resourceSpecification.id'],
  announces: ['created', 'changed', 'deleted'],
})
