/** Parts that only TMF662 has, or has otherwise than the shared ones. */
import { integer, reference, text, type, yesNo } from '../../declare/index.ts'

export const AssociationRoleSpecification = type(
  'AssociationRoleSpecification',
  'What one end of such links must be',
  {
    aggregation: text('Whether this end collects the others or merely relates'),
    defaultQuantity: integer('How many there are unless otherwise stated'),
    entityType: text('What kind of thing stands at this end'),
    isNavigable: yesNo('Whether it can be reached from the other end'),
    isSource: yesNo('Whether such links start at this end'),
    maxQuantity: integer('How many there may be at most'),
    minQuantity: integer('How many there must be at least'),
    role: text('The part that this end plays in such links'),
  },
)

export const EntityCatalogItemRef = reference('EntityCatalogItemRef', 'A pointer to an entry in a catalog', {
  version: text('Which edition of the entry is meant'),
})

export const EntityCategoryRef = reference('EntityCategoryRef', 'A pointer to a group of catalog entries', {
  version: text('Which edition of the group is meant'),
})
