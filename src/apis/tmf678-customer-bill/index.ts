import { api } from '../../declare/index.ts'
import { AppliedCustomerBillingRate } from './applied-customer-billing-rate.ts'
import { CustomerBill } from './customer-bill.ts'
import { CustomerBillOnDemand } from './customer-bill-on-demand.ts'

/** TMF678 Customer Bill 4.0.0. */
export const CustomerBillApi = api({
  number: 'TMF678',
  name: 'Customer Bill',
  version: '4.0.0',
  path: '/tmf-api/customerBillManagement/v4',
  domain: 'Billing & payment',
  resources: [CustomerBillOnDemand, CustomerBill, AppliedCustomerBillingRate],
})

export { AppliedCustomerBillingRate, CustomerBill, CustomerBillOnDemand }
