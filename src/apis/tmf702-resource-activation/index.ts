import { api } from '../../declare/index.ts'
import { Monitor } from './monitor.ts'
import { Resource } from './resource.ts'

/** TMF702 Resource Activation 4.0.0. */
export const ResourceActivationApi = api({
  number: 'TMF702',
  name: 'Resource Activation',
  version: '4.0.0',
  path: '/tmf-api/ResourceActivationAndConfiguration/v4',
  domain: 'Fulfilment & field',
  resources: [Resource, Monitor],
})

export { Monitor, Resource }
