import { api } from '../../declare/index.ts'
import { ServiceCandidate, ServiceCatalog, ServiceCategory } from './catalogue.ts'
import { ExportJob, ImportJob } from './jobs.ts'
import { Service } from './service.ts'
import { ServiceProblem } from './service-problem.ts'
import { ServiceQualification } from './service-qualification.ts'
import { ServiceSpecification } from './service-specification.ts'
import { ServiceTest, ServiceTestSpecification } from './service-tests.ts'
import { UsageConsumptionReport, UsageConsumptionReportRequest } from './usage-reports.ts'

/** TMF909 Network as a Service 3.0. */
export const NaasApi = api({
  number: 'TMF909',
  name: 'Network as a Service',
  version: '3.0',
  path: '/tmf-api/naas/v3',
  domain: 'Inventory',
  resources: [
    Service,
    ServiceCatalog,
    ServiceCategory,
    ServiceCandidate,
    ServiceQualification,
    ServiceProblem,
    ServiceSpecification,
    ServiceTest,
    ServiceTestSpecification,
    UsageConsumptionReportRequest,
    UsageConsumptionReport,
    ImportJob,
    ExportJob,
  ],
})

export {
  ExportJob,
  ImportJob,
  Service,
  ServiceCandidate,
  ServiceCatalog,
  ServiceCategory,
  ServiceProblem,
  ServiceQualification,
  ServiceSpecification,
  ServiceTest,
  ServiceTestSpecification,
  UsageConsumptionReport,
  UsageConsumptionReportRequest,
}
