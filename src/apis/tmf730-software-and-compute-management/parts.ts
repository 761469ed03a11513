/** Parts that TMF730 has otherwise than the shared ones: what they name may be software. */
import { laterPart, type RefOrValue, type TypeWord } from '../../declare/index.ts'
import {
  ResourceRefOrValue as SharedResourceRefOrValue,
  ResourceRelationship as SharedResourceRelationship,
  ResourceSpecificationRef as SharedResourceSpecificationRef,
  ResourceSpecificationRelationship as SharedResourceSpecificationRelationship,
} from '../shared/resource.ts'

export const ResourceSpecificationRef = SharedResourceSpecificationRef.naming(
  'SoftwareResourceSpecification',
  'ResourceSpecification',
)

export const ResourceSpecificationRelationship = SharedResourceSpecificationRelationship.naming(
  'SoftwareResourceSpecification',
  'ResourceSpecification',
)

const ResourceRefOrValue = SharedResourceRefOrValue.naming('SoftwareResource', 'Resource')

export const ResourceRelationship = SharedResourceRelationship.with({
  resource: laterPart<RefOrValue>((): TypeWord => ResourceRefOrValue, 'Which resource lies at the other end')
    .mandatory,
})
