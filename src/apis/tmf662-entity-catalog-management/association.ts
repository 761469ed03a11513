/** TMF662 Entity Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { ConstraintRef, TimePeriod } from '../shared/common.ts'
import { AssociationRole, AssociationSpecificationRef } from '../shared/entity-catalog.ts'

export const Association = resource('Association', {
  meaning: 'A link between two or more things',
  path: 'association',
  kind: 'EntityCatalogAssociation',

  fields: {
    description: text('What the link is about, in words'),
    lastUpdate: dateTime('When the link was last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Where the link stands in its life'),
    name: text('What the link is called').mandatory,
    validFor: part(TimePeriod, 'When the link applies'),
    version: text('Which version of the link this is'),
    associationSpec: part(AssociationSpecificationRef, 'The specification that the link follows'),
    associationRole: list(AssociationRole, 'The ends of the link, with their roles').mandatory.orOne,
    constraint: list(ConstraintRef, 'Rules that the link must obey'),
  },

  nonEmpty: ['associationRole'],
  findBy: ['name', 'associationSpec.id', 'associationRole.entity.id'],
  announces: ['created', 'deleted'],
})
