/** TMF736 Revenue Sharing Algorithm 5.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { TypedPolicyRef } from '../shared/typed.ts'
import { PartyRevSharingPolicyActionVariable, PartyRevSharingPolicyConditionVariable } from './parts.ts'

export const PartyRevSharingAlgorithm = resource('PartyRevSharingAlgorithm', {
  meaning: 'The way in which the share of a party is worked out',
  path: 'partyRevSharingAlgorithm',
  needsType: true,
  clientMayChooseId: true,
  keptWhileUsedIn: ['Billing & payment'],

  fields: {
    name: text('What the algorithm is called').mandatory,
    description: text('How the share is worked out, in words'),
    policy: list(TypedPolicyRef, 'The rules it follows'),
    conditionVariable: list(
      PartyRevSharingPolicyConditionVariable,
      'Values by which it is decided whether the rules apply',
    ),
    actionVariable: list(PartyRevSharingPolicyActionVariable, 'Values by which the rules work out the share'),
  },

  findBy: ['name', 'policy.id'],
  // Without a state, an algorithm never announces that it changed; the file names the event all the same.
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
