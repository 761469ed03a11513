/** Parts that only TMF696 has, or has otherwise than the shared ones. */
import { list, number, oneOf, type } from '../../declare/index.ts'

export const RiskScore = type('RiskScore', 'How great one particular risk is', {
  score: number('How great this risk was found to be'),
  riskName: oneOf(
    ['FraudRisk', 'BadPaymentRisk', 'CreditGamingRisk', 'IDConfidenceRisk', 'PaymentMethodRisk'],
    'Which risk was judged',
  ),
})

export const RiskAssessmentResult = type('RiskAssessmentResult', 'What was found when risks were judged', {
  overallScore: number('How great the risk is, all taken together'),
  score: list(RiskScore, 'How great each single risk is'),
})
