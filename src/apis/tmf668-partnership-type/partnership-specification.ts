/** TMF668 Partnership Type 4.0. */
import { list, resource, text } from '../../declare/index.ts'
import { PartnershipRoleSpecification } from './parts.ts'

export const PartnershipSpecification = resource('PartnershipSpecification', {
  meaning: 'A definition of a kind of partnership',
  path: 'partnershipSpecification',

  fields: {
    description: text('What this kind of partnership is about'),
    name: text('What this kind of partnership is called').mandatory,
    roleSpecification: list(PartnershipRoleSpecification, 'Parts that those who join can play'),
  },

  findBy: ['name'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'anyChange', 'deleted'],
})
