/** TMF910 Self Care 1.0. */
import { dateTime, list, number, part, reference, resource, text, type } from '../../declare/index.ts'
import { Money } from '../shared/common.ts'

const TMF678_AppliedBillingTaxRate = type(
  'TMF678_AppliedBillingTaxRate',
  'A tax charged on an amount being billed',
  {
    taxCategory: text('Which kind of tax it is'),
    taxRate: number('The rate at which tax is charged'),
    taxAmount: part(Money, 'How much tax is due').mandatory,
  },
)

const TMF678_BillRef = reference('TMF678_BillRef', 'A pointer to a bill', {})
  .without('name')
  .notNeeding('id')
  .naming('CustomerBill')

const TMF678_AppliedBillingRateCharacteristic = type(
  'TMF678_AppliedBillingRateCharacteristic',
  'A further property of an amount on a bill',
  {
    name: text('What the property is called'),
    value: text('What the property amounts to'),
  },
)

export const AppliedCustomerBillingRate = resource('AppliedCustomerBillingRate', {
  meaning: 'A charge or credit that appears on a customer’s bill',
  path: 'appliedCustomerBillingRate',
  kind: 'SelfCareAppliedCustomerBillingRate',
  verbs: ['list'],
  shows: { of: 'AppliedCustomerBillingRate' },

  fields: {
    type: text('Whether it is a charge, a credit or a penalty'),
    date: dateTime('When the charge or credit was created'),
    name: text('What the charge or credit is called'),
    description: text('What the bill should say about it'),
    taxExcludedAmount: part(Money, 'How much it comes to before tax'),
    taxIncludedAmount: part(Money, 'How much it comes to with tax'),
    appliedTax: list(TMF678_AppliedBillingTaxRate, 'Taxes charged on it'),
    bill: part(TMF678_BillRef, 'The bill on which it appears'),
    characteristic: list(
      TMF678_AppliedBillingRateCharacteristic,
      'Further properties of the charge or credit',
    ),
  },

  findBy: ['bill.id', 'type', 'date'],
})
