/** Parts that only TMF702 has, or has otherwise than the shared ones. */
import { laterPart, list, type RefOrValue, type TypeWord } from '../../declare/index.ts'
import { RelatedParty as SharedRelatedParty } from '../shared/party.ts'
import {
  ResourceRefOrValue as SharedResourceRefOrValue,
  ResourceRelationship as SharedResourceRelationship,
} from '../shared/resource.ts'

export const RelatedParty = SharedRelatedParty.notNeeding('id')

export const ResourceRelationship = SharedResourceRelationship.with({
  resource: laterPart<RefOrValue>((): TypeWord => ResourceRefOrValue, 'Which resource lies at the other end')
    .mandatory,
})

export const ResourceRefOrValue = SharedResourceRefOrValue.with({
  relatedParty: list(RelatedParty, 'Who has to do with the resource, and how'),
  resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
})
