/** TMF662 Entity Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { ConstraintRef, TimePeriod } from '../shared/common.ts'
import { AssociationRoleSpecification } from './parts.ts'

export const AssociationSpecification = resource('AssociationSpecification', {
  meaning: 'A kind of link that things may have between them',
  path: 'associationSpecification',

  fields: {
    description: text('What such links are about, in words'),
    lastUpdate: dateTime('When the specification was last changed').once.stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('Where it stands between design and retirement').orElse('In study'),
    name: text('What this kind of link is called').mandatory,
    validFor: part(TimePeriod, 'When such links can be made'),
    version: text('Which version of the specification this is'),
    constraint: list(ConstraintRef, 'Rules that such links must obey'),
    associationRoleSpec: list(AssociationRoleSpecification, 'What each end of such links must be').mandatory
      .orOne,
  },

  nonEmpty: ['associationRoleSpec'],
  findBy: ['name', 'lifecycleStatus'],
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'deleted'],
})
