import { api } from '../../declare/index.ts'
import { PartyRoleProductOfferingRiskAssessment } from './party-role-product-offering-risk-assessment.ts'
import { PartyRoleRiskAssessment } from './party-role-risk-assessment.ts'
import { ProductOfferingRiskAssessment } from './product-offering-risk-assessment.ts'
import { ProductOrderRiskAssessment } from './product-order-risk-assessment.ts'
import { ShoppingCartRiskAssessment } from './shopping-cart-risk-assessment.ts'

/** TMF696 Risk Management 4.0.0. */
export const RiskManagementApi = api({
  number: 'TMF696',
  name: 'Risk Management',
  version: '4.0.0',
  path: '/tmf-api/riskManagement/v4',
  domain: 'Qualification',
  resources: [
    ProductOfferingRiskAssessment,
    PartyRoleRiskAssessment,
    PartyRoleProductOfferingRiskAssessment,
    ShoppingCartRiskAssessment,
    ProductOrderRiskAssessment,
  ],
})

export {
  PartyRoleProductOfferingRiskAssessment,
  PartyRoleRiskAssessment,
  ProductOfferingRiskAssessment,
  ProductOrderRiskAssessment,
  ShoppingCartRiskAssessment,
}
