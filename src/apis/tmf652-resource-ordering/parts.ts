/** Parts that only TMF652 has, or has otherwise than the shared ones. */
import { entity, integer, itemId, list, part, text, type, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { AppointmentRef, AttachmentRefOrValue as SharedAttachmentRefOrValue } from '../shared/common.ts'
import {
  ResourceSpecificationRef,
  ResourceRefOrValue as SharedResourceRefOrValue,
  ResourceRelationship as SharedResourceRelationship,
} from '../shared/resource.ts'

export const AttachmentRefOrValue = SharedAttachmentRefOrValue.without('content').with({
  isRef: yesNo('Whether this only points to an attachment held elsewhere'),
})

export const ExternalId = type('ExternalId', 'A number given to something by another system', {
  id: text('Identifier of this external id').mandatory,
  entityType: text('What kind of thing it is in that other system').mandatory,
  owner: text('The outside system where the thing lives').mandatory,
})

export const ResourceOrderItemRef = type(
  'ResourceOrderItemRef',
  'A pointer to one line of a resource order',
  {
    itemId: text('Which line within the order'),
    resourceOrderHref: text('Web address of the order containing the line'),
    resourceOrderId: text('Number of the order containing the line'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ResourceOrderItemRelationship = type(
  'ResourceOrderItemRelationship',
  'A link from one order line to another',
  {
    relationshipType: text('How the two lines depend on each other'),
    orderItem: part(ResourceOrderItemRef, 'The line at the other end of the link'),
  },
)

export const ResourceRelationship = SharedResourceRelationship.without('resource')
  .notNeeding('relationshipType')
  .with({
    resourceRelationshipCharacteristic: list(Characteristic, 'Details that describe the tie more closely'),
  })

export const ResourceRefOrValue = SharedResourceRefOrValue.without('activationFeature').with({
  attachment: list(AttachmentRefOrValue, 'Files that go with the resource'),
  resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
})

export const ResourceOrderItem = type('ResourceOrderItem', 'One line of a resource order', {
  id: itemId('Identifier within the list'),
  action: text('What to do with the resource'),
  quantity: integer('How many are wanted'),
  state: text('How far this line has got').orElse('acknowledged'),
  appointment: part(AppointmentRef, 'The visit booked for this line'),
  orderItemRelationship: list(ResourceOrderItemRelationship, 'Other lines that this one depends on'),
  resource: part(ResourceRefOrValue, 'The resource to be set up, changed or removed'),
  resourceSpecification: part(ResourceSpecificationRef, 'The catalogue definition the resource follows'),
})

export const ResourceOrderRef = entity('ResourceOrderRef', 'A pointer to a resource order', {
  id: text('Identifier of what is meant').mandatory,
  '@referredType': text('Type of what is referred to'),
})
