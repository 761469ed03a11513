/** What links entities and their specifications of any kind (TMF662), and the APIs that follow it. */
import { part, reference, text, type, yesNo } from '../../declare/index.ts'
import { TimePeriod } from './common.ts'

export const EntityRef = reference('EntityRef', 'A pointer to anything that has an identity', {})

export const AssociationRole = type('AssociationRole', 'One end of a link and the part it plays', {
  isSource: yesNo('Whether the link starts at this end'),
  role: text('The part that this end plays in the link').mandatory,
  entity: part(EntityRef, 'The thing at this end of the link').mandatory,
})

export const AssociationSpecificationRef = reference(
  'AssociationSpecificationRef',
  'A pointer to the design of an association',
  {},
)

export const EntitySpecificationRef = reference(
  'EntitySpecificationRef',
  'A pointer to the definition of a kind of thing',
  {
    version: text('Which edition of the definition is meant'),
  },
)

export const EntitySpecificationRelationship = reference(
  'EntitySpecificationRelationship',
  'A tie from one design to another',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How the two designs are tied, such as substitution').mandatory,
    role: text('The part the other design plays'),
    associationSpec: part(AssociationSpecificationRef, 'The design of the association between them'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const TargetEntitySchema = type(
  'TargetEntitySchema',
  'A pointer to the schema of what a design describes',
  {},
)
