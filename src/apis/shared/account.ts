/** Parts about accounts, agreements and payment. */
import { dateTime, entity, part, reference, text, type } from '../../declare/index.ts'
import { Money, TimePeriod } from './common.ts'

export const AccountBalance = type('AccountBalance', 'A sum standing on an account', {
  balanceType: text('What the sum counts, such as deposits or disputes').mandatory,
  amount: part(Money, 'How much money it is').mandatory,
  validFor: part(TimePeriod, 'When the figure holds, from and until').mandatory,
})

export const AccountRef = reference('AccountRef', 'A pointer to a billing or financial account', {
  description: text('What the account is for, at length'),
}).naming('PartyAccount', 'BillingAccount', 'SettlementAccount', 'FinancialAccount')

export const AgreementAuthorization = entity(
  'AgreementAuthorization',
  'The approval of an agreement by someone responsible',
  {
    date: dateTime('When the approval reached its present state'),
    signatureRepresentation: text('Whether it was signed on paper or digitally'),
    state: text('Whether approval is pending, given or refused'),
  },
)

export const AgreementTermOrCondition = entity(
  'AgreementTermOrCondition',
  'A clause of an agreement that people must watch over',
  {
    description: text('What the clause says, in words'),
    validFor: part(TimePeriod, 'When the clause applies'),
  },
)

export const AgreementItemRef = reference('AgreementItemRef', 'A pointer to one item of a contract', {
  agreementItemId: text('Which item of the contract is meant'),
})

export const AgreementRef = reference('AgreementRef', 'A pointer to a contract or other arrangement', {})

export const AgreementSpecificationRef = reference(
  'AgreementSpecificationRef',
  'A pointer to an agreement specification',
  {
    description: text('What such agreements are about, in words'),
  },
)

export const BillingAccountRef = reference(
  'BillingAccountRef',
  'A pointer to the account that gets the bill',
  {},
)

export const FinancialAccountRef = reference('FinancialAccountRef', 'A pointer to a ledger account', {
  accountBalance: part(AccountBalance, 'How much stands on the ledger account'),
})

export const PaymentMethodRef = reference(
  'PaymentMethodRef',
  'A pointer to a way of paying, such as direct debit',
  {},
)

export const PaymentRef = reference('PaymentRef', 'A pointer to a payment made when ordering', {})
