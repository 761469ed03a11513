/** Where a body from an official file is answered otherwise than the file alone makes one expect, and why. */
import { fits } from '../../src/declare/index.ts'
import type { Difference } from './differences.ts'

interface Settled {
  readonly api: string
  readonly where: string
  readonly what: string
  readonly because: string
}

/** Several places of one API with one reason. */
const all = (api: string, wheres: readonly string[], what: string, because: string): Settled[] =>
  wheres.map((where) => ({ api, where, what, because }))

const ownDate = 'The server keeps the date by its own clock'
const ofJob = 'A job says itself how it goes'
const result = 'The answer of a task is ours to give'
const answered = 'A task that has its answer moves no more'

export const settled: readonly Settled[] = [
  ...all('*', ['*.lastUpdate', '*.lastUpdateDate', '*.lastModified', '*.lastModifiedTime'], '*', ownDate),
  ...all('*', ['*.statusChangeDate', '*.stateChangeDate', '*.alarmChangedTime'], '*', ownDate),
  ...all('*', ['*Job.creationDate', '*Job.completionDate', '*Job.errorLog'], 'not kept', ofJob),
  ...all(
    '*',
    ['*.creationDate', '*.creationTime', '*.dateModified', '*.timeChanged'],
    'changed otherwise',
    ownDate,
  ),
  ...all('TMF628', ['*.creationTime'], 'not kept', ownDate),
  ...all('TMF652', ['resourceOrder.orderDate', '*.completionDate', '*.state'], 'not kept', ownDate),

  ...all('TMF642', ['*Alarms.state', '*Alarms.*edAlarm'], 'not kept', result),
  ...all('TMF645', ['checkServiceQualification.serviceQualificationItem.*'], 'not kept', result),
  ...all('TMF679', ['productOfferingQualification.productOfferingQualificationItem.*'], 'not kept', result),
  ...all('TMF680', ['*.recommendationItem', '*.state'], 'not kept', result),
  ...all('TMF687', ['*.state', '*.*State', '*.completed*', '*Item*'], 'not kept', result),
  ...all('TMF696', ['*.riskAssessmentResult', '*.status'], 'not kept', result),
  ...all('TMF760', ['*.state', '*Item.stateReason*'], 'not kept', result),
  ...all('TMF678', ['*.customerBill'], 'not kept', 'The bill that is made out is named when it is there'),

  ...all('TMF645', ['*.state'], 'not changed (409 stateTransitionNotAllowed)', answered),
  ...all('TMF646', ['searchTimeSlot.status'], 'not changed (409 stateTransitionNotAllowed)', answered),
  ...all('TMF673', ['*.state'], 'not changed (409 stateTransitionNotAllowed)', answered),
  ...all('TMF679', ['*.state'], 'not changed (409 stateTransitionNotAllowed)', answered),
  ...all('TMF654', ['*.status'], 'not changed (409 stateTransitionNotAllowed)', 'It has been carried out'),
  ...all('TMF654', ['*'], 'not changed (409 resourceLocked)', 'It has been carried out'),
  ...all('TMF652', ['*.state'], 'not changed (400 invalidEnumValue)', 'All orders have the same states'),
  ...all('TMF652', ['*.orderItem'], 'not taken (400 missingAttribute)', 'Without items there is no order'),
  ...all(
    'TMF652',
    ['*.orderItem'],
    'not changed (403 forbidden)',
    'Only fulfilment sets the state of an item',
  ),
  ...all('TMF652', ['cancel*'], 'not taken (400 referencedEntityNotFound)', 'As the order itself'),
  ...all('*', ['*Order'], 'not removed (409)', 'An order is a record until it is over'),
  ...all('*', ['*Job', '*Collection', '*Qualification'], 'not removed (409)', 'Nobody works on it here'),

  ...all('TMF642', ['*.id'], 'not valid: must be integer', 'Every identifier is a text'),
  ...all('TMF662', ['association*'], '*', 'One end that is sent becomes a list of one'),
  ...all('TMF703', ['association*'], '*', 'As TMF662'),
  ...all('TMF663', ['*.ItemTotalPrice.*'], '*', 'It is reckoned from the price of one and how many'),
  ...all('TMF670', ['*.@type'], 'not valid*', 'The file lists types without the collection’s own'),
  ...all('TMF675', ['*.@type'], 'not valid*', 'As TMF670'),
  ...all('TMF676', ['refund'], 'not taken*', 'Nobody gets back more than was paid'),
  ...all('TMF684', ['checkpoint.*'], 'not kept', 'It is answered with its parcel'),
  ...all('TMF685', ['*.capacityDemandAmount'], 'not taken*', 'What is set aside must be a number'),
  ...all('TMF688', ['event', 'event.eventType'], 'not taken*', 'Nobody hears of an event without a type'),
  ...all('TMF688', ['topic'], 'not taken (400 invalidQuery)', 'A topic selects by a query'),
  ...all(
    'TMF735',
    ['*.transactionItem'],
    'not changed (400 validationFailed)',
    'A part is whole after a change, too',
  ),
  ...all('TMF73*', ['*.partyOrPartyRole'], 'not valid: must match exactly one*', 'As TMF760'),
  ...all('TMF908', ['alarm.*'], 'not taken (400 missingAttribute)', 'As TMF642, whose alarms they are'),
  ...all('TMF908', ['alarm.*'], 'not changed (400 attributeNotPatchable)', 'As TMF642'),
  ...all('TMF908', ['alarm.id'], 'not valid: must be integer', 'As TMF642'),
  ...all('TMF908', ['*.dataAccessEndPoint.href'], '*', 'Where it can be read is ours to say'),
  ...all(
    'TMF909',
    ['*.originatorParty.id'],
    'not taken*',
    'A party without an identifier could not be found',
  ),
  ...all('TMF909', ['*.state'], 'not changed (400 invalidEnumValue)', 'As TMF645, whose states it names'),
  ...all('TMF909', ['*Job.status'], 'not kept', ofJob),
  ...all('TMF909', ['service*'], 'not removed (409)', 'A qualification still names it'),
  ...all('TMF910', ['productOrder.*'], 'not taken*', 'As TMF622, whose order it becomes'),
  ...all('TMF910', ['troubleTicket.status'], 'not kept', 'As TMF621: what is handed in is acknowledged'),
  ...all(
    'TMF910',
    ['troubleTicket.*'],
    'not taken (400 missingAttribute)',
    'As TMF621, whose tickets they are',
  ),
  ...all('TMF9*', ['usageConsumptionReportRequest.*'], 'not kept', result),
  ...all('TMF914', ['serviceCandidate.*'], 'not taken (400 missingAttribute)', 'As TMF633'),
  ...all('TMF915', ['event', 'event.eventType', 'topic'], 'not taken*', 'As TMF688'),
  ...all('TMF915', ['ai*'], 'not removed (409)', 'Another still names it'),
  ...all('TMF760', ['*'], 'not valid: must match exactly one*', 'Two types of the file are the same'),
  ...all('TMF771', ['*'], 'not valid: must match exactly one*', 'As TMF760'),
]

export function isSettledBy(difference: Difference, row: Settled): boolean {
  return fits(difference.api, row.api) && fits(difference.where, row.where) && fits(difference.what, row.what)
}
