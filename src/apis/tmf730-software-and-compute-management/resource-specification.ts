/** TMF730 Software and Compute Management 4.0.2. */
import { dateTime, list, resource } from '../../declare/index.ts'
import { ResourceSpecification as CatalogResourceSpecification } from '../tmf634-resource-catalog-management/resource-specification.ts'
import { ResourceSpecificationRelationship } from './parts.ts'
import { resourceSpecificationTypes } from './types.ts'

/** What software there may be; kept apart from the catalogue of network resources (TMF634). */
export const ResourceSpecification = resource('ResourceSpecification', {
  meaning: 'A definition of a kind of resource services rely on',
  path: 'resourceSpecification',
  kind: 'SoftwareResourceSpecification',

  fields: {
    ...CatalogResourceSpecification.fields,
    lastUpdate: dateTime('When the specification was most recently changed').stampedOn('change'),
    resourceSpecRelationship: list(
      ResourceSpecificationRelationship,
      'How it depends on, replaces or excludes other specifications',
    ),
  },

  subtypes: resourceSpecificationTypes,
  findBy: ['name', 'lifecycleStatus', 'category', 'resourceSpecRelationship.id'],
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
