/** TMF685 Resource Pool 1.0. */
import { resource } from '../../declare/index.ts'
import { movementFields } from './parts.ts'

export const Push = resource('Push', {
  meaning: 'A task that puts resources into a pool',
  path: 'push',
  verbs: ['create'],
  isTask: true,

  fields: movementFields,
})
