/** Parts that only TMF654 has, and the attributes its actions on a balance have in common. */
import { dateTime, entity, list, type Moves, oneOf, part, reference, text } from '../../declare/index.ts'
import { ChannelRef, Quantity, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ProductRef } from '../shared/product.ts'

export const BucketRef = reference('BucketRef', 'A pointer to a bucket of usage or money', {})

export const LogicalResourceRef = reference(
  'LogicalResourceRef',
  'A pointer to a logical resource, such as a phone number',
  {},
)

export const RelatedTopupBalance = entity('RelatedTopupBalance', 'Another top-up this one has to do with', {
  id: text('Identifier of what is meant').mandatory,
  name: text('Name of what is referred to'),
  role: text('Whether the other top-up is its parent or child'),
  '@referredType': text('Type of what is referred to'),
})

/** What a bucket counts. */
export const usageTypes = ['monetary', 'voice', 'data', 'sms', 'other'] as const

/** How far an action on a balance has come. */
export const actionStates = ['created', 'failed', 'cancelled', 'completed'] as const

/** An action is carried out when it is asked for; what it did can be taken back. */
export const actionMoves: Moves<(typeof actionStates)[number]> = {
  created: { completed: 'engine', failed: 'engine', cancelled: 'client' },
  completed: { cancelled: 'client' },
  failed: {},
  cancelled: {},
}

/** The attributes every action on a balance has alike. */
export const actionFields = {
  confirmationDate: dateTime('When the server confirmed it'),
  description: text('What it is about, in words'),
  reason: text('Why it is done'),
  requestedDate: dateTime('When the server was asked for it'),
  amount: part(Quantity, 'How much of the balance it is about'),
  bucket: part(BucketRef, 'The bucket it is done to'),
  channel: part(ChannelRef, 'Through which channel it was asked for'),
  logicalResource: list(LogicalResourceRef, 'Numbers or similar by which the bucket is found'),
  product: list(ProductRef, 'Products that the balance is for'),
  relatedParty: list(RelatedParty, 'Who else is involved, and how'),
  requestor: part(RelatedParty, 'Who asked for it, perhaps an agent for someone else'),
  status: oneOf(actionStates, 'How far it has come'),
  usageType: oneOf(usageTypes, 'What the balance is good for, such as voice or data'),
  validFor: part(TimePeriod, 'When the balance can be used'),
}

/** The same of an action whose dates, state and parties come after the request. */
export const taskFields = {
  ...actionFields,
  confirmationDate: actionFields.confirmationDate.afterwards,
  requestedDate: actionFields.requestedDate.afterwards.stampedOn('create'),
  bucket: actionFields.bucket.mandatory,
  relatedParty: actionFields.relatedParty.afterwards,
  status: actionFields.status.afterwards,
  usageType: actionFields.usageType.mandatory,
}
