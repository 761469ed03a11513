import { api } from '../../declare/index.ts'
import { BillFormat } from './bill-format.ts'
import { BillPresentationMedia } from './bill-presentation-media.ts'
import { BillingAccount } from './billing-account.ts'
import { BillingCycleSpecification } from './billing-cycle-specification.ts'
import { FinancialAccount } from './financial-account.ts'
import { PartyAccount } from './party-account.ts'
import { SettlementAccount } from './settlement-account.ts'

/** TMF666 Account Management 4.0.0. */
export const AccountManagementApi = api({
  number: 'TMF666',
  name: 'Account Management',
  version: '4.0.0',
  path: '/tmf-api/accountManagement/v4',
  domain: 'Party & customer',
  resources: [
    PartyAccount,
    BillingAccount,
    SettlementAccount,
    FinancialAccount,
    BillingCycleSpecification,
    BillFormat,
    BillPresentationMedia,
  ],
})

export {
  BillFormat,
  BillingAccount,
  BillingCycleSpecification,
  BillPresentationMedia,
  FinancialAccount,
  PartyAccount,
  SettlementAccount,
}
