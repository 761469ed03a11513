import { api } from '../../declare/index.ts'
import { Service } from './service.ts'

/** TMF638 Service Inventory 4.0.0. */
export const ServiceInventoryApi = api({
  number: 'TMF638',
  name: 'Service Inventory',
  version: '4.0.0',
  path: '/tmf-api/serviceInventory/v4',
  domain: 'Inventory',
  resources: [Service],
})

export { Service }
