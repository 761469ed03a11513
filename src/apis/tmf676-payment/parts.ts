/** Parts that only TMF676 has, or has otherwise than the shared ones. */
import { dateTime, entity, itemId, list, part, text, type, yesNo } from '../../declare/index.ts'
import { AccountRef } from '../shared/account.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { EntityRef } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'
import { paymentMethods } from '../shared/payment-method.ts'

export const PaymentItem = type('PaymentItem', 'The share of a payment that goes to one bill', {
  id: itemId('Identifier within the list'),
  amount: part(Money, 'This share of the payment, before tax'),
  item: part(EntityRef, 'The bill or other thing being paid for').mandatory,
  taxAmount: part(Money, 'How much tax was added to this share'),
  totalAmount: part(Money, 'This share of the payment, with tax included'),
})

export const PaymentMethodRefOrValue = entity(
  'PaymentMethodRefOrValue',
  'A means of paying, pointed to or written out',
  {
    description: text('What means of paying it is, in words'),
    isPreferred: yesNo('Whether the owner would rather pay this way'),
    name: text('What its owner calls it'),
    status: text('Whether it can be used at present'),
    statusDate: dateTime('When it last moved to another status'),
    account: list(AccountRef, 'Accounts that this means of paying belongs with'),
    relatedParty: part(RelatedParty, 'Who owns it or may pay with it'),
    validFor: part(TimePeriod, 'When it can be used to pay'),
    '@referredType': text('Type of what is referred to'),
  },
).withSubtypes(...paymentMethods)
