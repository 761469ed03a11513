/** TMF696 Risk Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { ProductOfferingRef } from '../shared/product.ts'
import { assessmentFacts, outcome } from './assessment.ts'

export const ProductOfferingRiskAssessment = resource('ProductOfferingRiskAssessment', {
  meaning: 'A task that judges how risky an offering is to sell',
  path: 'productOfferingRiskAssessment',
  ...assessmentFacts,

  fields: {
    productOffering: part(ProductOfferingRef, 'The offering whose risk is judged').mandatory,
    status: outcome.status.serverOwned,
    riskAssessmentResult: outcome.riskAssessmentResult.serverOwned,
  },

  findBy: ['status', 'productOffering.id'],
})
