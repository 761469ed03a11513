/** Parts that only TMF679 has, or has otherwise than the shared ones. */

import { dateTime, itemId, list, oneOf, part, text, type } from '../../declare/index.ts'
import { Note as SharedNote, TerminationError } from '../shared/common.ts'
import { ProductOfferingRef, ProductRefOrValue } from '../shared/product.ts'
import { acknowledgedTaskStates, itemActions } from '../shared/states.ts'

export const AlternateProductOfferingProposal = type(
  'AlternateProductOfferingProposal',
  'A substitute suggested when the wanted offer cannot be had',
  {
    id: text('Identifier of this alternate product offering proposal'),
    alternateActivationDate: dateTime('When the seller could switch it on instead'),
    alternateProduct: part(ProductRefOrValue, 'The product suggested in its place'),
    alternateProductOffering: part(ProductOfferingRef, 'The catalogue offer suggested in its place'),
  },
)

export const EligibilityUnavailabilityReason = type(
  'EligibilityUnavailabilityReason',
  'An explanation of why something cannot be offered',
  {
    code: text('The short code for the reason'),
    label: text('The reason in readable words'),
    technicalReason: text('What stands in the way, in measured facts'),
    suggestedAction: text('What would help'),
  },
)

export const Note = SharedNote.needing('id', 'text')

export const QualificationItemRelationship = type(
  'QualificationItemRelationship',
  'A link between two items in one check',
  {
    id: text('Identifier of this qualification item relationship'),
    relationshipType: text('How the items are linked, such as reliesOn'),
  },
)

export const ProductOfferingQualificationItem = type(
  'ProductOfferingQualificationItem',
  'One offer or product within an eligibility check',
  {
    id: itemId('Identifier within the list').mandatory,
    expectedActivationDate: dateTime('When the requester hopes to have it working'),
    qualificationItemResult: text('Whether this item can be had, or only a substitute'),
    action: oneOf(itemActions, 'What the customer would do with the product'),
    alternateProductOfferingProposal: list(AlternateProductOfferingProposal, 'What could be sold instead'),
    eligibilityUnavailabilityReason: list(EligibilityUnavailabilityReason, 'Why the item cannot be had'),
    note: list(Note, 'What people have said about the item'),
    product: part(ProductRefOrValue, 'The product being checked'),
    productOffering: part(ProductOfferingRef, 'The catalogue offer being checked'),
    qualificationItemRelationship: list(
      QualificationItemRelationship,
      'How it depends on other items in the check',
    ),
    state: oneOf(acknowledgedTaskStates, 'How far checking this item has got'),
    terminationError: list(TerminationError, 'What went wrong, if the check failed'),
  },
)
