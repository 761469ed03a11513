/** TMF696 Risk Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { RelatedPartyRef } from '../shared/party.ts'
import { ProductOfferingRef } from '../shared/product.ts'
import { assessmentFacts, circumstances, outcome } from './assessment.ts'

export const PartyRoleProductOfferingRiskAssessment = resource('PartyRoleProductOfferingRiskAssessment', {
  meaning: 'A task that judges the risk of selling someone an offering',
  path: 'partyRoleProductOfferingRiskAssessment',
  ...assessmentFacts,

  fields: {
    ...circumstances,
    partyRole: part(RelatedPartyRef, 'The would-be buyer whose risk is judged').mandatory,
    productOffering: part(ProductOfferingRef, 'The offering they are thinking of buying').mandatory,
    ...outcome,
  },

  findBy: ['status', 'partyRole.id', 'productOffering.id'],
})
