/** TMF696 Risk Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { RelatedPartyRef } from '../shared/party.ts'
import { assessmentFacts, outcome } from './assessment.ts'

export const PartyRoleRiskAssessment = resource('PartyRoleRiskAssessment', {
  meaning: 'A task that judges the risk of dealing with someone',
  path: 'partyRoleRiskAssessment',
  ...assessmentFacts,

  fields: {
    partyRole: part(RelatedPartyRef, 'The one whose risk is judged').mandatory,
    status: outcome.status.serverOwned,
    riskAssessmentResult: outcome.riskAssessmentResult.serverOwned,
  },

  findBy: ['status', 'partyRole.id'],
})
