/** TMF654 Prepay Balance Management 4.0.0. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { Quantity, TimePeriod } from '../shared/common.ts'
import { PartyAccountRef, RelatedParty } from '../shared/party.ts'
import { ProductRef } from '../shared/product.ts'
import { LogicalResourceRef, usageTypes } from './parts.ts'

export const Bucket = resource('Bucket', {
  meaning: 'How much usage or money is left or spent',
  path: 'bucket',
  verbs: ['list', 'read'],

  fields: {
    confirmationDate: dateTime('When a deduction from it was confirmed'),
    description: text('What the bucket holds, in words'),
    isShared: yesNo('Whether several devices or users draw on it'),
    name: text('Easy name to recognize the bucket by'),
    remainingValueName: text('How much is left, written out for display'),
    requestedDate: dateTime('When the request for a deduction arrived'),
    logicalResource: list(LogicalResourceRef, 'Numbers or similar that draw on the bucket'),
    partyAccount: part(PartyAccountRef, 'The account that the bucket belongs to'),
    product: list(ProductRef, 'Products whose use the bucket keeps track of'),
    relatedParty: list(RelatedParty, 'Others who have to do with the bucket'),
    remainingValue: part(Quantity, 'How much is left in the bucket'),
    reservedValue: part(Quantity, 'How much of the bucket is set aside'),
    status: oneOf(['active', 'suspended', 'expired'], 'Whether it is in use, run out or on hold'),
    usageType: oneOf(usageTypes, 'What it counts: data, voice or a currency'),
    validFor: part(TimePeriod, 'When what is in the bucket can be used'),
  },

  lifecycle: {
    of: 'status',
    starts: 'active',
    moves: {
      active: { suspended: 'engine', expired: 'engine' },
      suspended: { active: 'engine', expired: 'engine' },
      expired: { active: 'engine' },
    },
  },
  findBy: ['status', 'usageType', 'partyAccount.id', 'logicalResource.id', 'product.id'],
})
