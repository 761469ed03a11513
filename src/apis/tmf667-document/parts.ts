/** Parts that only TMF667 has. */
import { entity, reference, text } from '../../declare/index.ts'
import { specificationFields } from './specification-fields.ts'

export const DocumentRef = reference('DocumentRef', 'A pointer to a document', {})

export const DocumentSpecificationRefOrValue = entity(
  'DocumentSpecificationRefOrValue',
  'A document specification, pointed to or given in full',
  { ...specificationFields, '@referredType': text('Type of what is referred to') },
)
