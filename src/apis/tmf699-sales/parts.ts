/** Parts that only TMF699 has, or has otherwise than the shared ones. */
import { reference } from '../../declare/index.ts'

export const MarketingCampaignRef = reference('MarketingCampaignRef', 'A pointer to a marketing campaign', {})

export const SalesOpportunityRef = reference(
  'SalesOpportunityRef',
  'A reference to a deal that might be won',
  {},
)
