import { api } from '../../declare/index.ts'
import { LoyaltyAccount } from './loyalty-account.ts'
import { LoyaltyAction } from './loyalty-action.ts'
import { LoyaltyBalance } from './loyalty-balance.ts'
import { LoyaltyCondition } from './loyalty-condition.ts'
import { LoyaltyEvent } from './loyalty-event.ts'
import { LoyaltyEventType } from './loyalty-event-type.ts'
import { LoyaltyProgramMember } from './loyalty-program-member.ts'
import { LoyaltyProgramProduct } from './loyalty-program-product.ts'
import { LoyaltyProgramProductSpec } from './loyalty-program-product-spec.ts'
import { LoyaltyRule } from './loyalty-rule.ts'
import { LoyaltyRuleAction } from './loyalty-rule-action.ts'
import { LoyaltyRuleCondition } from './loyalty-rule-condition.ts'
import { LoyaltyRuleEventType } from './loyalty-rule-event-type.ts'

/** TMF658 Loyalty Management 4.0.0. */
export const LoyaltyManagementApi = api({
  number: 'TMF658',
  name: 'Loyalty Management',
  version: '4.0.0',
  path: '/tmf-api/loyalty/v4',
  domain: 'Billing & payment',
  resources: [
    LoyaltyProgramProductSpec,
    LoyaltyProgramMember,
    LoyaltyProgramProduct,
    LoyaltyAccount,
    LoyaltyBalance,
    LoyaltyRule,
    LoyaltyEventType,
    LoyaltyCondition,
    LoyaltyAction,
    LoyaltyRuleCondition,
    LoyaltyRuleAction,
    LoyaltyRuleEventType,
    LoyaltyEvent,
  ],
})

export {
  LoyaltyAccount,
  LoyaltyAction,
  LoyaltyBalance,
  LoyaltyCondition,
  LoyaltyEvent,
  LoyaltyEventType,
  LoyaltyProgramMember,
  LoyaltyProgramProduct,
  LoyaltyProgramProductSpec,
  LoyaltyRule,
  LoyaltyRuleAction,
  LoyaltyRuleCondition,
  LoyaltyRuleEventType,
}
