/** TMF914 IoT Service Management 4.0.0. */
import { dateTime, list, oneOf, resource, text, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { acceptedTaskStates } from '../shared/states.ts'

/** The file names no service to be checked: whoever knows what is meant answers it, by a patch. */
export const ServiceQualification = resource('ServiceQualification', {
  meaning: 'A question whether services of devices can be had',
  path: 'serviceQualification',
  kind: 'IotServiceQualification',
  isTask: true,

  fields: {
    description: text('What is asked, in words'),
    effectiveQualificationDate: dateTime('When the question was answered'),
    estimatedResponseDate: dateTime('When an answer is likely'),
    expectedQualificationDate: dateTime('When an answer is needed'),
    expirationDate: dateTime('When the answer lapses'),
    externalId: text('What the one who asks calls the question'),
    instantSyncQualification: yesNo('Whether the answer is wanted at once, in the reply'),
    relatedParty: list(RelatedParty, 'Who asks, and for whom'),
    state: oneOf(acceptedTaskStates, 'How far the question has come'),
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'externalId', 'relatedParty.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
