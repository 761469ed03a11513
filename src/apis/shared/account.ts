/** Parts about accounts, agreements and payment. */
import { reference, text } from '../../declare/index.ts'

export const AccountRef = reference('AccountRef', 'A pointer to a billing or financial account', {
  id: text('Identifier of what is meant'),
  description: text('What the account is for, at length'),
  name: text('What the account is called').mandatory,
}).naming('PartyAccount', 'BillingAccount', 'SettlementAccount', 'FinancialAccount')

export const AgreementItemRef = reference('AgreementItemRef', 'A pointer to one item of a contract', {
  agreementItemId: text('Which item of the contract is meant'),
})

export const AgreementRef = reference('AgreementRef', 'A pointer to a contract or other arrangement', {})

export const BillingAccountRef = reference(
  'BillingAccountRef',
  'A pointer to the account that gets the bill',
  {},
)

export const PaymentMethodRef = reference(
  'PaymentMethodRef',
  'A pointer to a way of paying, such as direct debit',
  {},
)

export const PaymentRef = reference('PaymentRef', 'A pointer to a payment made when ordering', {})
