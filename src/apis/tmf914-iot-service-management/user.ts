/** TMF914 IoT Service Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const User = resource('User', {
  meaning: 'Someone who uses services of devices',
  path: 'user',
  kind: 'IotUser',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: {
    description: text('Who it is, in words'),
  },

  findBy: ['description'],
  announces: ['created', 'anyChange', 'deleted'],
})
