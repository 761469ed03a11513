import { api } from '../../declare/index.ts'
import { ProductOffering } from './product-offering.ts'
import { ProductSpecification } from './product-specification.ts'

/** TMF936 Open Gateway Product Catalog 5.0.0. */
export const OpenGatewayProductCatalogApi = api({
  number: 'TMF936',
  name: 'Open Gateway Product Catalog',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/openGatewayOperateAPIProductCatalog/v5',
  domain: 'Catalogue',
  resources: [ProductOffering, ProductSpecification],
})

export { ProductOffering, ProductSpecification }
