/** TMF637 Product Inventory 4.0.0. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { AgreementItemRef, BillingAccountRef } from '../shared/account.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import {
  ProductOfferingRef,
  ProductPrice,
  ProductRefOrValue,
  ProductRelationship,
  ProductSpecificationRef,
  ProductTerm,
  RealizingResourceRef,
  RelatedProductOrderItem,
} from '../shared/product.ts'
import { ServiceRef } from '../shared/service.ts'
import { productStates } from '../shared/states.ts'

export const Product = resource('Product', {
  meaning: 'Something a customer has bought from an offering',
  path: 'product',

  fields: {
    description: text('What the product is, in words'),
    isBundle: yesNo('Whether it is made up of several products'),
    isCustomerVisible: yesNo('Whether the customer can see the product'),
    name: text('What the product is called'),
    orderDate: dateTime('When the customer ordered the product'),
    productSerialNumber: text('Number marked on the device, such as a router'),
    startDate: dateTime('When the product begins'),
    terminationDate: dateTime('When the product came to an end'),
    agreement: list(AgreementItemRef, 'Contract items that cover the product'),
    billingAccount: part(BillingAccountRef, 'Which account is billed for the product'),
    place: list(RelatedPlaceRefOrValue, 'Where the product is used or delivered'),
    product: list(ProductRefOrValue, 'The products inside, if this is a bundle'),
    productCharacteristic: list(PlainCharacteristic, 'Features of the product and their values').orElse([]),
    productOffering: part(ProductOfferingRef, 'The offering it was bought from'),
    productOrderItem: list(RelatedProductOrderItem, 'Order items that have touched the product'),
    productPrice: list(ProductPrice, 'What the customer pays for the product').orElse([]),
    productRelationship: list(ProductRelationship, 'Other products linked to this one'),
    productSpecification: part(ProductSpecificationRef, 'The description the product is built on'),
    productTerm: list(ProductTerm, 'Commitments that come with the product'),
    realizingResource: list(RealizingResourceRef, 'Resources that make the product work'),
    realizingService: list(ServiceRef, 'Services that make the product work'),
    relatedParty: list(RelatedParty, 'Who is involved with the product, and in which role').orElse([]),
    status: oneOf(productStates, 'Which stage of its life the product has reached').mandatory,
  },

  lifecycle: {
    of: 'status',
    starts: 'created',
    moves: {
      created: { pendingActive: 'client', active: 'client', cancelled: 'client', aborted: 'client' },
      pendingActive: { active: 'client', cancelled: 'client', aborted: 'client' },
      active: { suspended: 'client', pendingTerminate: 'client', terminated: 'client' },
      suspended: { active: 'client', pendingTerminate: 'client', terminated: 'client' },
      pendingTerminate: { terminated: 'client', active: 'client' },
      cancelled: {},
      terminated: {},
      aborted: {},
    },
  },
  findBy: ['status', 'productOffering.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'batch', 'deleted'],
})
