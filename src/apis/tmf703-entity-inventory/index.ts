import { api } from '../../declare/index.ts'
import { Association } from './association.ts'
import { Entity } from './entity.ts'

/** TMF703 Entity Inventory 4.0.0. */
export const EntityInventoryApi = api({
  number: 'TMF703',
  name: 'Entity Inventory',
  version: '4.0.0',
  path: '/tmf-api/entityInventory/v4',
  domain: 'Inventory',
  resources: [Entity, Association],
})

export { Association, Entity }
