/** TMF645 Service Qualification 4.0.0. */
import { dateTime, list, oneOf, resource, text, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { CheckServiceQualificationItem } from './parts.ts'

export const CheckServiceQualification = resource('CheckServiceQualification', {
  meaning: 'A check on whether services can technically be provided',
  path: 'checkServiceQualification',
  isTask: true,

  fields: {
    checkServiceQualificationDate: dateTime('When the check was asked for').serverOwned.stampedOn('create'),
    description: text('What the check is for, in plain words'),
    effectiveQualificationDate: dateTime('When the check was actually finished').afterwards,
    estimatedResponseDate: dateTime('When an answer is likely to be given').afterwards,
    expectedQualificationDate: dateTime('When the requester needs an answer at the latest'),
    expirationDate: dateTime('When the answer stops being valid').afterwards,
    externalId: text('Number the requester uses for this check'),
    instantSyncQualification: yesNo('Whether the requester wants the answer straight away'),
    provideAlternative: yesNo('Whether to suggest other services where possible'),
    provideUnavailabilityReason: yesNo('Whether to explain why a service cannot be had'),
    qualificationResult: text('Overall outcome: qualified, alternate or unqualified').afterwards,
    relatedParty: list(RelatedParty, 'Who is involved in the check, and in which role'),
    serviceQualificationItem: list(CheckServiceQualificationItem, 'Services to be checked, one per line')
      .mandatory,
    state: oneOf(acceptedTaskStates, 'How far the check has got').afterwards,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'externalId', 'qualificationResult', 'relatedParty.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted', 'informationRequired'],
})
