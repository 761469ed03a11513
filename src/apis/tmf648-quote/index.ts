import { api } from '../../declare/index.ts'
import { Quote } from './quote.ts'

/** TMF648 Quote 4.0.0. */
export const QuoteApi = api({
  number: 'TMF648',
  name: 'Quote',
  version: '4.0.0',
  path: '/tmf-api/quoteManagement/v4',
  domain: 'Ordering',
  resources: [Quote],
})

export { Quote }
