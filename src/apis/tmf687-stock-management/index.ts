import { api } from '../../declare/index.ts'
import { AdjustProductStock } from './adjust-product-stock.ts'
import { CheckProductStock } from './check-product-stock.ts'
import { ProductStock } from './product-stock.ts'
import { QueryProductStock } from './query-product-stock.ts'
import { ReserveProductStock } from './reserve-product-stock.ts'

/** TMF687 Stock Management 4.0.0. */
export const StockManagementApi = api({
  number: 'TMF687',
  name: 'Stock Management',
  version: '4.0.0',
  path: '/tmf-api/stock/v4',
  domain: 'Inventory',
  resources: [ProductStock, AdjustProductStock, CheckProductStock, ReserveProductStock, QueryProductStock],
})

export { AdjustProductStock, CheckProductStock, ProductStock, QueryProductStock, ReserveProductStock }
