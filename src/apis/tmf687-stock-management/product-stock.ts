/** TMF687 Stock Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { productStockFields } from './parts.ts'

export const ProductStock = resource('ProductStock', {
  meaning: 'How much of a product is in store somewhere',
  path: 'productStock',

  fields: {
    ...productStockFields,
    creationDate: productStockFields.creationDate.once.stampedOn('create'),
    lastUpdate: productStockFields.lastUpdate.stampedOn('change'),
    productStockStatusType: productStockFields.productStockStatusType.mandatory,
  },

  findBy: [
    'productStockStatusType',
    'name',
    'place.id',
    'stockedProduct.productOffering.id',
    'stockedProduct.productSpecification.id',
  ],
  announces: ['created', 'changed', 'stateChanged', 'batch', 'deleted'],
})
