/** Parts that only TMF736 has: the rules a share follows, and the values they are given. */
import { entity, part, reference, text } from '../../declare/index.ts'

const PolicyVariableRef = reference('PolicyVariableRef', 'A pointer to a variable of a rule', {}).typed

const PolicyConditionRef = reference(
  'PolicyConditionRef',
  'A pointer to the condition of a rule',
  {},
).notNeeding('id').typed

const PolicyActionRef = reference('PolicyActionRef', 'A pointer to what a rule does', {}).notNeeding(
  'id',
).typed

export const PartyRevSharingPolicyConditionVariable = entity(
  'PartyRevSharingPolicyConditionVariable',
  'A value by which it is decided whether a rule applies',
  {
    value: text('What the variable is set to, such as 300'),
    policyCondition: part(PolicyConditionRef, 'The condition that asks for it'),
    policyConditionVariable: part(PolicyVariableRef, 'The variable that is set'),
  },
).typed

export const PartyRevSharingPolicyActionVariable = entity(
  'PartyRevSharingPolicyActionVariable',
  'A value by which a rule works out the share',
  {
    value: text('What the variable is set to, such as 5%'),
    policyAction: part(PolicyActionRef, 'What the rule does with it'),
    policyActionVariable: part(PolicyVariableRef, 'The variable that is set'),
  },
).typed
