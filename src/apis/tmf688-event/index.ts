import { api } from '../../declare/index.ts'
import { Event } from './event.ts'
import { Topic } from './topic.ts'

/** TMF688 Event 4.0.0. */
export const EventApi = api({
  number: 'TMF688',
  name: 'Event',
  version: '4.0.0',
  path: '/tmf-api/event/v4',
  domain: 'Assurance, usage & events',
  resources: [Event, Topic],
})

export { Event, Topic }
