/** TMF642 Alarm 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AlarmRefOrValue } from './parts.ts'
import { taskFacts, taskState } from './task.ts'

export const GroupAlarms = resource('GroupAlarms', {
  meaning: 'A task that gathers alarms under a common cause',
  path: 'groupAlarms',
  ...taskFacts,

  fields: {
    alarmChangedTime: dateTime('When the alarms were gathered').mandatory,
    sourceSystemId: text('Identifier of the system it came from').mandatory,
    state: taskState,
    correlatedAlarm: list(AlarmRefOrValue, 'Alarms to be gathered under the common cause').mandatory,
    groupedAlarm: list(AlarmRefOrValue, 'Alarms that really were gathered').ignoredFromClient,
    parentAlarm: part(AlarmRefOrValue, 'The alarm that lies behind the others').mandatory,
  },
  nonEmpty: ['correlatedAlarm'],
})
