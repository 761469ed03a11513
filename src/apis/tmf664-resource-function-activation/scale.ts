/** TMF664 Resource Function Activation 4.0.0. */
import { integer, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { acceptedCancelMoves } from '../shared/lifecycles.ts'
import { ScheduleRef } from '../shared/resource-graph.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ResourceFunctionRef } from './parts.ts'

export const Scale = resource('Scale', {
  meaning: 'A task that makes a network function larger or smaller',
  path: 'scale',
  verbs: ['list', 'read', 'create'],
  isTask: true,

  fields: {
    aspectId: text('Which side of the function is to grow or shrink'),
    name: text('What the task is called'),
    numberOfSteps: integer('How many steps to grow or shrink by').mandatory,
    scaleType: text('In which way the size is to change').mandatory,
    resourceFunction: part(ResourceFunctionRef, 'The function to be made larger or smaller').mandatory,
    schedule: list(ScheduleRef, 'When to do it, at once if not given'),
    state: oneOf(acceptedTaskStates, 'How far the task has come').ignoredFromClient,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedCancelMoves },
  findBy: ['state', 'resourceFunction.id', 'name'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
