/** TMF670 Payment Methods 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { AccountRef } from '../shared/account.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { paymentMethods } from '../shared/payment-method.ts'
import { RelatedPlace } from '../shared/place.ts'

export const PaymentMethod = resource('PaymentMethod', {
  meaning: 'A means of paying, such as a card or cash',
  path: 'paymentMethod',
  showsType: true,

  fields: {
    name: text('What its owner calls it').mandatory,
    description: text('What means of paying it is, in words'),
    isPreferred: yesNo('Whether the owner would rather pay this way'),
    authorizationCode: text('The bank’s approval code, mostly for repeated payments'),
    status: text('Whether it can be used at present'),
    statusDate: dateTime('When it last moved to another status'),
    statusReason: text('Why its status last changed'),
    validFor: part(TimePeriod, 'When it can be used to pay'),
    relatedParty: part(RelatedParty, 'Who owns it or may pay with it'),
    relatedPlace: part(RelatedPlace, 'A billing or delivery address other than the owner’s'),
    account: list(AccountRef, 'Accounts that this means of paying belongs with'),
  },

  subtypes: paymentMethods,
  findBy: ['name', 'status', 'account.id', 'relatedParty.id'],
  announces: ['created', 'changed', 'statusChanged', 'deleted'],
})
