/** TMF685 Resource Pool 1.0. */
import { resource } from '../../declare/index.ts'
import { movementFields } from './parts.ts'

export const Extract = resource('Extract', {
  meaning: 'A task that takes resources out of a pool',
  path: 'extract',
  verbs: ['create'],
  isTask: true,

  fields: movementFields,
})
