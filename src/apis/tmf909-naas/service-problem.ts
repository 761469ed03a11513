/** TMF909 Network as a Service 3.0. */
import {
  dateTime,
  entity,
  integer,
  list,
  part,
  reference,
  resource,
  text,
  type,
} from '../../declare/index.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceRef } from '../shared/resource.ts'
import { Note, Place, ServiceRef } from './parts.ts'

const outside = { correlationId: text('What another system calls it') }

const ServiceProblemRef = reference('ServiceProblemRef', 'A pointer to a service problem', outside)
  .without('name')
  .naming('NaasServiceProblem')

const TroubleTicketRef = reference('TroubleTicketRef', 'A pointer to a trouble ticket', {
  ...outside,
  status: text('How far the ticket has come'),
}).without('name')

const SLAViolationRef = reference(
  'SLAViolationRef',
  'A pointer to a broken service level promise',
  {},
).without('name')

const EventRef = reference('EventRef', 'A pointer to an event behind a service problem', {
  eventTime: dateTime('When the event happened'),
  eventType: text('Which kind of event it was'),
}).without('name')

const RelatedEntityRef = reference('RelatedEntityRef', 'A pointer to a linked item of any kind', {})

const ChangeRequestRef = reference(
  'ChangeRequestRef',
  'A pointer to a change that was asked for',
  {},
).without('name')

const ResourceAlarmRef = entity('ResourceAlarmRef', 'A pointer to an alarm behind a problem', {
  id: text('Identifier of what is meant').mandatory,
  changeRequest: part(ChangeRequestRef, 'The change request linked to the alarm'),
  '@referredType': text('Type of what is referred to'),
})

const ImpactPattern = type('ImpactPattern', 'A further way to describe what a problem affects', {
  description: text('What the effect looks like, in words'),
  extensionInfo: list(PlainCharacteristic, 'Extra details as names and values'),
})

const TrackingRecord = type('TrackingRecord', 'One entry in the history of a problem', {
  id: text('Identifier of this tracking record'),
  description: text('What was done to the problem'),
  systemId: text('The system used to do it'),
  time: dateTime('When it was done'),
  user: text('Who did it'),
  extensionInfo: list(PlainCharacteristic, 'Extra details as names and values'),
})

/** Kept apart from those of TMF656: version 3 has other attributes, and other states. */
export const ServiceProblem = resource('ServiceProblem', {
  meaning: 'A fault or trouble that affects services',
  path: 'serviceProblem',
  kind: 'NaasServiceProblem',

  fields: {
    affectedNumberOfServices: integer('How many services suffer from it'),
    category: text('Which sort of originator the problem came from').mandatory,
    correlationId: text('What another system calls the problem').once,
    description: text('What is wrong, in words').mandatory,
    impactImportanceFactor: text('How badly services are hit overall, from 0 to 100'),
    originatingSystem: text('The system that raised the problem').once,
    priority: integer('How pressing the repair is, 1 most and 10 least').mandatory,
    problemEscalation: text('How far it has been escalated, 0 for not at all'),
    reason: text('Why it happened, if anyone knows').mandatory,
    resolutionDate: dateTime('When the problem was fixed'),
    status: text('How far the handling has got'),
    statusChangeDate: dateTime('When the problem last moved to a new status'),
    statusChangeReason: text('Why it moved to its present status'),
    timeChanged: dateTime('When the problem was most recently changed').stampedOn('change'),
    timeRaised: dateTime('When the problem was first recorded').once.stampedOn('create'),
    affectedLocation: list(Place, 'Places that suffer from the problem'),
    affectedResource: list(ResourceRef, 'Equipment and other resources that suffer from it'),
    affectedService: list(ServiceRef, 'Services that suffer from it'),
    associatedSLAViolation: list(SLAViolationRef, 'Service level promises broken because of it'),
    associatedTroubleTicket: list(TroubleTicketRef, 'Tickets opened because of the problem'),
    comment: list(Note, 'What people have said about it'),
    extensionInfo: list(PlainCharacteristic, 'Extra details as names and values'),
    firstAlert: part(RelatedEntityRef, 'What first drew attention to it, not its cause').once,
    impactPatterns: part(ImpactPattern, 'A further description of what it affects'),
    originatorParty: part(RelatedParty, 'Who reported the problem').mandatory,
    parentProblem: list(ServiceProblemRef, 'The larger problem this one belongs to'),
    relatedEvent: list(EventRef, 'Things that happened in connection with it'),
    relatedObject: list(RelatedEntityRef, 'Other things connected with the problem'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    responsibleParty: part(RelatedParty, 'Who has to deal with the problem'),
    rootCauseResource: list(ResourceRef, 'Resources where the trouble really began'),
    rootCauseService: list(ServiceRef, 'Services where the trouble really began'),
    trackingRecord: list(TrackingRecord, 'History of changes made to the problem').once,
    underlyingAlarm: list(ResourceAlarmRef, 'Alarms that led to the problem'),
    underlyingProblem: list(ServiceProblemRef, 'Other problems from which this one arose'),
  },

  // The file tells the states in words; In Progress has Held and Pending as its kinds.
  lifecycle: {
    of: 'status',
    starts: 'Submitted',
    isOpen: true,
    movedAt: 'statusChangeDate',
    moves: {
      Submitted: { Acknowledged: 'client', Rejected: 'client', Cancelled: 'client' },
      Acknowledged: { 'In Progress': 'client', Rejected: 'client', Cancelled: 'client' },
      'In Progress': { Held: 'client', Pending: 'client', Resolved: 'client', Cancelled: 'client' },
      Held: { 'In Progress': 'client' },
      Pending: { 'In Progress': 'client' },
      Resolved: { Closed: 'client', 'In Progress': 'client' },
      Closed: {},
      Rejected: {},
      Cancelled: {},
    },
  },
  findBy: ['status', 'category', 'priority', 'affectedService.id', 'affectedResource.id'],
  announces: ['created', 'stateChanged', 'changed', 'informationRequired'],
})
