/** TMF678 Customer Bill 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { BillingAccountRef } from '../shared/account.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { ProductRef } from '../shared/product.ts'
import { AppliedBillingRateCharacteristic, AppliedBillingTaxRate, BillRef } from './parts.ts'

export const AppliedCustomerBillingRate = resource('AppliedCustomerBillingRate', {
  meaning: 'A charge or credit that appears on a customer’s bill',
  path: 'appliedCustomerBillingRate',
  verbs: ['list', 'read'],

  fields: {
    date: dateTime('When the charge or credit was created'),
    description: text('What the bill should say about it'),
    isBilled: yesNo('Whether it is already on a bill').orElse(false),
    name: text('What the charge or credit is called'),
    type: text('Whether it is a charge, a credit or a penalty'),
    appliedTax: list(AppliedBillingTaxRate, 'Taxes charged on it'),
    bill: part(BillRef, 'The bill on which it appears'),
    billingAccount: part(BillingAccountRef, 'The account it will be billed to'),
    characteristic: list(AppliedBillingRateCharacteristic, 'Further properties of the charge or credit'),
    periodCoverage: part(TimePeriod, 'The time that is being charged for'),
    product: part(ProductRef, 'The product that is being charged for'),
    taxExcludedAmount: part(Money, 'How much it comes to before tax'),
    taxIncludedAmount: part(Money, 'How much it comes to with tax'),
  },

  findBy: ['isBilled', 'billingAccount.id', 'bill.id', 'product.id', 'type'],
})
