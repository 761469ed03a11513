/** TMF910 Self Care 1.0. */
import { dateTime, integer, list, part, resource, text, type, yesNo } from '../../declare/index.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { MediumCharacteristic } from '../shared/party.ts'
import { pointerTo, RelatedPartyRef } from './parts.ts'

const TMF666_AccountBalance = type('TMF666_AccountBalance', 'A sum standing on an account', {
  amount: part(Money, 'How much money it is').mandatory,
  type: text('What the sum counts, such as deposits or disputes').mandatory,
  validFor: part(TimePeriod, 'When the figure holds, from and until').mandatory,
})

const TMF666_AccountRef = pointerTo(
  'TMF666_AccountRef',
  'BillingAccount',
  'A pointer to a billing or financial account',
  { description: text('What the account is for, at length') },
)

const TMF666_AccountRelationship = type('TMF666_AccountRelationship', 'A link from one account to another', {
  relationshipType: text('How the two accounts are connected').mandatory,
  validFor: part(TimePeriod, 'When the link applies, from and until').mandatory,
  account: part(TMF666_AccountRef, 'The account at the other end of the link'),
})

const TMF666_AccountTaxExemption = type(
  'TMF666_AccountTaxExemption',
  'Evidence that an account need not pay a tax',
  {
    certificateNumber: text('Number of the document proving the exemption'),
    issuingJurisdiction: text('The authority whose taxes need not be paid').mandatory,
    reason: text('Why no tax is due'),
    validFor: part(TimePeriod, 'When the exemption applies, from and until').mandatory,
  },
)

const TMF666_BillStructure = type(
  'TMF666_BillStructure',
  'How bills for an account are timed, laid out and sent',
  {
    presentationMedia: list(
      pointerTo(
        'TMF666_BillPresentationMediaRef',
        'BillPresentationMedia',
        'A pointer to a way of sending bills',
        {},
      ),
      'How each bill reaches the customer',
    ),
    format: part(
      pointerTo('TMF666_BillFormatRef', 'BillFormat', 'A pointer to a layout of bills', {}),
      'How each bill is laid out',
    ),
    cycleSpecification: part(
      pointerTo(
        'TMF666_BillingCycleSpecificationRef',
        'BillingCycleSpecification',
        'A pointer to a timetable of bills',
        {
          dateShift: integer('Days from period start to the billing date'),
          frequency: text('How often bills are made'),
        },
      ),
      'When bills are made and sent',
    ),
  },
)

const { contactType, ...medium } = MediumCharacteristic.without('id', 'href', 'socialNetworkId').fields

const TMF666_ContactMedium = type('TMF666_ContactMedium', 'One way to reach a person or company', {
  preferred: yesNo('Whether this is the favoured way to make contact'),
  type: text('Which sort of contact, such as email or post'),
  validFor: part(TimePeriod, 'When this way of contact can be used'),
  characteristic: part(
    type('TMF666_MediumCharacteristic', 'The address, number or handle used for contact', {
      ...medium,
      type: contactType,
    }),
    'The actual address or number to use',
  ),
})

const TMF666_Contact = type('TMF666_Contact', 'Someone to approach about an account', {
  contactName: text('How the contact is shown to people'),
  contactType: text('Whether they are the first or second choice').mandatory,
  partyRoleType: text('The job the contact does, such as account manager'),
  validFor: part(TimePeriod, 'When the contact can be used, from and until').mandatory,
  contactMedium: list(TMF666_ContactMedium, 'How to reach the contact'),
  relatedParty: part(RelatedPartyRef, 'The person or organisation behind the contact'),
})

const TMF666_PaymentMethodRef = pointerTo(
  'TMF666_PaymentMethodRef',
  'PaymentMethod',
  'A pointer to a way of paying, such as direct debit',
  {},
)

const TMF666_PaymentPlan = type('TMF666_PaymentPlan', 'An arrangement for paying a sum in instalments', {
  numberOfPayments: integer('How many instalments there are'),
  paymentFrequency: text('How often an instalment falls due'),
  priority: integer('How this plan ranks against others'),
  status: text('Whether the plan is in force'),
  totalAmount: part(Money, 'The whole sum paid under the plan'),
  type: text('What kind of arrangement this is'),
  validFor: part(TimePeriod, 'When the plan applies, from and until'),
  paymentMethod: part(TMF666_PaymentMethodRef, 'How the instalments are paid'),
})

export const BillingAccount = resource('BillingAccount', {
  meaning: 'An account that bills are sent for',
  path: 'billingAccount',
  kind: 'SelfCareBillingAccount',
  verbs: ['read'],
  shows: {
    of: 'BillingAccount',
    names: { type: 'accountType' },
    parts: {
      accountBalance: { names: { type: 'balanceType' } },
      financialAccount: { parts: { accountBalance: { names: { type: 'balanceType' } } } },
      paymentPlan: { names: { type: 'planType' } },
      contact: {
        parts: {
          contactMedium: {
            names: { type: 'mediumType' },
            parts: { characteristic: { names: { type: 'contactType' } } },
          },
        },
      },
    },
  },

  fields: {
    paymentStatus: text('Whether money is due, paid or overdue'),
    creditLimit: part(Money, 'The most that can be charged to it'),
    description: text('What the account is for, in words'),
    lastModified: dateTime('When the account was most recently changed'),
    name: text('What the account is called').mandatory,
    state: text('Whether it is active, suspended, closed and so on'),
    type: text('What kind of account this is'),
    billStructure: part(TMF666_BillStructure, 'How its bills are timed, laid out and sent'),
    paymentPlan: list(TMF666_PaymentPlan, 'Arrangements for paying in instalments'),
    financialAccount: part(
      pointerTo('TMF666_FinancialAccountRef', 'FinancialAccount', 'A pointer to a ledger account', {
        accountBalance: part(TMF666_AccountBalance, 'How much stands on the ledger account'),
      }),
      'The ledger account that gathers its sums',
    ),
    defaultPaymentMethod: part(TMF666_PaymentMethodRef, 'How bills are normally paid'),
    relatedParty: list(RelatedPartyRef, 'Who is involved, and in which role').mandatory,
    taxExemption: list(TMF666_AccountTaxExemption, 'Taxes the account need not pay'),
    contact: list(TMF666_Contact, 'Whom to approach about the account'),
    accountBalance: list(TMF666_AccountBalance, 'How much stands on the account'),
    accountRelationship: list(TMF666_AccountRelationship, 'Links to other accounts'),
    '@referredType': text('Type of what is referred to'),
  },
})
