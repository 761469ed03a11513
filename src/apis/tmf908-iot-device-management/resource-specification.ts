/** TMF908 IoT Device Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { specificationFacts, specificationFields } from './specifications.ts'

/** Kept apart from those of TMF634, whose file has other attributes. */
export const ResourceSpecification = resource('ResourceSpecification', {
  meaning: 'A design of the resources that devices need',
  path: 'resourceSpecification',
  kind: 'IotResourceSpecification',

  fields: specificationFields,
  keptWhileUsedIn: ['Inventory'],
  ...specificationFacts,
})
