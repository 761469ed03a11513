import { api } from '../../declare/index.ts'
import { AppliedCustomerBillingRate } from './applied-customer-billing-rate.ts'
import { BillingAccount } from './billing-account.ts'
import { CustomerBill } from './customer-bill.ts'
import { Product } from './product.ts'
import { ProductOffering } from './product-offering.ts'
import { ProductOrder } from './product-order.ts'
import { TroubleTicket } from './trouble-ticket.ts'
import { Usage } from './usage.ts'
import { UsageConsumptionReport } from './usage-consumption-report.ts'
import { Userinfo } from './userinfo.ts'

/** TMF910 Self Care 1.0. */
export const SelfCareApi = api({
  number: 'TMF910',
  name: 'Self Care',
  version: '1.0',
  path: '/tmf-api/tmf-componentsuite/selfcareapp/v1',
  domain: 'Party & customer',
  resources: [
    Userinfo,
    BillingAccount,
    CustomerBill,
    AppliedCustomerBillingRate,
    UsageConsumptionReport,
    Usage,
    Product,
    ProductOffering,
    ProductOrder,
    TroubleTicket,
  ],
})

export {
  AppliedCustomerBillingRate,
  BillingAccount,
  CustomerBill,
  Product,
  ProductOffering,
  ProductOrder,
  TroubleTicket,
  Usage,
  UsageConsumptionReport,
  Userinfo,
}
