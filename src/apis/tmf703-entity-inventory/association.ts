/** TMF703 Entity Inventory 4.0.0. */
import { dateTime, resource } from '../../declare/index.ts'
import { Association as CatalogAssociation } from '../tmf662-entity-catalog-management/association.ts'

/** A link between things there are; that of the catalogue (TMF662) is one between things on offer. */
export const Association = resource('Association', {
  meaning: 'A link between two or more things',
  path: 'association',
  kind: 'EntityInventoryAssociation',

  fields: {
    ...CatalogAssociation.fields,
    lastUpdate: dateTime('When the link was last changed').stampedOn('change').ignoredFromClient,
  },

  nonEmpty: ['associationRole'],
  findBy: ['name', 'associationSpec.id', 'associationRole.entity.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
