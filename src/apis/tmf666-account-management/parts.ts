/** Parts that only TMF666 has, or has otherwise than the shared ones. */
import { entity, integer, list, part, text, type, yesNo } from '../../declare/index.ts'
import { AccountRef, PaymentMethodRef } from '../shared/account.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { ContactMedium, RelatedParty as SharedRelatedParty } from '../shared/party.ts'

export const AccountRelationship = type('AccountRelationship', 'A link from one account to another', {
  relationshipType: text('How the two accounts are connected').mandatory,
  account: part(AccountRef, 'The account at the other end of the link'),
  validFor: part(TimePeriod, 'When the link applies, from and until').mandatory,
})

export const AccountTaxExemption = type(
  'AccountTaxExemption',
  'Evidence that an account need not pay a tax',
  {
    certificateNumber: text('Number of the document proving the exemption'),
    issuingJurisdiction: text('The authority whose taxes need not be paid').mandatory,
    reason: text('Why no tax is due'),
    validFor: part(TimePeriod, 'When the exemption applies, from and until').mandatory,
  },
)

export const BillFormatRefOrValue = entity(
  'BillFormatRefOrValue',
  'A bill layout, pointed to or given in full',
  {
    description: text('What the layout looks like, in words'),
    isRef: yesNo('Whether it only points to a layout held elsewhere').mandatory,
    name: text('What the layout is called').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const BillPresentationMediaRefOrValue = entity(
  'BillPresentationMediaRefOrValue',
  'A bill delivery method, pointed to or given in full',
  {
    description: text('How the bill is delivered, in words'),
    isRef: yesNo('Whether it only points to a method held elsewhere').mandatory,
    name: text('What the delivery method is called').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const BillingCycleSpecificationRefOrValue = entity(
  'BillingCycleSpecificationRefOrValue',
  'A billing timetable, pointed to or given in full',
  {
    billingDateShift: integer('Days from period start to the billing date'),
    billingPeriod: text('The stretch of time each bill covers'),
    chargeDateOffset: integer('Days from period start to the cut-off for charges'),
    creditDateOffset: integer('Days from period start to the cut-off for credits'),
    dateShift: integer('Days from period start to the billing date'),
    description: text('What the timetable says, in words'),
    frequency: text('How often bills are made'),
    isRef: yesNo('Whether it only points to a timetable held elsewhere').mandatory,
    mailingDateOffset: integer('Days from period start until the bill is posted'),
    name: text('What the timetable is called').mandatory,
    paymentDueDateOffset: integer('Days from period start until payment is due'),
    validFor: part(TimePeriod, 'When the timetable applies, from and until'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const BillStructure = type('BillStructure', 'How bills for an account are timed, laid out and sent', {
  cycleSpecification: part(BillingCycleSpecificationRefOrValue, 'When bills are made and sent'),
  format: part(BillFormatRefOrValue, 'How each bill is laid out'),
  presentationMedia: list(BillPresentationMediaRefOrValue, 'How each bill reaches the customer'),
})

export const RelatedParty = SharedRelatedParty.needing('name')

export const Contact = type('Contact', 'Someone to approach about an account', {
  contactName: text('How the contact is shown to people'),
  contactType: text('Whether they are the first or second choice').mandatory,
  partyRoleType: text('The job the contact does, such as account manager'),
  contactMedium: list(ContactMedium, 'How to reach the contact'),
  relatedParty: part(RelatedParty, 'The person or organisation behind the contact'),
  validFor: part(TimePeriod, 'When the contact can be used, from and until').mandatory,
})

export const PaymentPlan = type('PaymentPlan', 'An arrangement for paying a sum in instalments', {
  numberOfPayments: integer('How many instalments there are'),
  paymentFrequency: text('How often an instalment falls due'),
  planType: text('What kind of arrangement this is'),
  priority: integer('How this plan ranks against others'),
  status: text('Whether the plan is in force'),
  paymentMethod: part(PaymentMethodRef, 'How the instalments are paid'),
  totalAmount: part(Money, 'The whole sum paid under the plan'),
  validFor: part(TimePeriod, 'When the plan applies, from and until'),
})
