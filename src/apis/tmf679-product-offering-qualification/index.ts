import { api } from '../../declare/index.ts'
import { ProductOfferingQualification } from './product-offering-qualification.ts'

/** TMF679 Product Offering Qualification 4.0.0. */
export const ProductOfferingQualificationApi = api({
  number: 'TMF679',
  name: 'Product Offering Qualification',
  version: '4.0.0',
  path: '/tmf-api/productOfferingQualification/v4',
  domain: 'Qualification',
  resources: [ProductOfferingQualification],
})

export { ProductOfferingQualification }
