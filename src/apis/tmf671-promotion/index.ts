import { api } from '../../declare/index.ts'
import { Promotion } from './promotion.ts'

/** TMF671 Promotion 4.1.0. */
export const PromotionApi = api({
  number: 'TMF671',
  name: 'Promotion',
  version: '4.1.0',
  path: '/tmf-api/promotionManagement/v4',
  domain: 'Catalogue',
  resources: [Promotion],
})

export { Promotion }
