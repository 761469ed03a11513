/** Parts that only TMF648 has, or has otherwise than the shared ones. */
import { dateTime, integer, itemId, list, listOfSelf, part, text, type } from '../../declare/index.ts'
import { AppointmentRef, AttachmentRefOrValue, Note as SharedNote } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import {
  Price,
  PriceAlteration,
  ProductOfferingPriceRef,
  ProductOfferingQualificationItemRef,
  ProductOfferingRef,
  ProductRefOrValue,
} from '../shared/product.ts'

export const Authorization = type('Authorization', 'An approval that a special price or condition needs', {
  givenDate: dateTime('When it was approved or declined'),
  name: text('What the needed approval is called'),
  requestedDate: dateTime('When the approval was asked for'),
  signatureRepresentation: text('How it was signed, by hand or digitally'),
  state: text('Whether it was approved or declined'),
  approver: list(RelatedParty, 'Who has to approve it'),
})

export const Note = SharedNote.needing('id', 'text')

export const QuotePrice = type('QuotePrice', 'What is asked in a quote, with any discount given', {
  description: text('What the charge is for, in words'),
  name: text('What the charge is called'),
  priceType: text('Whether it is charged once or again and again'),
  recurringChargePeriod: text('How often it is charged again'),
  unitOfMeasure: text('What is counted when the charge depends on how much'),
  price: part(Price, 'How much is asked'),
  priceAlteration: list(PriceAlteration, 'Discounts or surcharges that change what is asked'),
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalog price it comes from'),
})

export const QuoteItemRelationship = type(
  'QuoteItemRelationship',
  'A link from one line of a quote to another',
  {
    id: text('Identifier of this quote item relationship'),
    relationshipType: text('How the lines are linked, such as one needing the other'),
  },
)

export const QuoteItem = type('QuoteItem', 'One line of a quote, for something to be priced', {
  id: itemId('Identifier within the list'),
  action: text('What would be done: add, change or remove'),
  quantity: integer('How many are asked for'),
  state: text('How far this line of the quote has come'),
  appointment: list(AppointmentRef, 'Appointments made for this line'),
  attachment: list(AttachmentRefOrValue, 'Documents or pictures that go with this line'),
  note: list(Note, 'What people have said about this line'),
  product: part(ProductRefOrValue, 'The product that would be delivered or changed'),
  productOffering: part(ProductOfferingRef, 'The offering that is to be priced'),
  productOfferingQualificationItem: part(
    ProductOfferingQualificationItemRef,
    'The earlier check of whether it can be had',
  ),
  quoteItem: listOfSelf('Lines that are part of this one'),
  quoteItemAuthorization: list(Authorization, 'Approvals that this line needs or has'),
  quoteItemPrice: list(QuotePrice, 'What is asked for this line of the quote'),
  quoteItemRelationship: list(QuoteItemRelationship, 'How this line depends on other lines of the quote'),
  relatedParty: list(RelatedParty, 'Who is involved in this line, and how'),
})
