import { api } from '../../declare/index.ts'
import { QueryProductRecommendation } from './query-product-recommendation.ts'

/** TMF680 Recommendation 4.0.0. */
export const RecommendationApi = api({
  number: 'TMF680',
  name: 'Recommendation',
  version: '4.0.0',
  path: '/customer/v4',
  domain: 'Qualification',
  resources: [QueryProductRecommendation],
})

export { QueryProductRecommendation }
