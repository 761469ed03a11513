/** TMF654 Prepay Balance Management 4.0.0. */
import { oneOf, part, resource } from '../../declare/index.ts'
import { Money } from '../shared/common.ts'
import { PartyAccountRef, RelatedParty } from '../shared/party.ts'
import { ProductRef } from '../shared/product.ts'
import { actionMoves, BucketRef, LogicalResourceRef, taskFields, usageTypes } from './parts.ts'

/** What only a transfer says, in its request and in the history. */
export const transferFields = {
  costOwner: oneOf(['originator', 'receiver'], 'Who pays for the transfer'),
  receiver: part(RelatedParty, 'Who gets the credit'),
  receiverBucket: part(BucketRef, 'Balance that the credit goes to'),
  receiverBucketUsageType: oneOf(usageTypes, 'What the receiving balance can be spent on'),
  receiverLogicalResource: part(LogicalResourceRef, 'Number or the like that the receiving balance serves')
    .mandatory,
  receiverProduct: part(ProductRef, 'Product that the receiving balance serves'),
  transferCost: part(Money, 'What is charged for the transfer'),
}

export const TransferBalance = resource('TransferBalance', {
  meaning: 'A request to move credit from one balance to another',
  path: 'transferBalance',

  fields: {
    ...taskFields,
    ...transferFields,
    confirmationDate: taskFields.confirmationDate.serverOwned,
    description: taskFields.description.once,
    reason: taskFields.reason.mandatory,
    requestedDate: taskFields.requestedDate.serverOwned,
    amount: taskFields.amount.mandatory,
    channel: taskFields.channel.mandatory,
    logicalResource: taskFields.logicalResource.mandatory,
    partyAccount: part(PartyAccountRef, 'Account that the giving balance belongs to').serverOwned,
    receiverBucket: transferFields.receiverBucket.mandatory,
    receiverBucketUsageType: transferFields.receiverBucketUsageType.mandatory,
    relatedParty: taskFields.relatedParty.serverOwned,
    validFor: taskFields.validFor.once,
  },

  lifecycle: { of: 'status', starts: 'created', moves: actionMoves },
  findBy: ['status', 'bucket.id', 'receiverBucket.id', 'partyAccount.id'],
  announces: ['created', 'TransferBalanceCancelEvent', 'TransferBalanceFailureEvent'],
  example: {
    reason: 'A gift',
    usageType: 'monetary',
    amount: { amount: 5, units: 'EUR' },
    bucket: { id: 'bucket-1' },
    channel: { id: 'app' },
    logicalResource: [{ id: '+4915112345678' }],
    receiverBucket: { id: 'bucket-2' },
    receiverBucketUsageType: 'monetary',
    receiverLogicalResource: { id: '+4915187654321' },
  },
})
