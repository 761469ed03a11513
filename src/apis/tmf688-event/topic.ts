/** TMF688 Event 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const Topic = resource('Topic', {
  meaning: 'A named channel that events flow through',
  path: 'topic',
  hasHub: true,
  verbs: ['list', 'read', 'create', 'remove'],

  fields: {
    contentQuery: text('A filter on what events contain'),
    headerQuery: text('A filter on the event headers'),
    name: text('The label for this group of events').orElse('unnamed'),
  },

  findBy: ['name'],
  announces: ['created', 'anyChange', 'deleted'],
  example: {
    name: 'Weather warnings',
    headerQuery: 'eventType=WeatherWarningEvent',
  },
})
