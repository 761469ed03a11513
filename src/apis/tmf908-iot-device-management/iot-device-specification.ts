/** TMF908 IoT Device Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { specificationFacts, specificationFields } from './specifications.ts'

export const IotDeviceSpecification = resource('IotDeviceSpecification', {
  meaning: 'A design that devices of one sort are made from',
  path: 'iotDeviceSpecification',

  fields: specificationFields,
  ...specificationFacts,
})
