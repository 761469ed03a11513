import { api } from '../../declare/index.ts'
import { Catalog } from './catalog.ts'
import { Category } from './category.ts'
import { ExportJob } from './export-job.ts'
import { ImportJob } from './import-job.ts'
import { ProductOffering } from './product-offering.ts'
import { ProductOfferingPrice } from './product-offering-price.ts'
import { ProductSpecification } from './product-specification.ts'

/** TMF620 Product Catalog Management 4.1.0. */
export const ProductCatalogManagementApi = api({
  number: 'TMF620',
  name: 'Product Catalog Management',
  version: '4.1.0',
  path: '/tmf-api/productCatalogManagement/v4',
  domain: 'Catalogue',
  resources: [
    Catalog,
    Category,
    ProductOffering,
    ProductOfferingPrice,
    ProductSpecification,
    ImportJob,
    ExportJob,
  ],
})

export {
  Catalog,
  Category,
  ExportJob,
  ImportJob,
  ProductOffering,
  ProductOfferingPrice,
  ProductSpecification,
}
