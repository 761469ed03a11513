/** Parts that only TMF909 has: those of version 3 know less of what they point to than those of version 4. */
import { entity, list, part, reference, text, type, uri } from '../../declare/index.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { Note as SharedNote } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import {
  ServiceCategoryRef as SharedServiceCategoryRef,
  ServiceRef as SharedServiceRef,
  ServiceSpecificationRef as SharedServiceSpecificationRef,
} from '../shared/service.ts'

export const Note = SharedNote.with({ system: text('The system that the comment was made with') })

export const Place = entity('Place', 'A place, with the part it plays', {
  name: text('What people call the place'),
  role: text('What the place is used for here'),
}).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

export const ServiceCategoryRef = SharedServiceCategoryRef.without('version')

export const ServiceRef = SharedServiceRef.without('name').naming('NaasService')

export const ServiceRelationship = type('ServiceRelationship', 'A tie from one service to another', {
  relationshipType: text('How the two services are connected').mandatory,
  service: part(ServiceRef, 'Which service lies at the other end').mandatory,
})

export const TargetServiceSchema = type(
  'TargetServiceSchema',
  'A pointer to the schema a described service follows',
  {},
)

export const ServiceSpecificationRef = SharedServiceSpecificationRef.with({
  targetServiceSchema: part(TargetServiceSchema, 'The schema of services built from it'),
}).naming('NaasServiceSpecification')

export const AttachmentRef = reference('AttachmentRef', 'A pointer to a file', {
  description: text('What a reader will find in the file'),
  url: uri('Web address of the file'),
}).without('name')

/** What is told of a service, whether it is there or asked about. */
export const serviceTies = {
  place: list(Place, 'Where the service is installed or used'),
  relatedParty: list(RelatedParty, 'Who has to do with the service, and how'),
  serviceCharacteristic: list(PlainCharacteristic, 'How the service is set up, property by property'),
  serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
  supportingService: list(ServiceRef, 'Services that this one is built on'),
}
