/** TMF642 Alarm 4.0.0. */
import { dateTime, list, resource, text } from '../../declare/index.ts'
import { Alarm, AlarmRefOrValue } from './parts.ts'
import { taskFacts, taskState } from './task.ts'

export const AckAlarms = resource('AckAlarms', {
  meaning: 'A task that marks alarms as noticed',
  path: 'ackAlarms',
  ...taskFacts,

  fields: {
    ackSystemId: text('The system that acknowledges the alarms').mandatory,
    ackTime: dateTime('When the alarms were acknowledged').stampedOn('create'),
    ackUserId: text('Who acknowledges the alarms').mandatory,
    state: taskState,
    ackedAlarm: list(AlarmRefOrValue, 'Alarms whose acknowledgement succeeded').ignoredFromClient,
    alarmPattern: list(Alarm, 'Sample alarms; those that match one are acknowledged').mandatory,
  },
  nonEmpty: ['alarmPattern'],
})
