/** TMF696 Risk Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { ShoppingCartRef } from '../shared/common.ts'
import { assessmentFacts, circumstances, outcome } from './assessment.ts'

export const ShoppingCartRiskAssessment = resource('ShoppingCartRiskAssessment', {
  meaning: 'A task that judges how risky a shopping cart is',
  path: 'shoppingCartRiskAssessment',
  ...assessmentFacts,

  fields: {
    ...circumstances,
    shoppingCart: part(ShoppingCartRef, 'The cart whose risk is judged').mandatory,
    ...outcome,
  },

  findBy: ['status', 'shoppingCart.id'],
})
