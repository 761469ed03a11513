/** TMF771 Resource Usage 5.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { RelatedPartyRefOrPartyRoleRef } from '../shared/typed-party.ts'
import {
  Characteristic,
  ExternalIdentifier,
  ResourceRef,
  ResourceUsageRef,
  ResourceUsageSpecificationRef,
} from './parts.ts'

export const ResourceUsage = resource('ResourceUsage', {
  meaning: 'What was used of a resource, such as energy or volume',
  path: 'resourceUsage',
  needsType: true,
  nonEmpty: ['usageCharacteristic'],

  fields: {
    usageDate: dateTime('When the resource was used').mandatory.once,
    description: text('What was used, in words'),
    usageType: text('Which sort of usage it is, such as energy'),
    isBundle: yesNo('Whether it puts other records of usage together'),
    usageCharacteristic: list(Characteristic, 'How much was used, as names and values').mandatory,
    relatedParty: list(RelatedPartyRefOrPartyRoleRef, 'Who is involved, and in which capacity'),
    resource: part(ResourceRef, 'The resource that was used').mandatory,
    usageSpecification: part(ResourceUsageSpecificationRef, 'The description that the record follows'),
    bundledResourceUsage: list(ResourceUsageRef, 'The records of usage that it puts together'),
    externalIdentifier: list(ExternalIdentifier, 'What other systems call the record'),
  },

  findBy: ['usageDate', 'usageType', 'resource.id', 'usageSpecification.id', 'externalIdentifier.id'],
  announces: ['created', 'changed', 'deleted'],
})
