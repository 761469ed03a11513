/** Parts that only TMF640 has, or has otherwise than the shared ones. */
import { laterPart, list, listOfSelf, type RefOrValue, type TypeWord } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import {
  ServiceRefOrValue as SharedServiceRefOrValue,
  ServiceRelationship as SharedServiceRelationship,
} from '../shared/service.ts'

// The capital S is TMF640's own.
export const ServiceRelationship = SharedServiceRelationship.without(
  'serviceRelationshipCharacteristic',
).with({
  ServiceRelationshipCharacteristic: list(Characteristic, 'Details that describe the tie more closely'),
  service: laterPart<RefOrValue>((): TypeWord => ServiceRefOrValue, 'Which service lies at the other end'),
})

export const ServiceRefOrValue = SharedServiceRefOrValue.with({
  serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
  supportingService: listOfSelf('Services that this one is built on'),
})
