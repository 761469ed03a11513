import { api } from '../../declare/index.ts'
import { AccumulatedBalance } from './accumulated-balance.ts'
import { AdjustBalance } from './adjust-balance.ts'
import { BalanceActionHistory } from './balance-action-history.ts'
import { Bucket } from './bucket.ts'
import { ReserveBalance } from './reserve-balance.ts'
import { TopupBalance } from './topup-balance.ts'
import { TransferBalance } from './transfer-balance.ts'

/** TMF654 Prepay Balance Management 4.0.0. */
export const PrepayBalanceManagementApi = api({
  number: 'TMF654',
  name: 'Prepay Balance Management',
  version: '4.0.0',
  path: '/tmf-api/prepayBalanceManagement/v4',
  domain: 'Billing & payment',
  resources: [
    Bucket,
    TopupBalance,
    AdjustBalance,
    TransferBalance,
    ReserveBalance,
    AccumulatedBalance,
    BalanceActionHistory,
  ],
})

export {
  AccumulatedBalance,
  AdjustBalance,
  BalanceActionHistory,
  Bucket,
  ReserveBalance,
  TopupBalance,
  TransferBalance,
}
