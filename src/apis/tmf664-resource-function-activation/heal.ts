/** TMF664 Resource Function Activation 4.0.0. */
import { list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { acceptedCancelMoves } from '../shared/lifecycles.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { HealPolicyRef, ResourceFunctionRef } from './parts.ts'

export const Heal = resource('Heal', {
  meaning: 'A task that repairs a network function',
  path: 'heal',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    cause: text('Why the repair is asked for').mandatory,
    degreeOfHealing: text('How thorough the repair has to be').mandatory,
    healAction: text('What to do, or which script to run'),
    name: text('What the task is called'),
    startTime: text('When the repair should begin'),
    additionalParms: list(Characteristic, 'Further settings handed to the repair'),
    healPolicy: part(HealPolicyRef, 'Policy that the repair follows'),
    resourceFunction: part(ResourceFunctionRef, 'The network function to be repaired').mandatory,
    state: oneOf(acceptedTaskStates, 'How far the repair has got').ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedCancelMoves },
  findBy: ['state', 'resourceFunction.id', 'name'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
