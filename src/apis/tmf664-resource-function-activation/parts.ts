/** Parts that only TMF664 has, or has otherwise than the shared ones. */
import { reference, text } from '../../declare/index.ts'

export const HealPolicyRef = reference('HealPolicyRef', 'A pointer to the policy for a repair', {})

export const ResourceFunctionRef = reference('ResourceFunctionRef', 'A reference to a network function', {
  version: text('Which version of the function is meant'),
})
