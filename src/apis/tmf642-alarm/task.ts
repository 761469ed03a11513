/** What the tasks on alarms have in common: they run by themselves and stay as a record. */
import { text } from '../../declare/index.ts'
import { acknowledgedCancelMoves } from '../shared/lifecycles.ts'

/** How far the task has come: for us to say. */
export const taskState = text('How far the task has come').ignoredFromClient

export const taskFacts = {
  verbs: ['list', 'read', 'create'],
  isTask: true,
  lifecycle: { of: 'state', starts: 'acknowledged', moves: acknowledgedCancelMoves },
  findBy: ['state'],
  announces: ['created', 'stateChanged'],
} as const
