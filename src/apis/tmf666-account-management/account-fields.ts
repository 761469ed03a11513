/** What party, billing and settlement accounts have in common: all of their attributes. */
import { dateTime, list, part, text } from '../../declare/index.ts'
import { AccountBalance, FinancialAccountRef, PaymentMethodRef } from '../shared/account.ts'
import { Money } from '../shared/common.ts'
import {
  AccountRelationship,
  AccountTaxExemption,
  BillStructure,
  Contact,
  PaymentPlan,
  RelatedParty,
} from './parts.ts'

export const accountFields = {
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
}
