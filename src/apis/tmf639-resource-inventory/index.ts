import { api } from '../../declare/index.ts'
import { Resource } from './resource.ts'

/** TMF639 Resource Inventory 4.0.0. */
export const ResourceInventoryApi = api({
  number: 'TMF639',
  name: 'Resource Inventory',
  version: '4.0.0',
  path: '/tmf-api/resourceInventoryManagement/v4',
  domain: 'Inventory',
  resources: [Resource],
})

export { Resource }
