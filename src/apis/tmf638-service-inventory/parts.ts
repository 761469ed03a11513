/** Parts that only TMF638 has, or has otherwise than the shared ones. */
import { laterPart, list, listOfSelf, type RefOrValue, type TypeWord } from '../../declare/index.ts'
import { Note as SharedNote } from '../shared/common.ts'
import { Feature as SharedFeature } from '../shared/feature.ts'
import {
  ServiceRefOrValue as SharedServiceRefOrValue,
  ServiceRelationship as SharedServiceRelationship,
} from '../shared/service.ts'

export const Feature = SharedFeature.needing('id')

export const Note = SharedNote.needing('author', 'date', 'text')

export const ServiceRelationship = SharedServiceRelationship.with({
  service: laterPart<RefOrValue>((): TypeWord => ServiceRefOrValue, 'Which service lies at the other end')
    .mandatory,
})

export const ServiceRefOrValue = SharedServiceRefOrValue.with({
  feature: list(Feature, 'Features that come with the service'),
  note: list(Note, 'What people have said about the service'),
  serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
  supportingService: listOfSelf('Services that this one is built on'),
})
