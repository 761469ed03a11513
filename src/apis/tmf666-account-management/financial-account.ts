/** TMF666 Account Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AccountBalance } from '../shared/account.ts'
import { Money } from '../shared/common.ts'
import { AccountRelationship, AccountTaxExemption, Contact, RelatedParty } from './parts.ts'

export const FinancialAccount = resource('FinancialAccount', {
  meaning: 'A ledger account of money owed for goods or services',
  path: 'financialAccount',

  fields: {
    accountType: text('What kind of account this is'),
    description: text('What the account is for, in words'),
    lastModified: dateTime('When the account was most recently changed').once.stampedOn('change'),
    name: text('What the account is called').mandatory,
    state: text('Whether it is active, suspended, closed and so on'),
    accountBalance: list(AccountBalance, 'How much stands on the account'),
    accountRelationship: list(AccountRelationship, 'Links to other accounts'),
    contact: list(Contact, 'Whom to approach about the account'),
    creditLimit: part(Money, 'The most that can be charged to it'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    taxExemption: list(AccountTaxExemption, 'Taxes the account need not pay'),
  },

  findBy: ['name', 'state', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
