/** TMF628 Performance 4.0.0. */
import { oneOf, resource } from '../../declare/index.ts'
import { granularity, jobFields, jobLifecycle } from './job.ts'

export const MeasurementCollectionJob = resource('MeasurementCollectionJob', {
  meaning: 'A job that gathers performance figures again and again',
  path: 'measurementCollectionJob',

  fields: {
    ...jobFields,
    granularity,
    reportingPeriod: oneOf(
      ['r_1mn', 'r_5mn', 'r_15mn', 'r_30mn', 'r_1h', 'r_24h', 'na'],
      'How often the figures are reported',
    ),
  },
  nonEmpty: ['fileTransferData'],

  lifecycle: jobLifecycle,
  findBy: ['executionState', 'adminState', 'jobId', 'consumingApplicationId'],
  announces: [
    'created',
    'executionStateChanged',
    'deleted',
    'changed',
    'MeasurementCollectionJobFilesReadyEvent',
    'MeasurementCollectionJobFilesPreparationErrorEvent',
  ],
})
