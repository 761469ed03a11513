/** Parts that only TMF735 has: the records of usage that money is shared for, and what is owed for them. */
import { any, dateTime, itemId, list, number, oneOf, part, text, type, yesNo } from '../../declare/index.ts'
import { Money, ChannelRef as PlainChannelRef, Note as PlainNote } from '../shared/common.ts'
import { CustomerBillRef, NamedParty, PaymentRef, ProductRef } from '../shared/revenue-sharing.ts'
import { itemActions } from '../shared/states.ts'
import { TypedCharacteristic } from '../shared/typed.ts'

export const Note = PlainNote.typed

/** How far a transaction, or an item of one, has come. */
export const transactionStates = ['charged', 'billed', 'paid', 'completed'] as const

export const RelatedChannel = type('RelatedChannel', 'A way of sale or contact, and the part it played', {
  role: text('The part it played').mandatory,
  channel: part(PlainChannelRef.typed, 'Which way of sale or contact it is').mandatory,
}).typed

// The file gives a characteristic of a record no value, without which it says nothing.
const CdrCharacteristic = type('CdrCharacteristic', 'A named fact about a record of usage', {
  id: text('Identifier of the fact'),
  name: text('What the fact is called').mandatory,
  valueType: text('What kind of value it holds, such as text'),
  characteristicRelationship: TypedCharacteristic.fields.characteristicRelationship,
  value: any('What the fact is'),
}).typed

const ratedFields = {
  isBilled: yesNo('Whether it is on a bill already'),
  offerTariffType: text('Which tariff was used'),
  ratingAmountType: text('Which kind of amount it is'),
  ratingDate: dateTime('When the amount was worked out'),
  isTaxExempt: yesNo('Whether no tax is due').mandatory,
  productRef: part(ProductRef, 'The product that was used').mandatory,
  taxExcludedRatingAmount: part(Money, 'What it comes to without tax').mandatory,
  taxIncludedRatingAmount: part(Money, 'What it comes to with tax').mandatory,
  taxRate: number('Rate at which tax is charged').mandatory,
}

const RatedCdr = type('RatedCdr', 'What a record of usage comes to by one tariff', ratedFields)

const Cdr = type('Cdr', 'A record of usage, and what it comes to', {
  cdrDate: dateTime('When the usage took place'),
  description: text('What was used, in words'),
  status: oneOf(['settlement', 'charging', 'charged'], 'How far the record has been worked on'),
  cdrType: text('Which sort of record it is, such as revenue share'),
  cdrCharacteristic: list(CdrCharacteristic, 'Further facts about the usage'),
  cdrDirectionType: oneOf(['charge', 'refund'], 'Whether money is asked for or given back'),
  relatedParty: part(NamedParty, 'Whose share it is'),
  ratedCdr: list(RatedCdr, 'What it comes to by each tariff'),
  amount: part(Money, 'What is shared for it'),
  ...ratedFields,
})

export const CdrTransactionItem = type('CdrTransactionItem', 'What one party gets or owes', {
  action: oneOf(itemActions, 'What is done with the records').mandatory,
  cdr: list(Cdr, 'The records of usage it is about'),
  relatedParty: part(NamedParty, 'The party that gets or owes it'),
  bill: list(CustomerBillRef, 'The bills it is on'),
  payment: list(PaymentRef, 'The payments that settle it'),
  state: oneOf(transactionStates, 'How far the item has come').mandatory,
  id: itemId('Identifier within the transaction').mandatory,
}).typed
