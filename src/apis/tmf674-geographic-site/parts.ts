/** Parts that only TMF674 has, or has otherwise than the shared ones. */
import { entity, part, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'

export const GeographicSiteRelationship = entity(
  'GeographicSiteRelationship',
  'A tie from one site to another',
  {
    id: text('Identifier of what is meant').mandatory,
    relationshipType: text('In what way the sites are tied').mandatory,
    role: text('What part the other site plays'),
    validFor: part(TimePeriod, 'When the tie between the sites holds'),
  },
)
