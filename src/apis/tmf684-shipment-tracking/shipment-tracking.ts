/** TMF684 Shipment Tracking 1.0.0. */
import { dateTime, list, number, part, resource, text } from '../../declare/index.ts'
import { AddressType, CheckpointType, OrderRefType } from './parts.ts'

export const ShipmentTracking = resource('ShipmentTracking', {
  meaning: 'Where a parcel is on its way to the customer',
  path: 'shipmentTracking',
  officialType: 'TrackingDetailsType',

  fields: {
    carrier: text('Who transports the parcel').mandatory,
    trackingCode: text('Code the carrier follows the parcel by'),
    carrierTrackingUrl: text('Carrier’s public web page for following the parcel'),
    trackingDate: dateTime('When following the parcel started').mandatory,
    status: text('How far the parcel has got').mandatory,
    statusChangeDate: dateTime('When the status was last different'),
    statusChangeReason: text('Why the parcel has this status'),
    weight: number('How heavy the parcel is, in grams'),
    estimatedDeliveryDate: dateTime('When the parcel is expected to arrive'),
    addressFrom: part(AddressType, 'Where the parcel is sent from'),
    addressTo: part(AddressType, 'Where the parcel is going').mandatory,
    checkpoint: list(CheckpointType, 'Points the parcel has passed on its way'),
    order: list(OrderRefType, 'Orders that the parcel was sent for'),
  },

  findBy: ['status', 'trackingCode', 'carrier', 'order.id'],
})
