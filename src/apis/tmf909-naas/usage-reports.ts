/** TMF909 Network as a Service 3.0: what was used, and what is left. */
import { resource } from '../../declare/index.ts'
import { reportFacts, reportFields, requestFacts, requestFields } from '../shared/usage-report.ts'

export const UsageConsumptionReportRequest = resource('UsageConsumptionReportRequest', {
  fields: requestFields,
  ...requestFacts,
})

export const UsageConsumptionReport = resource('UsageConsumptionReport', {
  fields: reportFields,
  ...reportFacts,
})
