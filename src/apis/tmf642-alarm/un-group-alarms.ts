/** TMF642 Alarm 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AlarmRefOrValue } from './parts.ts'
import { taskFacts, taskState } from './task.ts'

export const UnGroupAlarms = resource('UnGroupAlarms', {
  meaning: 'A task that takes alarms out of a group',
  path: 'unGroupAlarms',
  ...taskFacts,

  fields: {
    alarmChangedTime: dateTime('When the alarms were taken apart').mandatory,
    sourceSystemId: text('System that the request comes from').mandatory,
    state: taskState,
    correlatedAlarm: list(AlarmRefOrValue, 'Alarms to take out of the group').mandatory,
    parentAlarm: part(AlarmRefOrValue, 'Alarm that the others were put down to').mandatory,
    unGroupedAlarm: list(AlarmRefOrValue, 'Alarms that were in fact taken out').ignoredFromClient,
  },
  nonEmpty: ['correlatedAlarm'],
})
