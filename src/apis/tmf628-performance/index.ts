import { api } from '../../declare/index.ts'
import { MeasurementCollectionJob } from './measurement-collection-job.ts'
import { OnDemandCollection } from './on-demand-collection.ts'
import { PerformanceIndicatorGroupSpecification } from './performance-indicator-group-specification.ts'
import { PerformanceIndicatorSpecification } from './performance-indicator-specification.ts'
import { TrackingRecord } from './tracking-record.ts'

/** TMF628 Performance 4.0.0. */
export const PerformanceApi = api({
  number: 'TMF628',
  name: 'Performance',
  version: '4.0.0',
  path: '/tmf-api/performance/v4',
  domain: 'Assurance, usage & events',
  resources: [
    MeasurementCollectionJob,
    OnDemandCollection,
    PerformanceIndicatorGroupSpecification,
    PerformanceIndicatorSpecification,
    TrackingRecord,
  ],
})

export {
  MeasurementCollectionJob,
  OnDemandCollection,
  PerformanceIndicatorGroupSpecification,
  PerformanceIndicatorSpecification,
  TrackingRecord,
}
