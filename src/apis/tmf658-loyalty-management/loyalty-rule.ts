/** TMF658 Loyalty Management 4.0.0. */
import { list, resource, text, yesNo } from '../../declare/index.ts'
import { LoyaltyActionRef, LoyaltyConditionRef, LoyaltyEventTypeRef } from './parts.ts'

export const LoyaltyRule = resource('LoyaltyRule', {
  meaning: 'A rule for when loyalty is rewarded, and how',
  path: 'loyaltyRule',

  fields: {
    commonName: text('What people call the rule'),
    description: text('What the rule is about'),
    hasSubRules: yesNo('Whether other rules are nested inside it'),
    isCNF: yesNo('Whether its tests join as an and of ors'),
    isMandatoryEvaluation: yesNo('Whether the rule must always be tried'),
    keywords: text('Words that help to find the rule'),
    policyName: text('Name that tells it from other policies'),
    usage: text('Advice on how to use the rule'),
    loyaltyAction: list(LoyaltyActionRef, 'What is done when the rule is met').once,
    loyaltyCondition: list(LoyaltyConditionRef, 'Tests that must be passed').once,
    loyaltyEventType: list(LoyaltyEventTypeRef, 'Happenings that make the rule be checked').once,
  },

  findBy: ['commonName', 'policyName', 'loyaltyEventType.id'],
})
