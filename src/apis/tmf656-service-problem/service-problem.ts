/** TMF656 Service Problem 4.0.0. */
import { dateTime, integer, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { ExternalIdentifier, Note, RelatedEntity, TroubleTicketRef } from '../shared/common.ts'
import { ticketMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlace } from '../shared/place.ts'
import { ResourceRef } from '../shared/resource.ts'
import { ServiceProblemRef, ServiceRef } from '../shared/service.ts'
import { ticketStates } from '../shared/states.ts'
import { TrackingRecord } from '../shared/tracking-record.ts'
import { EventRef, ImpactPattern, ResourceAlarmRef, SLAViolationRef } from './parts.ts'

export const ServiceProblem = resource('ServiceProblem', {
  meaning: 'A fault or trouble that affects services',
  path: 'serviceProblem',

  fields: {
    affectedNumberOfServices: integer('How many services suffer from it').orElse(0),
    category: text('Which sort of originator the problem came from').mandatory,
    creationDate: dateTime('When the problem was first recorded').stampedOn('create').kept,
    description: text('What is wrong, in words').mandatory,
    impactImportanceFactor: text('How badly services are hit overall, from 0 to 100'),
    lastUpdate: dateTime('When the problem was most recently changed').stampedOn('change'),
    name: text('What the problem is called'),
    originatingSystem: text('The system that raised the problem').once,
    priority: integer('How pressing the repair is, 1 most and 10 least').mandatory,
    problemEscalation: text('How far it has been escalated, 0 for not at all'),
    reason: text('Why it happened, if anyone knows').mandatory,
    resolutionDate: dateTime('When the problem was fixed'),
    statusChangeDate: dateTime('When the problem last moved to a new status'),
    statusChangeReason: text('Why it moved to its present status'),
    affectedLocation: list(RelatedPlace, 'Places that suffer from the problem'),
    affectedResource: list(ResourceRef, 'Equipment and other resources that suffer from it'),
    affectedService: list(ServiceRef, 'Services that suffer from it'),
    characteristic: list(Characteristic, 'Extra details as names and values'),
    externalIdentifier: list(ExternalIdentifier, 'Numbers other systems use for this problem'),
    firstAlert: part(RelatedEntity, 'What first drew attention to it, not its cause').once,
    impactPattern: part(ImpactPattern, 'A further description of what it affects'),
    note: list(Note, 'What people have said about it'),
    originatorParty: part(RelatedParty, 'Who reported the problem').mandatory,
    parentProblem: list(ServiceProblemRef, 'The larger problem this one belongs to'),
    relatedEntity: list(RelatedEntity, 'Other things connected with the problem'),
    relatedEvent: list(EventRef, 'Things that happened in connection with it'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    responsibleParty: part(RelatedParty, 'Who has to deal with the problem'),
    rootCauseResource: list(ResourceRef, 'Resources where the trouble really began'),
    rootCauseService: list(ServiceRef, 'Services where the trouble really began'),
    slaViolation: list(SLAViolationRef, 'Service level promises broken because of it'),
    status: oneOf(ticketStates, 'How far the handling has got'),
    trackingRecord: list(TrackingRecord, 'History of changes made to the problem').once,
    troubleTicket: list(TroubleTicketRef, 'Tickets opened because of the problem'),
    underlyingAlarm: list(ResourceAlarmRef, 'Alarms that led to the problem'),
    underlyingProblem: list(ServiceProblemRef, 'Other problems from which this one arose'),
  },

  lifecycle: { of: 'status', starts: 'acknowledged', moves: ticketMoves, movedAt: 'statusChangeDate' },
  findBy: ['status', 'category', 'priority', 'affectedService.id', 'affectedResource.id'],
  announces: ['created', 'stateChanged', 'changed', 'informationRequired'],
})
