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

export const PartyAccount = resource('PartyAccount', {
  meaning: 'An account for billing or settling with someone',
  path: 'partyAccount',

  fields: {
    accountType: text('What kind of account this is'),
    description: text('What the account is for, in words'),
    lastModified: dateTime('When the account was most recently changed').stampedOn('change'),
    name: text('What the account is called').mandatory,
    paymentStatus: text('Whether money is due, paid or overdue'),
    state: text('Whether it is active, suspended, closed and so on'),
    accountBalance: list(AccountBalance, 'How much stands on the account').once,
    accountRelationship: list(AccountRelationship, 'Links to other accounts'),
    billStructure: part(BillStructure, 'How its bills are timed, laid out and sent'),
    contact: list(Contact, 'Whom to approach about the account'),
    creditLimit: part(Money, 'The most that can be charged to it'),
    defaultPaymentMethod: part(PaymentMethodRef, 'How bills are normally paid'),
    financialAccount: part(FinancialAccountRef, 'The ledger account that gathers its sums'),
    paymentPlan: list(PaymentPlan, 'Arrangements for paying in instalments'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role').mandatory,
    taxExemption: list(AccountTaxExemption, 'Taxes the account need not pay'),
  },

  findBy: ['name', 'state', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['changed', 'stateChanged'],
})
