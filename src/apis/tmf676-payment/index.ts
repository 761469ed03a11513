import { api } from '../../declare/index.ts'
import { Payment } from './payment.ts'
import { Refund } from './refund.ts'

/** TMF676 Payment 4.0.0. */
export const PaymentApi = api({
  number: 'TMF676',
  name: 'Payment',
  version: '4.0.0',
  path: '/payment/v4',
  domain: 'Billing & payment',
  resources: [Payment, Refund],
})

export { Payment, Refund }
