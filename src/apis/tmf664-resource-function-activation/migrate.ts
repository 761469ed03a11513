/** TMF664 Resource Function Activation 4.0.0. */
import { integer, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { acceptedCancelMoves } from '../shared/lifecycles.ts'
import { PlaceRef } from '../shared/place.ts'
import { ConnectionPointRef } from '../shared/resource-graph.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ResourceFunctionRef } from './parts.ts'

export const Migrate = resource('Migrate', {
  meaning: 'A task that moves a network function elsewhere',
  path: 'migrate',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    adminStateModification: text('State it must be in before the move'),
    cause: text('Why the move is asked for').mandatory,
    completionMode: text('In what manner the move is carried out'),
    name: text('What the task is called'),
    priority: integer('How urgent the move is'),
    startTime: text('When the move should begin'),
    addConnectionPoint: list(ConnectionPointRef, 'Connection points it gains with the move'),
    characteristics: list(Characteristic, 'Further settings handed to the move'),
    place: part(PlaceRef, 'Where the network function moves to'),
    removeConnectionPoint: list(ConnectionPointRef, 'Connection points it loses with the move'),
    resourceFunction: part(ResourceFunctionRef, 'The network function to be moved').mandatory,
    state: oneOf(acceptedTaskStates, 'How far the move has got').ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedCancelMoves },
  findBy: ['state', 'resourceFunction.id', 'name'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
