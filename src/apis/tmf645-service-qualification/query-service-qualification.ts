/** TMF645 Service Qualification 4.0.0. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { acceptedTaskMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { acceptedTaskStates } from '../shared/states.ts'
import { ServiceQualificationItem } from './parts.ts'

export const QueryServiceQualification = resource('QueryServiceQualification', {
  meaning: 'A question asking which services could be delivered',
  path: 'queryServiceQualification',
  isTask: true,

  fields: {
    description: text('What the query is about, in words'),
    effectiveQualificationDate: dateTime('When the check actually finished').afterwards,
    estimatedResponseDate: dateTime('When an answer is likely to arrive').afterwards,
    expectedQualificationDate: dateTime('When the requester needs the answer by'),
    expirationDate: dateTime('When the answer stops being valid').afterwards,
    externalId: text('Number the requester uses for this query'),
    instantSyncQualification: yesNo('Whether the answer must come back at once'),
    queryServiceQualificationDate: dateTime('When the query was sent in').serverOwned.stampedOn('create'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    searchCriteria: part(ServiceQualificationItem, 'What kind of service to look for').mandatory,
    serviceQualificationItem: list(
      ServiceQualificationItem,
      'Services found, one entry for each',
    ).afterwards.orElse([]),
    state: oneOf(acceptedTaskStates, 'How far the query has got').afterwards,
  },

  lifecycle: { of: 'state', starts: 'accepted', moves: acceptedTaskMoves },
  findBy: ['state', 'externalId', 'relatedParty.id'],
  announces: ['created', 'stateChanged', 'deleted'],
})
