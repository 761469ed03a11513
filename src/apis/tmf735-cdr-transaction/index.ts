import { api } from '../../declare/index.ts'
import { CdrTransaction } from './cdr-transaction.ts'

/** TMF735 CDR Transaction 5.0.0. */
export const CdrTransactionApi = api({
  number: 'TMF735',
  name: 'CDR Transaction',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/cdrTransactionManagement/v5',
  domain: 'Billing & payment',
  resources: [CdrTransaction],
})

export { CdrTransaction }
