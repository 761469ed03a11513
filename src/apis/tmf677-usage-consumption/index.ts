import { api } from '../../declare/index.ts'
import { QueryUsageConsumption } from './query-usage-consumption.ts'

/** TMF677 Usage Consumption 4.0.0. */
export const UsageConsumptionApi = api({
  number: 'TMF677',
  name: 'Usage Consumption',
  version: '4.0.0',
  path: '/tmf-api/usageConsumption/v4',
  domain: 'Assurance, usage & events',
  resources: [QueryUsageConsumption],
})

export { QueryUsageConsumption }
