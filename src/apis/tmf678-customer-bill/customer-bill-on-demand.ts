/** TMF678 Customer Bill 4.0.0. */
import { oneOf, part, resource, text } from '../../declare/index.ts'
import { BillingAccountRef } from '../shared/account.ts'
import { RelatedPartyRef } from '../shared/party.ts'
import { BillRef } from './parts.ts'

export const CustomerBillOnDemand = resource('CustomerBillOnDemand', {
  meaning: 'A request to make out a bill right now',
  path: 'customerBillOnDemand',
  verbs: ['list', 'read', 'create'],

  fields: {
    description: text('More about the request, in words'),
    lastUpdate: text('When the request was last edited').stampedOn('change'),
    name: text('Easy name to recognize the request by'),
    billingAccount: part(BillingAccountRef, 'The account to make out a bill for'),
    customerBill: part(BillRef, 'The bill that came out of it').ignoredFromClient,
    relatedParty: part(RelatedPartyRef, 'The person or organization who has to do with it'),
    state: oneOf(['inProgress', 'rejected', 'done', 'terminatedWithError'], 'How far the request has come')
      .ignoredFromClient,
  },

  lifecycle: {
    of: 'state',
    starts: 'inProgress',
    moves: {
      inProgress: { done: 'engine', rejected: 'engine', terminatedWithError: 'engine' },
      done: {},
      rejected: {},
      terminatedWithError: {},
    },
  },
  findBy: ['state', 'billingAccount.id', 'customerBill.id', 'relatedParty.id'],
})
