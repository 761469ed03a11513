/** TMF640 Service Activation 4.0.0. */
import { part, resource, text } from '../../declare/index.ts'
import { Request, Response } from '../shared/common.ts'
import { monitorMoves } from '../shared/lifecycles.ts'

export const Monitor = resource('Monitor', {
  meaning: 'A watch kept on a request until it is finished',
  path: 'monitor',
  verbs: ['list', 'read'],
  kind: 'ServiceMonitor',
  isTask: true,

  fields: {
    sourceHref: text('Web address of the thing being watched'),
    state: text('How the work is going: in progress, failed or completed'),
    request: part(Request, 'What was asked for at the outset'),
    response: part(Response, 'What came back in answer'),
  },

  lifecycle: { of: 'state', starts: 'InProgress', moves: monitorMoves },
  findBy: ['state', 'sourceHref'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
