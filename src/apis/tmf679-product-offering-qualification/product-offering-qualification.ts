/** TMF679 Product Offering Qualification 4.0.0. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { ChannelRef } from '../shared/common.ts'
import { acknowledgedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { CategoryRef } from '../shared/product.ts'
import { acknowledgedTaskStates } from '../shared/states.ts'
import { Note, ProductOfferingQualificationItem } from './parts.ts'

export const ProductOfferingQualification = resource('ProductOfferingQualification', {
  meaning: 'A check of which offers a customer may buy',
  path: 'productOfferingQualification',
  isTask: true,

  fields: {
    description: text('What the check is about'),
    effectiveQualificationDate: dateTime('When the check actually finished').afterwards,
    expectedPOQCompletionDate: dateTime('When an answer is likely to be ready').afterwards,
    expirationDate: dateTime('When the answer stops being valid').afterwards,
    instantSyncQualification: yesNo('Whether the answer must come straight back'),
    productOfferingQualificationDate: dateTime('When the check was asked for').serverOwned.stampedOn(
      'create',
    ),
    provideAlternative: yesNo('Whether substitutes should be suggested'),
    provideOnlyAvailable: yesNo('Whether to leave out offers that cannot be had'),
    provideUnavailabilityReason: yesNo('Whether to explain why an offer cannot be had'),
    qualificationResult: text('How the check came out overall').afterwards,
    requestedPOQCompletionDate: dateTime('When the requester needs the answer by'),
    category: part(CategoryRef, 'The catalogue category to look in'),
    channel: part(ChannelRef, 'Where the check came from, such as web or shop'),
    note: list(Note, 'What people have said about it'),
    place: list(RelatedPlaceRefOrValue, 'Where the offers would be used'),
    productOfferingQualificationItem: list(
      ProductOfferingQualificationItem,
      'Each offer or category to be checked',
    ).orElse([]),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    state: oneOf(acknowledgedTaskStates, 'How far the check has got').afterwards,
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: acknowledgedTaskMoves },
  findBy: ['state', 'productOfferingQualificationItem.productOffering.id', 'relatedParty.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted', 'informationRequired'],
})
