/** TMF642 Alarm 4.0.0. */
import { list, part, resource } from '../../declare/index.ts'
import { Alarm, AlarmRefOrValue, Comment } from './parts.ts'
import { taskFacts, taskState } from './task.ts'

export const CommentAlarms = resource('CommentAlarms', {
  meaning: 'A task that adds a remark to alarms',
  path: 'commentAlarms',
  ...taskFacts,

  fields: {
    state: taskState,
    alarmPattern: list(Alarm, 'Sample alarms that decide which ones are meant').mandatory,
    comment: part(Comment, 'The remark to be added').mandatory,
    commentedAlarm: list(AlarmRefOrValue, 'Alarms for which it worked').ignoredFromClient,
  },
  nonEmpty: ['alarmPattern'],
})
