/** TMF696 Risk Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { ProductOrderRef } from '../shared/product.ts'
import { assessmentFacts, circumstances, outcome } from './assessment.ts'

export const ProductOrderRiskAssessment = resource('ProductOrderRiskAssessment', {
  meaning: 'A task that judges how risky a product order is',
  path: 'productOrderRiskAssessment',
  ...assessmentFacts,

  fields: {
    ...circumstances,
    productOrder: part(ProductOrderRef, 'The order whose risk is judged').mandatory,
    ...outcome,
  },

  findBy: ['status', 'productOrder.id'],
})
