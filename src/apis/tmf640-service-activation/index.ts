import { api } from '../../declare/index.ts'
import { Monitor } from './monitor.ts'
import { Service } from './service.ts'

/** TMF640 Service Activation 4.0.0. */
export const ServiceActivationApi = api({
  number: 'TMF640',
  name: 'Service Activation',
  version: '4.0.0',
  path: '/tmf-api/ServiceActivationAndConfiguration/v4',
  domain: 'Fulfilment & field',
  resources: [Service, Monitor],
})

export { Monitor, Service }
