import { api } from '../../declare/index.ts'
import { PaymentMethod } from './payment-method.ts'

/** TMF670 Payment Methods 4.0.0. */
export const PaymentMethodsApi = api({
  number: 'TMF670',
  name: 'Payment Methods',
  version: '4.0.0',
  path: '/tmf-api/paymentMethod/v4',
  domain: 'Billing & payment',
  resources: [PaymentMethod],
})

export { PaymentMethod }
