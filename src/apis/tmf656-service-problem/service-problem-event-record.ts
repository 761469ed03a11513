/** TMF656 Service Problem 4.0.0. */
import { any, dateTime, part, resource, text } from '../../declare/index.ts'
import { ServiceProblemRef } from '../shared/service.ts'

export const ServiceProblemEventRecord = resource('ServiceProblemEventRecord', {
  meaning: 'A stored notice about a problem from another system',
  path: 'serviceProblemEventRecord',
  verbs: ['list', 'read'],

  fields: {
    eventTime: dateTime('When the event happened'),
    eventType: text('What kind of event it was'),
    recordTime: dateTime('When the notice was stored').stampedOn('create'),
    notification: any('The message as it was received'),
    serviceProblem: part(ServiceProblemRef, 'The problem the message is about'),
  },

  findBy: ['serviceProblem.id', 'eventType', 'eventTime'],
})
