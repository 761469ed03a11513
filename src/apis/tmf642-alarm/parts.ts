/** Parts that only TMF642 has, or has otherwise than the shared ones. */
import { any, dateTime, entity, list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'

export const AffectedService = entity('AffectedService', 'A service that suffers from an alarm', {})

export const AlarmedObject = entity('AlarmedObject', 'The managed thing that an alarm is about', {})

export const Comment = type('Comment', 'A remark that someone made on an alarm', {
  comment: text('What the remark says'),
  systemId: text('The system from which the remark was made'),
  time: dateTime('When the remark was made'),
  userId: text('The person who made the remark'),
})

export const AlarmRef = reference('AlarmRef', 'A pointer to an alarm', {})

export const ThresholdRef = reference(
  'ThresholdRef',
  'Points to a limit that measurements are watched against',
  {},
)

export const CrossedThresholdInformation = type(
  'CrossedThresholdInformation',
  'How a measured value passed a set limit',
  {
    direction: text('Whether the value rose above or fell below the limit'),
    granularity: text('How often the value is held against the limit'),
    indicatorName: text('Which measured figure passed the limit'),
    indicatorUnit: text('The unit that the figure is measured in'),
    observedValue: text('What was measured when the limit was passed'),
    thresholdCrossingDescription: text('More about what happened, in words'),
    threshold: part(ThresholdRef, 'The limit that was passed'),
  },
)

/** What is told of an alarm, whether stored, pointed at by an example, or given in full. */
export const alarmFields = {
  ackState: text('Whether someone has acknowledged the alarm'),
  ackSystemId: text('The system that last acknowledged it or took that back'),
  ackUserId: text('Who last acknowledged it or took that back'),
  alarmChangedTime: dateTime('When anything about the alarm last changed'),
  alarmClearedTime: dateTime('When the problem went away at its source'),
  alarmDetails: text('More to know about the alarm'),
  alarmEscalation: yesNo('Whether it has been passed to a higher level'),
  alarmRaisedTime: dateTime('When the problem arose at its source'),
  alarmReportingTime: dateTime('When the system in charge reported the alarm'),
  alarmType: text('What area it concerns, such as communications, equipment or environment'),
  alarmedObjectType: text('What kind of thing has the problem'),
  clearSystemId: text('The system from which someone cleared the alarm'),
  clearUserId: text('Who cleared the alarm'),
  externalAlarmId: text('Its identifier in the system it came from'),
  isRootCause: yesNo('Whether the alarm shows the original problem'),
  perceivedSeverity: text('How serious the problem is, or that it is cleared'),
  plannedOutageIndicator: text('Whether the thing is out of service on purpose'),
  probableCause: text('What most likely led to the problem'),
  proposedRepairedActions: text('What could be done to repair it'),
  reportingSystemId: text('The system that reported the alarm'),
  serviceAffecting: yesNo('Whether services suffer from the problem'),
  sourceSystemId: text('The system in which the alarm arose'),
  specificProblem: text('What exactly is wrong'),
  state: text('Whether it has been raised, updated or cleared'),
  affectedService: list(AffectedService, 'Services that suffer from the problem'),
  alarmedObject: part(AlarmedObject, 'The thing that has the problem'),
  comment: list(Comment, 'What people have said about the alarm'),
  correlatedAlarm: list(AlarmRef, 'Other alarms that are connected with this one'),
  crossedThresholdInformation: part(
    CrossedThresholdInformation,
    'Which limit was passed to trigger the alarm',
  ),
  parentAlarm: list(AlarmRef, 'Alarms that this one follows from'),
  place: list(RelatedPlaceRefOrValue, 'Places that the alarm concerns'),
}

/** Every alarm of ours has a text; the file has a number here, so a task may name one by either. */
const id = any('Identifier of the alarm')

export const Alarm = entity('Alarm', 'An example of the alarms that a task is about', alarmFields).with({
  id,
})

export const AlarmRefOrValue = entity('AlarmRefOrValue', 'An alarm, given in full or only pointed to', {
  ...alarmFields,
  id,
  name: text('Name of what is referred to'),
  '@referredType': text('Type of what is referred to'),
})
