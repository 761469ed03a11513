/** TMF914 IoT Service Management 4.0.0: the reports on usage of TMF909, as this suite shows them. */
import {
  UsageConsumptionReport as AnyUsageConsumptionReport,
  UsageConsumptionReportRequest as AnyUsageConsumptionReportRequest,
} from '../tmf909-naas/usage-reports.ts'

export const UsageConsumptionReport = AnyUsageConsumptionReport.again()
export const UsageConsumptionReportRequest = AnyUsageConsumptionReportRequest.again()
