import { api } from '../../declare/index.ts'
import { Intent } from './intent.ts'
import { IntentReport } from './intent-report.ts'

/** TMF921 Intent 4.0.2. */
export const IntentApi = api({
  number: 'TMF921',
  name: 'Intent',
  version: '4.0.2',
  path: '/tmf-api/intent/v4',
  domain: 'Fulfilment & field',
  resources: [Intent, IntentReport],
})

export { Intent, IntentReport }
