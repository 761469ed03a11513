/** Parts that only TMF700 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  integer,
  itemId,
  list,
  oneOf,
  part,
  reference,
  text,
  type,
  uri,
  yesNo,
} from '../../declare/index.ts'
import { PaymentMethodRef } from '../shared/account.ts'
import { Characteristic, CharacteristicSpecification } from '../shared/characteristic.ts'
import {
  AttachmentRefOrValue,
  ConstraintRef,
  ExternalIdentifier,
  Money,
  Note,
  Quantity,
  TimePeriod,
} from '../shared/common.ts'
import { AssociationSpecificationRef } from '../shared/entity-catalog.ts'
import {
  ContactMedium,
  RelatedParty,
  RelatedPartyWithContactInfo as SharedRelatedPartyWithContactInfo,
} from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { Price, ProductOfferingRef, ProductRef, ProductStockRef } from '../shared/product.ts'
import { itemActions } from '../shared/states.ts'
import { ProductPrice, ProductRefOrValue } from '../shared/stocked-product.ts'

export const ProductOrderItemRef = reference(
  'ProductOrderItemRef',
  'A pointer to one line of a product order',
  {
    id: text('Identifier of what is meant'),
    productOrderId: text('Identifier of the order that holds the line').mandatory,
  },
)

export const RelatedPartyWithContactInfo = SharedRelatedPartyWithContactInfo.without('contact').with({
  contactMedium: list(ContactMedium, 'Addresses and numbers they can be reached at'),
})

export const RelatedShipment = entity('RelatedShipment', 'Another shipment this one has to do with', {
  name: text('Name of what is referred to'),
  role: text('What part the other shipment plays').mandatory,
  '@referredType': text('Type of what is referred to'),
})

export const RelatedShippingOrder = entity(
  'RelatedShippingOrder',
  'Another shipping order this one has to do with',
  {
    name: text('Name of what is referred to'),
    role: text('What part the other shipping order plays').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const ReserveProductStockRef = reference(
  'ReserveProductStockRef',
  'A reference to a request to hold stock',
  {},
)

export const ShipmentItem = type('ShipmentItem', 'One line of what is in a shipment', {
  id: itemId('Identifier within the list'),
  quantity: text('How many are shipped'),
  sku: text('Code that the warehouse knows the article by'),
  action: oneOf(itemActions, 'What is to be done with this line'),
  characteristic: list(Characteristic, 'What the particular properties of this line are'),
  externalIdentifier: list(ExternalIdentifier, 'What other systems call this line'),
  product: part(ProductRefOrValue, 'The product that is shipped'),
  productReservationRef: part(ReserveProductStockRef, 'The request that held the product in stock'),
  productStockRef: part(ProductStockRef, 'The stock that the product is taken from'),
  shipmentItemPrice: part(Price, 'What this line costs'),
  weight: part(Quantity, 'How heavy this line is'),
})

export const ShipmentSpecificationRelationship = entity(
  'ShipmentSpecificationRelationship',
  'A link from one shipment specification to another',
  {
    name: text('Name of what is referred to'),
    relationshipType: text('How they are linked, such as one replacing the other').mandatory,
    role: text('What part the other specification plays'),
    associationSpec: part(AssociationSpecificationRef, 'The specification of the link itself'),
    validFor: part(TimePeriod, 'When the link applies'),
  },
)

export const TargetShipmentSchema = type(
  'TargetShipmentSchema',
  'Where the shape of the described shipment is defined',
  {},
)

export const ShipmentSpecificationRefOrValue = entity(
  'ShipmentSpecificationRefOrValue',
  'A shipment specification, given in full or by reference',
  {
    description: text('What such shipments are, in words'),
    isBundle: yesNo('Whether it puts several specifications together'),
    lastUpdate: dateTime('When it was last changed'),
    lifecycleStatus: text('Where it is in its life in the catalog'),
    name: text('Name of what is referred to'),
    version: text('Which version of the specification this is'),
    attachment: list(AttachmentRefOrValue, 'Files that go with it, such as pictures or documents'),
    constraint: list(ConstraintRef, 'Rules that limit it'),
    relatedParty: list(RelatedParty, 'Who manages it or has an interest in it'),
    shipmentSpecRelationship: list(
      ShipmentSpecificationRelationship,
      'Other shipment specifications it is tied to, and how',
    ),
    shipmentSpecificationCharacteristic: list(
      CharacteristicSpecification,
      'Properties that such shipments can have',
    ),
    targetShipmentSchema: part(TargetShipmentSchema, 'The schema that such shipments follow'),
    validFor: part(TimePeriod, 'When the specification applies'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ShipmentTrackingRef = reference(
  'ShipmentTrackingRef',
  'A reference to the tracking of a shipment',
  {},
)

export const ShippingInstruction = entity('ShippingInstruction', 'What a carrier is told about a delivery', {
  carrierId: text('Identifier of the carrier'),
  carrierName: text('What the carrier is called'),
  carrierServiceCode: text('Code for the carrier’s service that is to be used'),
  deliveryAttempts: integer('How many times delivery should be tried'),
  deliverySpeed: text('How fast it should arrive, such as the next day'),
  labelMessage: text('What to print on the label'),
  packageType: text('How it is packed'),
  receiptConfirmation: text('What proof of delivery is needed, such as a signature'),
  shippingType: text('What form it is shipped in, such as a thick envelope'),
  signatureRequired: yesNo('Whether someone has to sign for it'),
  warehouseId: text('Identifier of the warehouse it leaves from'),
  deliveryTimeSlot: part(TimePeriod, 'Between which times it should be delivered'),
  instructionCharacteristic: list(Characteristic, 'Further details that a particular carrier needs'),
  insuredValue: part(Money, 'How much the delivery is insured for'),
  note: list(Note, 'What people have said about the delivery'),
  signatureRequiredBy: oneOf(['adult', 'receiver'], 'Who has to sign for it'),
})

export const ShipmentRefOrValue = entity('ShipmentRefOrValue', 'A shipment, given in full or by reference', {
  collectionDate: dateTime('When the parcel was picked up from the carrier'),
  completionDate: dateTime('When it was really delivered, as the provider corrected it'),
  deliveryDate: dateTime('When the customer received the parcel'),
  description: text('What the shipment is, in words'),
  expectedDeliveryDate: dateTime('When it is likely to arrive'),
  name: text('Name of what is referred to'),
  requestedDeliveryDate: dateTime('When the sender wants it to arrive'),
  state: text('How far the shipment has come'),
  attachment: list(AttachmentRefOrValue, 'Files that go with it, such as labels or photos'),
  externalIdentifier: list(ExternalIdentifier, 'What other systems call the shipment'),
  note: list(Note, 'What people have said about the shipment'),
  paymentMethod: part(PaymentMethodRef, 'How it is to be paid for on delivery'),
  placeFrom: part(RelatedPlaceRefOrValue, 'Where the parcel is sent from'),
  placeTo: part(RelatedPlaceRefOrValue, 'Where the parcel is going'),
  relatedParty: list(RelatedPartyWithContactInfo, 'Who is involved in it, and how'),
  relatedShipment: list(RelatedShipment, 'Other shipments it has to do with'),
  shipmentCharacteristic: list(Characteristic, 'What its particular properties are'),
  shipmentItem: list(ShipmentItem, 'What is in the parcel, line by line'),
  shipmentPrice: part(ProductPrice, 'What the shipment costs'),
  shipmentSpecification: part(
    ShipmentSpecificationRefOrValue,
    'The specification that describes such shipments',
  ),
  shipmentTracking: part(ShipmentTrackingRef, 'How the parcel can be followed on its way'),
  shippingInstruction: part(ShippingInstruction, 'What the carrier has to observe'),
  weight: part(Quantity, 'How heavy the parcel is'),
  '@referredType': text('Type of what is referred to'),
})

export const ShippingOrderItem = type('ShippingOrderItem', 'One line of a shipping order', {
  id: itemId('Identifier within the list').mandatory,
  href: uri('Where it can be read'),
  quantity: text('How many are to be sent'),
  status: text('How far this line has come'),
  action: oneOf(itemActions, 'What is to be done with the product').mandatory,
  placeFrom: part(RelatedPlaceRefOrValue, 'Where this line is sent from'),
  placeTo: part(RelatedPlaceRefOrValue, 'Where this line is going'),
  product: part(ProductRef, 'The product that is to be sent'),
  productOffering: part(ProductOfferingRef, 'The catalog offer of the product to be sent'),
  productOrderItem: part(ProductOrderItemRef, 'The line of the product order it was bought with'),
  relatedParty: list(RelatedPartyWithContactInfo, 'Who is involved in this line, and how'),
  shipment: part(ShipmentRefOrValue, 'The goods that are sent together for this line'),
  shippingInstruction: part(ShippingInstruction, 'What the carrier has to observe for this line'),
  shippingOrderItemOffering: part(ProductOfferingRef, 'The catalog offer for shipping this line'),
  shippingOrderItemPrice: part(ProductPrice, 'What shipping this line costs'),
})
