/** TMF666 Account Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { PaymentMethodRef } from '../shared/account.ts'
import { Money } from '../shared/common.ts'
import {
  AccountBalance,
  AccountRelationship,
  AccountTaxExemption,
  BillStructure,
  Contact,
  FinancialAccountRef,
  PaymentPlan,
  RelatedParty,
} from './parts.ts'

export const SettlementAccount = resource('SettlementAccount', {
  meaning: 'An account for settling money owed between parties',
  path: 'settlementAccount',

  fields: {
    accountType: text('What sort of account it is, such as joint'),
    description: text('What the account is for, in full'),
    lastModified: dateTime('When somebody last changed the account').stampedOn('change'),
    name: text('What the account is called').mandatory,
    paymentStatus: text('How payments stand, for instance due or in arrears'),
    state: text('Where the account is in its life'),
    accountBalance: list(AccountBalance, 'How much stands on the account').once,
    accountRelationship: list(AccountRelationship, 'Which other accounts it is tied to'),
    billStructure: part(BillStructure, 'How and how often bills are produced'),
    contact: list(Contact, 'Who to get in touch with about the account'),
    creditLimit: part(Money, 'How much can be charged before a stop'),
    defaultPaymentMethod: part(PaymentMethodRef, 'How payments are made unless told otherwise'),
    financialAccount: part(FinancialAccountRef, 'The ledger account that tracks the money'),
    paymentPlan: list(PaymentPlan, 'How payments are spread over time'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role').mandatory,
    taxExemption: list(AccountTaxExemption, 'Which taxes need not be charged'),
  },

  findBy: ['name', 'state', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['changed', 'stateChanged'],
})
