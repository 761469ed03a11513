/** TMF908 IoT Device Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { eventFields } from './event-fields.ts'

export const IotDataEvent = resource('IotDataEvent', {
  meaning: 'What a device has reported, such as a reading',
  path: 'iotDataEvent',
  verbs: ['list', 'read'],
  isReported: true,

  fields: eventFields,

  findBy: ['eventType', 'correlationId', 'eventTime'],
  announces: ['IotDataEvent'],
})
