/** TMF668 Partnership Type 4.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { Partner, PartnershipSpecificationRef } from './parts.ts'

export const Partnership = resource('Partnership', {
  meaning: 'A formal working together of several parties',
  path: 'partnership',

  fields: {
    description: text('What the partnership is about'),
    name: text('What the partnership is called').mandatory,
    partner: list(Partner, 'Who takes part, and in which role'),
    specification: part(PartnershipSpecificationRef, 'The kind of partnership it follows').mandatory,
  },

  findBy: ['name', 'specification.id', 'partner.engagedParty.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
