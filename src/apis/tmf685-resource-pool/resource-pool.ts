/** TMF685 Resource Pool 1.0. */
import { list, number, resource, text } from '../../declare/index.ts'
import { CalendarPeriod } from '../shared/place.ts'
import { ResourceCollectionRef } from './parts.ts'

export const ResourcePool = resource('ResourcePool', {
  meaning: 'A shared stock of resources to draw from',
  path: 'resourcePool',
  verbs: ['create', 'patch', 'remove'],
  clientMayChooseId: true,

  fields: {
    description: text('What the pool holds, in plain words'),
    relatedParty: text('Who draws on the pool'),
    resourceCollection: list(ResourceCollectionRef, 'The groups of resources inside the pool'),
    capacity: number('How much the pool holds in all').orElse(0),
    calendar: list(CalendarPeriod, 'When the pool works, if it works by the hour'),
    reserved: number('How much of it reservations have set aside').serverOwned.orElse(0),
  },

  findBy: ['relatedParty'],
  example: {
    description: 'Technicians of the northern region',
    capacity: 4,
    calendar: [
      {
        day: 'monday,tuesday,wednesday,thursday,friday',
        status: 'available',
        timeZone: 'Europe/London',
        hourPeriod: [{ startHour: '08:00', endHour: '17:00' }],
      },
    ],
  },
})
