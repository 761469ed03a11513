import { api } from '../../declare/index.ts'
import { CheckProductConfiguration } from './check-product-configuration.ts'
import { QueryProductConfiguration } from './query-product-configuration.ts'

/** TMF760 Product Configuration 5.0.0. */
export const ProductConfigurationApi = api({
  number: 'TMF760',
  name: 'Product Configuration',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/productConfigurationManagement/v5',
  domain: 'Qualification',
  resources: [CheckProductConfiguration, QueryProductConfiguration],
})

export { CheckProductConfiguration, QueryProductConfiguration }
