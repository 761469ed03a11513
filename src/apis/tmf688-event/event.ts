/** TMF688 Event 4.0.0. */
import { any, dateTime, list, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { EntityRef } from '../shared/entity-catalog.ts'
import { RelatedParty } from '../shared/party.ts'
import { Topic } from './topic.ts'

export const Event = resource('Event', {
  meaning: 'A notice that something has happened',
  path: 'event',
  within: Topic,
  verbs: ['list', 'read', 'create'],

  fields: {
    correlationId: text('The identifier that ties connected events together'),
    description: text('What happened, in plain words'),
    domain: text('Which business area it comes from'),
    eventId: text('The identifier of this notice'),
    eventTime: dateTime('When the event took place').stampedOn('create'),
    eventType: text('Which kind of event is being announced').mandatory,
    priority: text('How urgent the event is'),
    timeOcurred: dateTime('When the thing reported actually happened'),
    title: text('A short heading for the event'),
    analyticCharacteristic: list(Characteristic, 'Extra facts kept for analysis'),
    event: any('The content, carrying the object concerned'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    reportingSystem: part(EntityRef, 'The system that sent the notice'),
    source: part(EntityRef, 'The thing the event arose from'),
  },

  findBy: ['eventType', 'correlationId', 'domain', 'eventTime'],
  example: {
    eventType: 'WeatherWarningEvent',
    title: 'Weather warning',
    description: 'A storm is coming up on the coast',
    priority: 'high',
    event: { region: 'coast' },
  },
})
