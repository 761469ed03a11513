/** TMF738 Revenue Sharing Model 5.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { NamedParty } from '../shared/revenue-sharing.ts'
import { TypedProductSpecificationRef } from '../shared/typed.ts'
import { PartyRevSharingModelItem } from './parts.ts'

export const PartyRevSharingModel = resource('PartyRevSharingModel', {
  meaning: 'How a revenue is shared among several parties',
  path: 'partyRevSharingModel',
  needsType: true,
  clientMayChooseId: true,
  keptWhileUsedIn: ['Billing & payment'],
  nonEmpty: ['relatedParty', 'partyRevSharingModelItem'],

  fields: {
    name: text('What the model is called').mandatory,
    description: text('How the revenue is shared, in words'),
    relatedParty: list(NamedParty, 'Those who share the revenue, and in which capacity').mandatory,
    partyRevSharingModelItem: list(PartyRevSharingModelItem, 'What is shared, party by party').mandatory,
    productSpecification: list(TypedProductSpecificationRef, 'The sorts of products whose revenue is shared'),
  },

  findBy: [
    'name',
    'relatedParty.partyOrPartyRole.id',
    'partyRevSharingModelItem.relatedParty.partyOrPartyRole.id',
    'productSpecification.id',
  ],
  // Without a state, a model never announces that it changed; the file names the event all the same.
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
