import { api } from '../../declare/index.ts'
import { Customer } from './customer.ts'

/** TMF629 Customer Management 4.0. */
export const CustomerManagementApi = api({
  number: 'TMF629',
  name: 'Customer Management',
  version: '4.0',
  path: '/tmf-api/customerManagement/v4',
  domain: 'Party & customer',
  resources: [Customer],
})

export { Customer }
