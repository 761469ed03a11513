/** Parts that only TMF658 has, or has otherwise than the shared ones. */
import { entity, text } from '../../declare/index.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'

export { PlainCharacteristic as Characteristic }

/** The pointers of this API give no name of what they point to. */
const pointer = (name: string, meaning: string) =>
  entity(name, meaning, {
    id: text('Identifier of what is meant').mandatory,
    '@referredType': text('Type of what is referred to'),
  })

export const LoyaltyAccountRef = pointer('LoyaltyAccountRef', 'A pointer to an account of loyalty points')

export const LoyaltyActionRef = pointer('LoyaltyActionRef', 'A pointer to what a loyalty rule does')

export const LoyaltyConditionRef = pointer('LoyaltyConditionRef', 'A pointer to a test of a loyalty rule')

export const LoyaltyEventTypeRef = pointer('LoyaltyEventTypeRef', 'A pointer to a sort of loyalty happening')

export const LoyaltyProgramMemberRef = pointer(
  'LoyaltyProgramMemberRef',
  'A pointer to someone in a loyalty program',
)

export const LoyaltyProgramProductRef = pointer(
  'LoyaltyProgramProductRef',
  'A pointer to a member’s loyalty program',
)

export const LoyaltyProgramProductSpecRef = pointer(
  'LoyaltyProgramProductSpecRef',
  'A pointer to the definition of a loyalty program',
)
