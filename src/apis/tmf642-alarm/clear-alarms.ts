/** TMF642 Alarm 4.0.0. */
import { dateTime, list, resource, text } from '../../declare/index.ts'
import { Alarm, AlarmRefOrValue } from './parts.ts'
import { taskFacts, taskState } from './task.ts'

export const ClearAlarms = resource('ClearAlarms', {
  meaning: 'A task that marks alarms as over',
  path: 'clearAlarms',
  ...taskFacts,

  fields: {
    alarmClearedTime: dateTime('When the alarms were marked as over').mandatory,
    clearSystemId: text('The system that marks the alarms as over').mandatory,
    clearUserId: text('The person who marks the alarms as over').mandatory,
    state: taskState,
    alarmPattern: list(Alarm, 'Sample alarms that decide which ones are meant').mandatory,
    clearedAlarm: list(AlarmRefOrValue, 'Alarms for which it worked').ignoredFromClient,
  },
  nonEmpty: ['alarmPattern'],
})
