/** What the monitors of every activation API have in common. */
import { part, text } from '../../declare/index.ts'
import { monitorMoves } from './lifecycles.ts'
import { Request, Response } from './message.ts'

export const monitorFields = {
  sourceHref: text('Web address of the thing being watched').ownLink,
  state: text('How the work is going: in progress, failed or completed'),
  request: part(Request, 'What was asked for at the outset'),
  response: part(Response, 'What came back in answer'),
}

/** What every monitor page says besides its kind and its attributes. */
export const monitorFacts = {
  meaning: 'A watch kept on a request until it is finished',
  path: 'monitor',
  verbs: ['list', 'read'],
  isTask: true,
  isMonitor: true,
  lifecycle: { of: 'state', starts: 'InProgress', moves: monitorMoves },
  findBy: ['state', 'sourceHref'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
} as const
