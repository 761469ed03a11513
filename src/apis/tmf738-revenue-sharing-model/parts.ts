/** Parts that only TMF738 has: what is shared with a party, down to the single price. */
import { itemId, list, part, text, type, uri } from '../../declare/index.ts'
import {
  AgreementRef,
  NamedParty,
  PartyAccountRef,
  PartyRevSharingAlgorithmRef,
  ProductOfferingRef,
} from '../shared/revenue-sharing.ts'
import { TypedAgreementItemRef, TypedProductOfferingPriceRef } from '../shared/typed.ts'

const numbered = { id: itemId('Identifier within the list'), href: uri('Where it can be read') }

const PartyRevSharingModelInvolPrice = type(
  'PartyRevSharingModelInvolPrice',
  'A price of which the party gets a share',
  {
    ...numbered,
    name: text('What this share is called'),
    description: text('What this share is for, in words'),
    productOfferingPrice: part(TypedProductOfferingPriceRef, 'The price that is shared'),
    partyRevSharingAlgorithm: list(PartyRevSharingAlgorithmRef, 'The ways the share is worked out'),
  },
).typed

const PartyRevSharingModelItemInvolvement = type(
  'PartyRevSharingModelItemInvolvement',
  'What of the business the party has a share in',
  {
    ...numbered,
    name: text('What this part of the business is called'),
    description: text('What this part of the business is, in words'),
    productOffering: list(ProductOfferingRef, 'The offerings the party has a share in'),
    offeringPrice: list(PartyRevSharingModelInvolPrice, 'The prices the party has a share in'),
    agreementItem: list(TypedAgreementItemRef, 'The items of contracts that say so'),
  },
).typed

export const PartyRevSharingModelItem = type('PartyRevSharingModelItem', 'What is shared with one party', {
  ...numbered,
  name: text('What this part of the model is called'),
  description: text('What is shared with the party, in words'),
  relatedParty: part(NamedParty, 'The party that gets a share'),
  partyAccount: part(PartyAccountRef, 'The account that shares go to'),
  sharingModelItemInvolvement: list(
    PartyRevSharingModelItemInvolvement,
    'What of the business the party has a share in',
  ),
  agreement: list(AgreementRef, 'The contracts that say so'),
}).typed
