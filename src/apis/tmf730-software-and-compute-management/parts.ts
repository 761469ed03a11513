/** Parts that TMF730 has otherwise than the shared ones: what they name may be software. */
import { laterPart, list, type RefOrValue, type TypeWord } from '../../declare/index.ts'
import {
  ResourceRefOrValue as SharedResourceRefOrValue,
  ResourceRelationship as SharedResourceRelationship,
  ResourceSpecificationRef as SharedResourceSpecificationRef,
  ResourceSpecificationRelationship as SharedResourceSpecificationRelationship,
} from '../shared/resource.ts'
import { resourceTypes } from './types.ts'

export const ResourceSpecificationRef = SharedResourceSpecificationRef.naming(
  'SoftwareResourceSpecification',
  'ResourceSpecification',
)

export const ResourceSpecificationRelationship = SharedResourceSpecificationRelationship.naming(
  'SoftwareResourceSpecification',
  'ResourceSpecification',
)

export const ResourceRelationship = SharedResourceRelationship.with({
  resource: laterPart<RefOrValue>((): TypeWord => ResourceRefOrValue, 'Which resource lies at the other end')
    .mandatory,
})

const ResourceRefOrValue = SharedResourceRefOrValue.with({
  resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
})
  .naming('SoftwareResource', 'Resource')
  .withSubtypes(...resourceTypes)
