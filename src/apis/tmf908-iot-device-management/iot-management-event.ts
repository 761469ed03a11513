/** TMF908 IoT Device Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { eventFields } from './event-fields.ts'

export const IotManagementEvent = resource('IotManagementEvent', {
  meaning: 'What has happened to a device, such as that it was moved',
  path: 'iotManagementEvent',
  verbs: ['list', 'read'],
  isReported: true,

  fields: eventFields,

  findBy: ['eventType', 'correlationId', 'eventTime'],
  announces: ['IotManagementEvent'],
})
