import { api } from '../../declare/index.ts'
import { ServiceCandidate, ServiceCatalog, ServiceCategory } from './catalogue.ts'
import { IotService } from './iot-service.ts'
import { IotServiceSpecification } from './iot-service-specification.ts'
import { ExportJob, ImportJob } from './jobs.ts'
import { ServiceProblem } from './service-problem.ts'
import { ServiceQualification } from './service-qualification.ts'
import { ServiceTest, ServiceTestSpecification } from './service-tests.ts'
import { UsageConsumptionReport, UsageConsumptionReportRequest } from './usage-reports.ts'
import { User } from './user.ts'

/** TMF914 IoT Service Management 4.0.0. */
export const IotServiceManagementApi = api({
  number: 'TMF914',
  name: 'IoT Service Management',
  version: '4.0.0',
  path: '/tmf-api/iotservicemanagement/v4',
  domain: 'Inventory',
  resources: [
    IotService,
    ServiceCatalog,
    ServiceCategory,
    ServiceCandidate,
    ServiceQualification,
    ServiceProblem,
    IotServiceSpecification,
    ServiceTest,
    ServiceTestSpecification,
    UsageConsumptionReportRequest,
    User,
    UsageConsumptionReport,
    ImportJob,
    ExportJob,
  ],
})

export {
  ExportJob,
  ImportJob,
  IotService,
  IotServiceSpecification,
  ServiceCandidate,
  ServiceCatalog,
  ServiceCategory,
  ServiceProblem,
  ServiceQualification,
  ServiceTest,
  ServiceTestSpecification,
  UsageConsumptionReport,
  UsageConsumptionReportRequest,
  User,
}
