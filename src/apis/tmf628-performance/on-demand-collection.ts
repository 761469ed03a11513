/** TMF628 Performance 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { granularity, jobFields, jobLifecycle } from './job.ts'

export const OnDemandCollection = resource('OnDemandCollection', {
  meaning: 'A job that gathers performance figures once, on request',
  path: 'onDemandCollection',
  isTask: true,

  fields: {
    ...jobFields,
    collectionPeriod: part(TimePeriod, 'Stretch of time the figures are wanted for'),
    // The file spells it so.
    granulatiry: granularity,
  },
  nonEmpty: ['fileTransferData'],

  lifecycle: jobLifecycle,
  findBy: ['executionState', 'adminState', 'jobId', 'consumingApplicationId'],
  announces: [
    'created',
    'executionStateChanged',
    'deleted',
    'changed',
    'OnDemandCollectionFilesReadyEvent',
    'OnDemandCollectionFilesPreparationErrorEvent',
  ],
})
