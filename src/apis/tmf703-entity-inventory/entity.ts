/** TMF703 Entity Inventory 4.0.0. */
import { resource, text } from '../../declare/index.ts'
import { ManagedEntity } from './parts.ts'

export const Entity = resource('Entity', {
  meaning: 'Anything that the APIs keep track of',
  path: 'entity',
  // What else it has, its own type says; the file names no attribute at all.
  keepsUnknownAttributes: true,

  fields: {
    '@type': text('What sort of thing it is').mandatory,
  },

  subtypes: [ManagedEntity],
  findBy: ['@type'],
  announces: ['created', 'anyChange', 'deleted'],
})
