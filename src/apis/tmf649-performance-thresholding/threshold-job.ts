/** TMF649 Performance Thresholding 5.0.0. */
import { dateTime, integer, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { MonitoredObjectsCriteria, ScheduleDefinition, ThresholdRef } from './parts.ts'

export const ThresholdJob = resource('ThresholdJob', {
  meaning: 'A job that holds figures against a threshold again and again',
  path: 'thresholdJob',
  needsType: true,
  clientMayChooseId: true,

  fields: {
    adminState: oneOf(['LOCKED', 'UNLOCKED', 'SHUTTING_DOWN'], 'Whether the job is allowed to run').orElse(
      'UNLOCKED',
    ),
    creationDate: dateTime('When the job was set up').stampedOn('create').kept.ignoredFromClient,
    executionState: text('How the job is doing'),
    granularity: text('How often figures are held against the rules, such as G_5MN').mandatory,
    jobPriority: integer('How urgent the job is compared with others'),
    lastUpdate: dateTime('When the job was last changed').stampedOn('change').ignoredFromClient,
    monitoredObjectsCriteria: list(MonitoredObjectsCriteria, 'Which things the job watches; all when absent'),
    performanceThreshold: part(ThresholdRef, 'The threshold that figures are held against'),
    scheduleDefinition: part(ScheduleDefinition, 'When the job is to run'),
    trackingRecord: text('What is noted about the job, such as who asked for it'),
  },

  lifecycle: {
    of: 'executionState',
    starts: 'Active',
    moves: {
      Active: { Suspended: 'client', Completed: 'client', Failed: 'engine' },
      Suspended: { Active: 'client', Completed: 'client' },
      Failed: { Active: 'client', Completed: 'client' },
      Completed: {},
    },
    isOpen: true,
  },
  findBy: ['executionState', 'adminState', 'performanceThreshold.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
