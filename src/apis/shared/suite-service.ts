/** A service as the suites of APIs (TMF914, 915) know it: its ties have an identity of their own. */
import {
  entity,
  laterPart,
  list,
  listOfSelf,
  type RefOrValue,
  type TypeWord,
  text,
} from '../../declare/index.ts'
import { Service } from '../tmf638-service-inventory/service.ts'
import { Characteristic } from './characteristic.ts'
import { Note } from './common.ts'
import { Feature } from './feature.ts'
import {
  RelatedServiceOrderItem as SharedRelatedServiceOrderItem,
  ServiceRefOrValue as SharedServiceRefOrValue,
} from './service.ts'

export const RelatedServiceOrderItem = entity(
  'RelatedServiceOrderItem',
  'An order line that created, changed or ended a service',
  SharedRelatedServiceOrderItem.notNeeding('itemId', 'serviceOrderId').fields,
)

export const ServiceRelationship = entity('ServiceRelationship', 'A tie from one service to another', {
  relationshipType: text('How the two services are connected').mandatory,
  service: laterPart<RefOrValue>((): TypeWord => ServiceRefOrValue, 'Which service lies at the other end'),
  serviceRelationshipCharacteristic: list(Characteristic, 'Details that describe the tie more closely'),
})

const ties = {
  serviceOrderItem: list(RelatedServiceOrderItem, 'Order lines that have touched the service'),
  serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
}

export const ServiceRefOrValue = SharedServiceRefOrValue.with({
  ...ties,
  supportingService: listOfSelf('Services that this one is built on'),
})

/** What is told of such a service besides what is special about it. */
export const suiteServiceFields = {
  ...Service.fields,
  ...ties,
  feature: list(Feature, 'Features that come with the service'),
  note: list(Note, 'What people have said about the service'),
  supportingService: list(ServiceRefOrValue, 'Services that this one is built on'),
}
