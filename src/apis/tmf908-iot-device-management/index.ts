import { api } from '../../declare/index.ts'
import { Alarm } from './alarm.ts'
import { DataAccessEndpoint } from './data-access-endpoint.ts'
import { IotDataEvent } from './iot-data-event.ts'
import { IotDevice } from './iot-device.ts'
import { IotDeviceSpecification } from './iot-device-specification.ts'
import { IotManagementEvent } from './iot-management-event.ts'
import { ResourceSpecification } from './resource-specification.ts'

/** TMF908 IoT Device Management 4.0.0. */
export const IotDeviceManagementApi = api({
  number: 'TMF908',
  name: 'IoT Device Management',
  version: '4.0.0',
  path: '/tmf-api/iotdevicemanagement/v4',
  domain: 'Inventory',
  resources: [
    IotDevice,
    DataAccessEndpoint,
    IotDeviceSpecification,
    IotDataEvent,
    IotManagementEvent,
    ResourceSpecification,
    Alarm,
  ],
})

export {
  Alarm,
  DataAccessEndpoint,
  IotDataEvent,
  IotDevice,
  IotDeviceSpecification,
  IotManagementEvent,
  ResourceSpecification,
}
