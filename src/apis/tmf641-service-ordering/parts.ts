/** Parts that only TMF641 has, or has otherwise than the shared ones. */
import {
  dateTime,
  entity,
  integer,
  itemId,
  laterPart,
  list,
  listOfSelf,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
  type,
  uri,
} from '../../declare/index.ts'
import {
  AppointmentRef,
  ExternalReference as SharedExternalReference,
  Note as SharedNote,
} from '../shared/common.ts'
import {
  RelatedServiceOrderItem as SharedRelatedServiceOrderItem,
  ServiceRefOrValue as SharedServiceRefOrValue,
  ServiceRelationship as SharedServiceRelationship,
} from '../shared/service.ts'
import { itemActions, orderStates } from '../shared/states.ts'

export const ErrorMessage = type('ErrorMessage', 'A report of something that went wrong', {
  code: text('Short label for the kind of error'),
  message: text('What happened in detail, and how to put it right'),
  reason: text('Why the error came about'),
  referenceError: uri('Where to read more about this error'),
  status: text('Further label that narrows the error code'),
})

export const ExternalReference = SharedExternalReference.needing('name')

export const Note = SharedNote.needing('text')

export const RelatedServiceOrderItem = SharedRelatedServiceOrderItem.notNeeding(
  'itemId',
  'serviceOrderId',
).with({
  id: text('Identifier of this tie'),
  href: uri('Where it can be read'),
})

export const ServiceOrderItemRef = type('ServiceOrderItemRef', 'A pointer to one line of a service order', {
  id: text('Identifier of the line'),
  itemId: text('Which line of the order is meant'),
  serviceOrderHref: uri('Web address of the order holding the line'),
  serviceOrderId: text('Which order holds the line'),
  '@referredType': text('Type of what is referred to'),
})

export const ServiceOrderErrorMessage = type(
  'ServiceOrderErrorMessage',
  'A fault that changed the state of a service order',
  {
    code: text('Short label for the kind of error'),
    message: text('What happened in detail, and how to put it right'),
    reason: text('Why the error came about'),
    referenceError: uri('Where to read more about this error'),
    status: text('Further label that narrows the error code'),
    timestamp: dateTime('When things went wrong'),
    serviceOrderItem: list(ServiceOrderItemRef, 'Order lines that the error concerns'),
  },
)

export const ServiceOrderItemErrorMessage = type(
  'ServiceOrderItemErrorMessage',
  'A fault that changed the state of an order line',
  {
    code: text('Short label for the kind of error'),
    message: text('What happened in detail, and how to put it right'),
    reason: text('Why the error came about'),
    referenceError: uri('Where to read more about this error'),
    status: text('Further label that narrows the error code'),
    timestamp: dateTime('When things went wrong'),
  },
)

export const ServiceRelationship = SharedServiceRelationship.with({
  id: text('Identifier of this tie'),
  href: uri('Where it can be read'),
  service: laterPart<RefOrValue>((): TypeWord => ServiceRefOrValue, 'Which service lies at the other end'),
})

export const ServiceRefOrValue = SharedServiceRefOrValue.with({
  note: list(Note, 'What people have said about the service'),
  serviceOrderItem: list(RelatedServiceOrderItem, 'Order lines that have touched the service'),
  serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
  supportingService: listOfSelf('Services that this one is built on'),
})

export const ServiceOrderItemRelationship = type(
  'ServiceOrderItemRelationship',
  'A tie from one service order line to another',
  {
    relationshipType: text('How the lines are tied, such as one awaiting another'),
    orderItem: part(ServiceOrderItemRef, 'Which order line lies at the other end'),
  },
)

export const ServiceOrderItem = type(
  'ServiceOrderItem',
  'A line of a service order, dealing with one service',
  {
    id: itemId('Identifier within the list').mandatory,
    quantity: integer('How many are wanted'),
    action: oneOf(itemActions, 'What to do with the service').mandatory,
    appointment: part(AppointmentRef, 'Which visit or meeting is booked for the line'),
    errorMessage: list(ServiceOrderItemErrorMessage, 'What went wrong and changed the state of the line'),
    service: part(ServiceRefOrValue, 'Which service the line deals with').mandatory,
    serviceOrderItem: listOfSelf('Smaller lines held inside this one'),
    serviceOrderItemRelationship: list(ServiceOrderItemRelationship, 'Other order lines this one is tied to'),
    state: oneOf(orderStates, 'How far the order line has got').orElse('acknowledged'),
  },
)

export const ServiceOrderJeopardyAlert = type(
  'ServiceOrderJeopardyAlert',
  'A warning that a service order may not finish well',
  {
    id: text('Identifier of this service order jeopardy alert'),
    alertDate: dateTime('When the warning was raised'),
    exception: text('Which problem the warning is about'),
    jeopardyType: text('How serious the risk is, such as critical'),
    message: text('What the warning says'),
    name: text('What the warning is called'),
    serviceOrderItem: list(ServiceOrderItemRef, 'Order lines that the warning concerns'),
  },
)

export const ServiceOrderMilestone = type(
  'ServiceOrderMilestone',
  'A notable point reached while handling a service order',
  {
    id: text('Identifier of this service order milestone'),
    description: text('What the milestone is, in plain words'),
    message: text('What is announced when the milestone is reached'),
    milestoneDate: dateTime('When the milestone is reached'),
    name: text('What people call this milestone'),
    status: text('How the milestone stands'),
    serviceOrderItem: list(ServiceOrderItemRef, 'Order lines that the milestone concerns'),
  },
)

export const ServiceOrderRef = reference('ServiceOrderRef', 'A pointer to a service order', {})

export const ServiceOrderRelationship = entity(
  'ServiceOrderRelationship',
  'A tie from one service order to another',
  {
    id: text('Identifier of what is meant').mandatory,
    relationshipType: text('How the orders are tied, such as dependency or cross-reference').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
)
