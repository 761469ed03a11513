/** What the tasks that judge risks have in common: they run by themselves and stay as a record. */
import { list, part, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { acknowledgedCancelMoves } from '../shared/lifecycles.ts'
import { RelatedPlace as SharedRelatedPlace } from '../shared/place.ts'
import { RiskAssessmentResult } from './parts.ts'

const RelatedPlace = SharedRelatedPlace.without('@referredType')

/** What the task says of itself; some of the types have it in the file, and all of them here. */
export const outcome = {
  status: text('How far the judging has come').ignoredFromClient,
  riskAssessmentResult: part(RiskAssessmentResult, 'What the judgement came to').ignoredFromClient,
}

/** What else may be told to the task. */
export const circumstances = {
  characteristic: list(Characteristic, 'Further facts to weigh when judging the risk'),
  place: part(RelatedPlace, 'Where the risk would be run'),
}

export const assessmentFacts = {
  verbs: ['list', 'read', 'create', 'remove'],
  isTask: true,
  lifecycle: { of: 'status', starts: 'acknowledged', moves: acknowledgedCancelMoves },
  announces: ['created', 'deleted', 'statusChanged'],
} as const
