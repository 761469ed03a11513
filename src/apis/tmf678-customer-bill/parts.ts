/** Parts that only TMF678 has, or has otherwise than the shared ones. */
import { any, entity, list, number, part, text, type } from '../../declare/index.ts'
import {
  AccountBalance,
  PaymentRef,
  FinancialAccountRef as SharedFinancialAccountRef,
} from '../shared/account.ts'
import { Money } from '../shared/common.ts'

export const AppliedBillingRateCharacteristic = type(
  'AppliedBillingRateCharacteristic',
  'A further property of an amount on a bill',
  {
    name: text('What the property is called').mandatory,
    valueType: text('What sort of value the property has'),
    value: any('What the property amounts to').mandatory,
  },
)

export const AppliedBillingTaxRate = type(
  'AppliedBillingTaxRate',
  'A tax charged on an amount being billed',
  {
    taxCategory: text('Which kind of tax it is'),
    taxRate: number('The rate at which tax is charged'),
    taxAmount: part(Money, 'How much tax is due'),
  },
)

export const AppliedPayment = type('AppliedPayment', 'The part of a payment that settles a bill', {
  appliedAmount: part(Money, 'How much of the payment goes to the bill'),
  payment: part(PaymentRef, 'The payment that the money comes from'),
})

export const BillRef = entity('BillRef', 'A pointer to a bill', {
  id: text('Identifier of what is meant').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const FinancialAccountRef = SharedFinancialAccountRef.with({
  accountBalance: list(AccountBalance, 'How much stands on the ledger account'),
})
