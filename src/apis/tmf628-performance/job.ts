/** What the two kinds of jobs that gather figures have in common. */
import { dateTime, integer, list, oneOf, part, text } from '../../declare/index.ts'
import { TrackingRecord } from '../shared/tracking-record.ts'
import { collectionMoves, collectionStates } from './moves.ts'
import {
  FileTransferData,
  MonitoredClassCriteria,
  MonitoredInstancesCriteria,
  PerformanceIndicatorGroupSpecification,
  PerformanceIndicatorSpecificationRefOrValue,
  ScheduleDefinition,
} from './parts.ts'

export const granularity = oneOf(
  ['g_1mn', 'g_5mn', 'g_15mn', 'g_30mn', 'g_1h', 'g_24h', 'g_1m', 'g_1y', 'na'],
  'How much time each figure covers',
).orElse('na')

export const jobFields = {
  consumingApplicationId: text('Identifier of the application that takes the figures'),
  creationTime: dateTime('When the job was set up').stampedOn('create').kept.ignoredFromClient,
  jobId: text('Identifier of the job in its managing system'),
  jobPriority: integer('How urgent the job is, from one to ten'),
  lastModifiedTime: dateTime('When the job was last changed').stampedOn('change').ignoredFromClient,
  outputFormat: text('Format the figures are delivered in'),
  producingApplicationId: text('Identifier of the application that supplies the figures'),
  adminState: oneOf(['locked', 'unlocked'], 'Whether the job is allowed to run').orElse('unlocked'),
  executionState: oneOf(collectionStates, 'How far the job has got').ignoredFromClient,
  fileTransferData: list(FileTransferData, 'How files of figures are handed over').mandatory,
  monitoredClassCriteria: part(MonitoredClassCriteria, 'Which kind of objects is measured'),
  monitoredInstancesCriteria: part(MonitoredInstancesCriteria, 'Which single objects are measured'),
  performanceIndicatorGroupSpecification: list(
    PerformanceIndicatorGroupSpecification,
    'Groups of figures to be gathered',
  ),
  performanceIndicatorSpecification: list(
    PerformanceIndicatorSpecificationRefOrValue,
    'Single figures to be gathered',
  ),
  scheduleDefinition: part(ScheduleDefinition, 'When the job is to run'),
  trackingRecord: list(TrackingRecord, 'What became of the job, and when'),
}

export const jobLifecycle = {
  of: 'executionState',
  starts: 'acknowledged',
  moves: collectionMoves,
} as const
