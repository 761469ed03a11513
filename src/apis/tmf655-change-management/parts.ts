/** Parts that only TMF655 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  laterPart,
  list,
  oneOf,
  part,
  type RefOrValue,
  type TypeWord,
  text,
} from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import {
  AttachmentRefOrValue,
  ExternalReference,
  Money,
  Note,
  RelatedEntity,
  SLARef,
  TroubleTicketRef,
} from '../shared/common.ts'
import { EntitySpecificationRef } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { ServiceProblemRef } from '../shared/service.ts'
import { changeStatuses } from './moves.ts'

export const ChangeRequestRelationship = entity(
  'ChangeRequestRelationship',
  'A tie from one change request to another',
  {
    relationshipType: text('How the two change requests are tied together').mandatory,
    changeRequest: laterPart<RefOrValue>(
      (): TypeWord => ChangeRequestRefOrValue,
      'The change request at the other end',
    ),
    changeRequestRelationshipCharacteristic: list(Characteristic, 'Further properties of the tie'),
  },
)

export const ImpactEntity = entity('ImpactEntity', 'A pointer to something that is affected', {
  id: text('Identifier of what is meant').mandatory,
  action: text('What is done to the thing affected'),
  name: text('Name of what is referred to'),
  role: text('What part the thing affected plays').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const Task = entity('Task', 'One piece of work in carrying out a change', {
  description: text('What has to be done'),
  name: text('What the task is called'),
  state: text('How far the task has got'),
})

export const Resolution = entity('Resolution', 'How a change request was settled', {
  code: text('Code for the way it was settled'),
  description: text('How it was settled, in words'),
  name: text('What the way of settling it is called'),
  task: list(Task, 'Pieces of work that settle it'),
})

export const Record = entity('Record', 'An entry in a log of work', {
  dateTime: dateTime('When the entry was made'),
  description: text('What was done or seen, in words'),
  supportPerson: text('Who made the entry'),
})

export const WorkLog = entity('WorkLog', 'Notes on work done for a change', {
  createDateTime: dateTime('When the log was started'),
  description: text('What the log is about'),
  lastUpdateDateTime: text('When the log was last added to'),
  record: list(Record, 'Entries in the log'),
})

/** What is told of a change request, whether stored or given within another. */
export const changeRequestFields = {
  actualEndTime: dateTime('When carrying out the change really ended'),
  actualStartTime: dateTime('When carrying out the change really began'),
  channel: text('Through which way the request came in'),
  completionDate: dateTime('When the change was confirmed as finished'),
  description: text('What is to be changed, in words'),
  impact: text('How strongly the change will be felt'),
  lastUpdateDate: dateTime('When the request was last edited'),
  plannedEndTime: dateTime('When the change should be finished'),
  plannedStartTime: dateTime('When work on the change should begin'),
  priority: text('How urgent the change is compared with others'),
  requestDate: dateTime('When someone asked for the change'),
  requestType: text('What sort of change is asked for'),
  risk: text('How dangerous it is to make the change'),
  riskMitigationPlan: text('What will be done to keep the danger small'),
  riskValue: text('Extra money it costs if things go wrong'),
  scheduledDate: dateTime('When the timetable for the change was drawn up'),
  statusChangeDate: dateTime('When it last moved to another status'),
  statusChangeReason: text('Why it moved to another status'),
  attachment: list(AttachmentRefOrValue, 'Files that go with the request'),
  budget: part(Money, 'Money set aside for making the change'),
  changeRelationship: list(ChangeRequestRelationship, 'Other change requests tied to this one'),
  changeRequestCharacteristic: list(Characteristic, 'Further properties of the request'),
  externalReference: list(ExternalReference, 'What other systems call the request'),
  impactEntity: list(ImpactEntity, 'What the change will affect'),
  location: part(RelatedPlaceRefOrValue, 'The site where the change takes place'),
  note: list(Note, 'What people have said about the request'),
  problemTicket: list(ServiceProblemRef, 'Service problems that the change deals with'),
  relatedParty: list(RelatedParty, 'People and organizations with a part in the change'),
  resolution: part(Resolution, 'How the request was settled in the end'),
  sla: list(SLARef, 'Service level agreements that bear on the change'),
  specification: part(EntitySpecificationRef, 'The template that the request follows'),
  status: oneOf(changeStatuses, 'How far the request has come'),
  targetEntity: list(RelatedEntity, 'What is going to be changed').mandatory,
  troubleTicket: list(TroubleTicketRef, 'Trouble reports that the change deals with'),
  workLog: list(WorkLog, 'Records of the work put into the change'),
}

export const ChangeRequestRefOrValue = entity(
  'ChangeRequestRefOrValue',
  'A change request, pointed to or given in full',
  {
    ...changeRequestFields,
    '@referredType': text('Type of what is referred to'),
  },
)
