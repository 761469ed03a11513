/** TMF908 IoT Device Management 4.0.0. */
import { Alarm as NetworkAlarm } from '../tmf642-alarm/alarm.ts'

/** The alarms of TMF642. */
export const Alarm = NetworkAlarm.again({ verbs: ['list', 'read', 'create', 'patch'] })
