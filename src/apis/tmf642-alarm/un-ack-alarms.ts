/** TMF642 Alarm 4.0.0. */
import { dateTime, list, resource, text } from '../../declare/index.ts'
import { Alarm, AlarmRefOrValue } from './parts.ts'
import { taskFacts, taskState } from './task.ts'

export const UnAckAlarms = resource('UnAckAlarms', {
  meaning: 'A task that takes back the acknowledgement of alarms',
  path: 'unAckAlarms',
  ...taskFacts,

  fields: {
    ackSystemId: text('System that took the acknowledgement back').mandatory,
    ackTime: dateTime('When the acknowledgement was taken back').stampedOn('create'),
    ackUserId: text('User who took the acknowledgement back').mandatory,
    state: taskState,
    alarmPattern: list(Alarm, 'What alarms must look like to be chosen').mandatory,
    unAckedAlarm: list(AlarmRefOrValue, 'Alarms whose acknowledgement was taken back').ignoredFromClient,
  },
  nonEmpty: ['alarmPattern'],
})
