/** Parts that only TMF633 has, or has otherwise than the shared ones. */
import { part, reference, text, type } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'

export const ServiceLevelSpecificationRef = reference(
  'ServiceLevelSpecificationRef',
  'A pointer to a set of promised service levels',
  {},
)

export const ServiceSpecRelationship = reference(
  'ServiceSpecRelationship',
  'A tie from one service design to another',
  {
    id: text('Identifier of what is meant'),
    relationshipType: text('How the two designs are tied, such as dependency').mandatory,
    role: text('The part the other design plays'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
).naming('ServiceSpecification')

export const CustomerFacingServiceSpecification = type(
  'CustomerFacingServiceSpecification',
  'A design of services as the customer sees and orders them',
  {},
)

export const ResourceFacingServiceSpecification = type(
  'ResourceFacingServiceSpecification',
  'A design of services inside the network',
  {},
)
