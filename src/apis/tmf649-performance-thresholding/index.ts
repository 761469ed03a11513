import { api } from '../../declare/index.ts'
import { Threshold } from './threshold.ts'
import { ThresholdJob } from './threshold-job.ts'
import { ThresholdRule } from './threshold-rule.ts'

/** TMF649 Performance Thresholding 5.0.0. */
export const PerformanceThresholdingApi = api({
  number: 'TMF649',
  name: 'Performance Thresholding',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/performanceThresholding/v5',
  domain: 'Assurance, usage & events',
  resources: [Threshold, ThresholdJob, ThresholdRule],
})

export { Threshold, ThresholdJob, ThresholdRule }
