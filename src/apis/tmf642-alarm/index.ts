import { api } from '../../declare/index.ts'
import { AckAlarms } from './ack-alarms.ts'
import { Alarm } from './alarm.ts'
import { ClearAlarms } from './clear-alarms.ts'
import { CommentAlarms } from './comment-alarms.ts'
import { GroupAlarms } from './group-alarms.ts'
import { UnAckAlarms } from './un-ack-alarms.ts'
import { UnGroupAlarms } from './un-group-alarms.ts'

/** TMF642 Alarm 4.0.0. */
export const AlarmApi = api({
  number: 'TMF642',
  name: 'Alarm',
  version: '4.0.0',
  path: '/tmf-api/alarm/v4',
  domain: 'Assurance, usage & events',
  resources: [Alarm, AckAlarms, UnAckAlarms, ClearAlarms, CommentAlarms, GroupAlarms, UnGroupAlarms],
})

export { AckAlarms, Alarm, ClearAlarms, CommentAlarms, GroupAlarms, UnAckAlarms, UnGroupAlarms }
