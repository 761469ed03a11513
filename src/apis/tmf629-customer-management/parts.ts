/** Parts that only TMF629 has, or has otherwise than the shared ones. */
import { dateTime, integer, part, type } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { MediumCharacteristic, ContactMedium as SharedContactMedium } from '../shared/party.ts'

export const ContactMedium = SharedContactMedium.needing('mediumType').with({
  characteristic: part(MediumCharacteristic, 'The actual address or number to use').mandatory,
})

export const CreditProfile = type('CreditProfile', 'A finding on how safely someone can be given credit', {
  creditProfileDate: dateTime('When the credit check was made').mandatory,
  creditRiskRating: integer('How risky it is to give credit, as a number'),
  creditScore: integer('How likely the party is to pay, as a score'),
  validFor: part(TimePeriod, 'When this credit finding holds good').mandatory,
})
