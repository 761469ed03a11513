import { api } from '../../declare/index.ts'
import { Heal } from './heal.ts'
import { Migrate } from './migrate.ts'
import { Monitor } from './monitor.ts'
import { ResourceFunction } from './resource-function.ts'
import { Scale } from './scale.ts'

/** TMF664 Resource Function Activation 4.0.0. */
export const ResourceFunctionActivationApi = api({
  number: 'TMF664',
  name: 'Resource Function Activation',
  version: '4.0.0',
  path: '/tmf-api/resourceFunctionActivation/v4',
  domain: 'Fulfilment & field',
  resources: [ResourceFunction, Monitor, Heal, Scale, Migrate],
})

export { Heal, Migrate, Monitor, ResourceFunction, Scale }
