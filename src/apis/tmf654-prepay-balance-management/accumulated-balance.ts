/** TMF654 Prepay Balance Management 4.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { Quantity } from '../shared/common.ts'
import { PartyAccountRef, RelatedParty } from '../shared/party.ts'
import { ProductRef } from '../shared/product.ts'
import { BucketRef, LogicalResourceRef } from './parts.ts'

export const AccumulatedBalance = resource('AccumulatedBalance', {
  meaning: 'What a customer has left or owes, summed over buckets',
  path: 'accumulatedBalance',
  verbs: ['list', 'read'],

  fields: {
    description: text('What the sum covers, in words'),
    name: text('Easy name to recognize the balance by').mandatory,
    bucket: list(BucketRef, 'Buckets that are added up').mandatory,
    logicalResource: part(LogicalResourceRef, 'The number or similar by which the balance is found'),
    partyAccount: part(PartyAccountRef, 'The account that the added buckets belong to'),
    product: list(ProductRef, 'Products whose use the buckets keep track of'),
    relatedParty: list(RelatedParty, 'Others who have to do with the balance'),
    totalBalance: part(Quantity, 'The sum over all the prepaid buckets').mandatory,
  },

  findBy: ['name', 'partyAccount.id', 'bucket.id', 'product.id'],
})
