/** TMF642 Alarm 4.0.0. */
import { dateTime, resource } from '../../declare/index.ts'
import { alarmMoves } from './moves.ts'
import { alarmFields } from './parts.ts'

const { alarmRaisedTime, alarmType, alarmedObject, perceivedSeverity, probableCause, sourceSystemId, state } =
  alarmFields

export const Alarm = resource('Alarm', {
  meaning: 'A notice that something in the network is wrong',
  path: 'alarm',

  fields: {
    ...alarmFields,
    ackState: alarmFields.ackState.orElse('unacknowledged'),
    alarmChangedTime: dateTime('When anything about the alarm last changed').stampedOn('change'),
    alarmRaisedTime: alarmRaisedTime.mandatory.once,
    alarmReportingTime: alarmFields.alarmReportingTime.stampedOn('create'),
    alarmType: alarmType.mandatory,
    alarmedObject: alarmedObject.mandatory,
    perceivedSeverity: perceivedSeverity.mandatory,
    probableCause: probableCause.mandatory,
    sourceSystemId: sourceSystemId.mandatory.once,
    state: state.mandatory,
  },

  lifecycle: { of: 'state', starts: 'raised', moves: alarmMoves, isOpen: true },
  findBy: ['state', 'ackState', 'perceivedSeverity', 'alarmedObject.id', 'externalAlarmId'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
