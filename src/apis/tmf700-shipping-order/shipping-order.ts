/** TMF700 Shipping Order 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { Note } from '../shared/common.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { ProductOfferingRef, ProductOrderRef } from '../shared/product.ts'
import { ProductPrice } from '../shared/stocked-product.ts'
import {
  RelatedPartyWithContactInfo,
  RelatedShippingOrder,
  ShippingInstruction,
  ShippingOrderItem,
} from './parts.ts'

export const ShippingOrder = resource('ShippingOrder', {
  meaning: 'An order to send goods from one place to another',
  path: 'shippingOrder',
  verbs: ['list', 'read', 'create', 'patch', 'replace'],

  fields: {
    creationDate: dateTime('When the order was made').stampedOn('create').kept,
    lastUpdateDate: dateTime('When the order was last changed').stampedOn('change'),
    status: text('How far the order has come').orElse('acknowledged'),
    note: list(Note, 'What people have said about the order'),
    placeFrom: part(RelatedPlaceRefOrValue, 'Where the goods are sent from, unless a line says otherwise'),
    placeTo: part(RelatedPlaceRefOrValue, 'Where the goods are going, unless a line says otherwise'),
    productOrder: part(ProductOrderRef, 'The product order that its goods were bought with'),
    relatedParty: list(RelatedPartyWithContactInfo, 'Who is involved, such as the recipient or payer'),
    relatedShippingOrder: part(RelatedShippingOrder, 'Another shipping order it has to do with'),
    shippingInstruction: part(ShippingInstruction, 'What the carrier has to observe'),
    shippingOrderCharacteristic: list(Characteristic, 'What its particular properties are'),
    shippingOrderItem: list(ShippingOrderItem, 'What is to be sent, line by line').mandatory,
    shippingOrderOffering: part(ProductOfferingRef, 'The catalog offer for shipping it'),
    shippingOrderPrice: part(ProductPrice, 'What shipping the whole order costs'),
  },

  findBy: ['status', 'productOrder.id', 'relatedParty.id', 'creationDate'],
  nonEmpty: ['shippingOrderItem'],
  announces: ['created', 'changed', 'deleted', 'stateChanged', 'informationRequired'],
})
