/** Parts that only TMF697 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  itemId,
  laterPart,
  list,
  listOfSelf,
  number,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
  type,
  uri,
} from '../../declare/index.ts'
import { AgreementRef, PaymentRef, BillingAccountRef as SharedBillingAccountRef } from '../shared/account.ts'
import { Characteristic } from '../shared/characteristic.ts'
import {
  AppointmentRef,
  ExternalReference,
  OrderItemRelationship,
  Quantity,
  RelatedEntity,
  Note as SharedNote,
  TimePeriod,
} from '../shared/common.ts'
import {
  ContactMedium,
  PartyCreditProfile,
  RelatedParty,
  TaxDefinition as SharedTaxDefinition,
  TaxExemptionCertificate as SharedTaxExemptionCertificate,
  TimeSlot as SharedTimeSlot,
} from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import {
  Price,
  PriceAlteration,
  ProductOfferingPriceRef,
  OrderPrice as SharedOrderPrice,
} from '../shared/product.ts'
import { itemActions, orderStates } from '../shared/states.ts'

export const BillingAccountRef = SharedBillingAccountRef.with({
  ratingType: text('How the account is paid, such as prepaid'),
})

export const Note = SharedNote.needing('text')

export const OrderItemPrice = entity('OrderItemPrice', 'A price charged for an order or one line', {
  description: text('What the price covers, in full'),
  name: text('What the price is called'),
  priceType: text('The kind of charge, such as recurring or penalty').mandatory,
  recurringChargePeriod: text('How often the charge repeats'),
  unitOfMeasure: text('What one priced unit is, such as a minute'),
  billingAccount: part(BillingAccountRef, 'The account the charge is billed to'),
  price: part(Price, 'The sum to pay').mandatory,
  priceAlteration: list(PriceAlteration, 'Discounts or surcharges that change the price'),
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalogue price it is based on'),
})

export const OrderItemRef = reference('OrderItemRef', 'A pointer to one line of an order', {})

export const OrderPrice = SharedOrderPrice.with({
  id: text('Identifier of this price'),
  href: uri('Where it can be read'),
  billingAccount: part(BillingAccountRef, 'Which account pays this price'),
})

export const OrderRef = reference('OrderRef', 'A pointer to an order', {})

export const OrderRelationship = entity('OrderRelationship', 'A link from one order to another', {
  relationshipType: text('How the two orders are linked'),
})

export const TaxDefinition = SharedTaxDefinition.with({
  jurisdictionLevel: text('How high the authority sits, such as city or state'),
  jurisdictionName: text('Which authority charges the tax'),
  validFor: part(TimePeriod, 'When the tax is charged'),
})

export const TaxExemptionCertificate = SharedTaxExemptionCertificate.with({
  certificateNumber: text('The number printed on the certificate'),
  issuingJurisdiction: text('Which authority let the party off'),
  reason: text('Why the party is let off'),
  taxDefinition: list(TaxDefinition, 'Which taxes need not be paid in full'),
})

export const PartyRefOrValue = entity('PartyRefOrValue', 'A person or organisation, in full or by pointer', {
  name: text('What the person or organisation is called'),
  contactMedium: list(ContactMedium, 'Ways to reach them, such as phone or email'),
  creditRating: list(PartyCreditProfile, 'How creditworthy they have been judged'),
  externalReference: list(ExternalReference, 'How they are identified in other systems'),
  partyCharacteristic: list(Characteristic, 'Extra facts about them'),
  relatedParty: list(RelatedParty, 'Who they are connected with, and how'),
  taxExemptionCertificate: list(TaxExemptionCertificate, 'Papers that free them from certain taxes'),
  '@referredType': text('Type of what is referred to'),
}).naming('Individual', 'Organization', 'Customer', 'PartyRole')

export const RelatedWorkOrderItem = type(
  'RelatedWorkOrderItem',
  'The work order line that led to some work',
  {
    orderItemAction: text('What that line asked to be done'),
    orderItemId: text('The identifier of that line').mandatory,
    role: text('What part that line plays for the work'),
    workOrderHref: text('The link to the work order'),
    workOrderId: text('The identifier of the work order').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)

export const TimeSlot = SharedTimeSlot.with({
  validFor: part(TimePeriod, 'When the slot begins and ends'),
})

export const WorkPrice = type('WorkPrice', 'A price charged for a job', {
  description: text('What the price covers, in full'),
  name: text('A brief label for the price'),
  recurringChargePeriod: text('How often the charge repeats'),
  unitOfMeasure: text('What one priced unit is, such as a minute'),
  billingAccount: part(BillingAccountRef, 'The account the charge is billed to'),
  price: part(Price, 'The sum to pay'),
  priceAlteration: list(PriceAlteration, 'Discounts or surcharges that change the price'),
  priceType: oneOf(['recurring', 'oneTime', 'usage'], 'Charged once, regularly or by usage'),
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalogue price it is based on'),
})

export const WorkRelationship = entity('WorkRelationship', 'A link from one job to another', {
  relationshipType: text('How the two jobs are linked').mandatory,
  work: laterPart<RefOrValue>((): TypeWord => WorkRefOrValue, 'The job at the other end'),
  workRelationshipCharacteristic: list(Characteristic, 'Extra facts about the link'),
})

export const WorkSpecificationRef = reference(
  'WorkSpecificationRef',
  'A pointer to the definition of a job',
  {},
)

export const WorkforceEmployeeAssignment = type(
  'WorkforceEmployeeAssignment',
  'One worker put on a job for a set time',
  {
    id: text('Identifier of this workforce employee assignment').mandatory,
    description: text('What the worker is asked to do').mandatory,
    skillType: text('Whether the skill used is the main or second one').mandatory,
    state: oneOf(
      [
        'acknowledged',
        'rejected',
        'pending',
        'held',
        'inProgress',
        'cancelled',
        'completed',
        'failed',
        'partial',
      ],
      'How far the assignment has got',
    ),
    timeSlot: list(TimeSlot, 'The hours the worker is booked'),
    workforceEmployee: part(PartyRefOrValue, 'Who has been put on the job').mandatory,
  },
)

export const WorkRefOrValue = entity('WorkRefOrValue', 'A job, given in full or by pointer', {
  completionDate: dateTime('When the job was finished'),
  description: text('What the job involves'),
  expectedCompletionDate: dateTime('When the requester counts on the job being done'),
  name: text('What the job is called'),
  orderDate: dateTime('When the order behind the job was created'),
  percentageComplete: number('How much of the job is done, in per cent'),
  workPriority: text('How urgent the job is'),
  workType: text('Which kind of job it is'),
  actualDuration: part(Quantity, 'How long the job really took'),
  agreement: list(AgreementRef, 'Contracts the job falls under'),
  appointment: part(AppointmentRef, 'The visit booked for the job'),
  currentDuration: part(Quantity, 'How long the job has taken so far'),
  deliveryTimeSlot: part(TimePeriod, 'The time window for doing the job'),
  note: part(Note, 'What people have said about the job'),
  place: list(RelatedPlaceRefOrValue, 'Where the job is done'),
  plannedDuration: part(Quantity, 'How long the job should take'),
  quantity: part(Quantity, 'How much work is to be done'),
  relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
  scheduledDuration: part(Quantity, 'How much time the schedule sets aside'),
  state: oneOf(
    [
      'acknowledged',
      'rejected',
      'pending',
      'held',
      'inProgress',
      'cancelled',
      'completed',
      'failed',
      'partial',
    ],
    'How far the job has got',
  ),
  work: listOfSelf('Smaller jobs that make up this one'),
  workCharacteristic: list(Characteristic, 'Extra facts about the job'),
  workOrderItem: list(RelatedWorkOrderItem, 'The order lines that led to the job'),
  workPrice: list(WorkPrice, 'What the job costs'),
  workRelationship: list(WorkRelationship, 'How the job is linked to other jobs'),
  workSpecification: part(WorkSpecificationRef, 'The definition the job is based on'),
  workforceEmployeeAssignment: list(WorkforceEmployeeAssignment, 'Which staff are put on the job'),
  '@referredType': text('Type of what is referred to'),
})

export const WorkOrderItem = type('WorkOrderItem', 'One line of a work order', {
  id: itemId('Identifier within the list').mandatory,
  description: text('What this line is about'),
  action: oneOf(itemActions, 'What to do with the work').mandatory,
  appointment: part(AppointmentRef, 'The visit booked for this line'),
  billingAccount: part(BillingAccountRef, 'The account that pays for this line'),
  itemPrice: list(OrderItemPrice, 'The separate prices for this line'),
  itemTotalPrice: list(OrderItemPrice, 'What the line costs in all'),
  note: part(Note, 'What people have said about this line'),
  orderItem: list(OrderItemRef, 'Lines of other orders this one serves'),
  payment: list(PaymentRef, 'Payments made towards this line'),
  relatedEntity: list(RelatedEntity, 'Other things this line concerns'),
  state: oneOf(orderStates, 'How far this line has got'),
  work: part(WorkRefOrValue, 'The job this line asks for'),
  workOrderItem: listOfSelf('Smaller lines nested under this one'),
  workOrderItemRelationship: list(OrderItemRelationship, 'How it is linked to other lines'),
})

export const WorkOrderRef = reference('WorkOrderRef', 'A pointer to a work order', {})
