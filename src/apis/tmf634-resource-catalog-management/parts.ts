/** Parts that only TMF634 has, or has otherwise than the shared ones. */
import { reference, text } from '../../declare/index.ts'

export const ResourceCategoryRef = reference('ResourceCategoryRef', 'A pointer to a resource category', {
  version: text('Which edition of the category is meant'),
})
